import { z } from 'zod';

/** A licence that plans may be published under. */
interface Licence {
  readonly title: string;
  /** Its text, for people. */
  readonly url?: string;
  /** What it lets people do. */
  readonly grant?: string;
}

const creativeCommons = 'https://creativecommons.org/';

/** Licences of plans by their SPDX names; `reserved` grants nothing, and is what holds where nothing is said. */
export const licences = {
  reserved: { title: '保留所有权利' },
  'CC0-1.0': {
    title: 'CC0 1.0',
    url: `${creativeCommons}publicdomain/zero/1.0/deed.zh-hans`,
    grant: '可以自由使用、修改、印发，不必署名，也不必征求同意',
  },
  'CC-BY-4.0': {
    title: 'CC BY 4.0',
    url: `${creativeCommons}licenses/by/4.0/deed.zh-hans`,
    grant: '署名后可以使用、修改、印发',
  },
  'CC-BY-SA-4.0': {
    title: 'CC BY-SA 4.0',
    url: `${creativeCommons}licenses/by-sa/4.0/deed.zh-hans`,
    grant: '署名后可以使用、修改、印发，改编的以同样的许可发布',
  },
  'CC-BY-NC-4.0': {
    title: 'CC BY-NC 4.0',
    url: `${creativeCommons}licenses/by-nc/4.0/deed.zh-hans`,
    grant: '署名后可以使用、修改、印发，不得用于商业',
  },
  'CC-BY-NC-SA-4.0': {
    title: 'CC BY-NC-SA 4.0',
    url: `${creativeCommons}licenses/by-nc-sa/4.0/deed.zh-hans`,
    grant: '署名后可以使用、修改、印发，不得用于商业，改编的以同样的许可发布',
  },
} as const satisfies Record<string, Licence>;

export type LicenceKey = keyof typeof licences;
export const licenceKeys = Object.keys(licences) as readonly LicenceKey[];

export const longestName = 20;

/** Name of a shelf: it stands in titles and files, so it is short and in one line. */
export const shelfNameSchema = z
  .string('要写文字')
  .trim()
  .min(1, '不能空着')
  .max(longestName, `最多 ${longestName} 个字`)
  .regex(/^[^\p{Cc}【】]*$/u, '不能有【】和换行');

const line = (most: number) => z.string('要写文字').trim().min(1, '不能空着').max(most, `最多 ${most} 个字`);

/** `content/shelf.yaml`: what a shelf says of itself on its pages, in its feed and in its files. */
export const shelfSchema = z
  .strictObject({
    name: shelfNameSchema.default('计划书架'),
    /** Heading of the first page. */
    tagline: line(40).default('可以直接拿去用的工作计划范本'),
    /** For search engines and where a page is shared. */
    description: line(200).optional(),
    /** Who holds the rights; the shelf's name where nothing is said. */
    owner: line(60).optional(),
    licence: z.enum(licenceKeys, `可以写：${licenceKeys.join('、')}`).default('reserved'),
    /** For the team alone: nothing asks search engines in, and no licence is shown. */
    internal: z.boolean('写 true 或 false').default(false),
  })
  .transform(({ description, owner, ...settings }) => ({
    ...settings,
    description: description ?? `${settings.name}：工作计划的目标、任务、进度、预算和风险，可阅读、填写、打印。`,
    owner: owner ?? settings.name,
  }));

export type ShelfSettings = z.output<typeof shelfSchema>;

/** The line on rights in the foot of every page, and the licence that it names, if any. */
export function rightsLine({ internal, licence, owner }: ShelfSettings): {
  readonly text: string;
  readonly link?: Required<Pick<Licence, 'title' | 'url'>>;
} {
  if (internal) return { text: `仅供${owner}内部使用。` };
  const { title, url, grant }: Licence = licences[licence];
  if (url === undefined || grant === undefined) return { text: `© ${owner}。${title}。` };
  return { text: `范本以 ${title} 发布：${grant}。`, link: { title, url } };
}

/** `robots.txt` of a shelf. */
export function robotsText({ internal }: ShelfSettings, sitemap: string): string {
  return internal ? 'User-agent: *\nDisallow: /\n' : `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
}
