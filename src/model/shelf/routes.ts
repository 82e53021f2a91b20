import { type PagePicture, pictureFile, sharePictureFile } from '../template/page-picture.ts';

/** Formats in which every plan can be taken along beside its PDFs, as people look for them. */
export const fileFormats = ['docx', 'xlsx', 'ics', 'md', 'json'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** A file of a plan to download. */
interface Download {
  readonly format: FileFormat;
  readonly address: string;
  /** What kind of file it is, for people. */
  readonly title: string;
}

const fileTitles: Readonly<Record<FileFormat, string>> = {
  docx: 'Word 文档',
  xlsx: 'Excel 表格',
  ics: '日历日程',
  md: 'Markdown 文本',
  json: 'JSON 数据',
};

/** Every address of the site, in one place. Paths start with the base path and are percent-encoded. */
export interface Routes {
  readonly shelf: string;
  plan(slug: string): string;
  /** Where a writer fills the plan in. */
  fill(slug: string): string;
  /** The plan's data, for the browser. */
  planData(slug: string): string;
  /** The plan's text and data as blocks, which files are written from. */
  planDocument(slug: string): string;
  /** A picture of the plan's text, by its file's name. */
  planPicture(slug: string, name: string): string;
  /** Where papers are put together for a meeting. */
  readonly booklet: string;
  /** What the addresses of all print documents begin with. */
  readonly prints: string;
  /** The print document that a booklet is bound into. */
  readonly bookletPrint: string;
  /** All plans of the shelf in one PDF. */
  readonly bookletPdf: string;
  /** Two or three plans side by side; the page itself for none. */
  compare(slugs?: readonly string[]): string;
  /** What the comparison reads of a plan. */
  comparison(slug: string): string;
  print(slug: string, template: string): string;
  pdf(slug: string, template: string): string;
  readonly guide: string;
  /** Picture of one page of a PDF, `/pictures/<slug>/<template>-<page>.<width>.<format>`; which there are says `picturesOfPage`. */
  picture(slug: string, template: string, picture: PagePicture): string;
  /** The first page's upper part, 1200 × 630, for previews of shared addresses: `/pictures/<slug>/<template>.share.jpg`. */
  sharePicture(slug: string, template: string): string;
  /** All plans of an industry, without JavaScript; `page` is 1-based. */
  industry(key: string, page?: number): string;
  readonly plans: string;
  readonly feed: string;
  /** The files of a plan to download, `/plans/<slug>/<slug>.docx`; PDFs aside. */
  downloadsOf(slug: string): readonly Download[];
  planSchema: string;
}

/** `base` is Astro's: `/` or `/team/plans/`. */
export function routesUnder(base: string): Routes {
  const root = base.endsWith('/') ? base : `${base}/`;
  const at = (...segments: string[]): string => root + segments.map(encodeURIComponent).join('/');
  const file = (slug: string, format: FileFormat): string => at('plans', slug, `${slug}.${format}`);
  return {
    shelf: root,
    plan: (slug) => `${at('plans', slug)}/`,
    fill: (slug) => `${at('plans', slug, 'fill')}/`,
    planData: (slug) => at('plans', slug, 'plan.json'),
    planDocument: (slug) => at('plans', slug, 'document.json'),
    planPicture: (slug, name) => at('plans', slug, 'pictures', name),
    booklet: `${at('booklet')}/`,
    prints: `${at('print')}/`,
    bookletPrint: `${at('print', 'booklet')}/`,
    bookletPdf: at('pdf', 'booklet.pdf'),
    compare: (slugs = []) => `${at('compare')}/${compareQuery(slugs)}`,
    comparison: (slug) => at('plans', slug, 'compare.json'),
    print: (slug, template) => `${at('print', slug, template)}/`,
    pdf: (slug, template) => at('pdf', `${slug}.${template}.pdf`),
    downloadsOf: (slug) =>
      fileFormats.map((format) => ({ format, address: file(slug, format), title: fileTitles[format] })),
    guide: `${at('guide')}/`,
    picture: (slug, template, picture) => at('pictures', slug, pictureFile(template, picture)),
    sharePicture: (slug, template) => at('pictures', slug, sharePictureFile(template)),
    industry: (key, page = 1) => `${page === 1 ? at('industry', key) : at('industry', key, String(page))}/`,
    plans: at('plans.json'),
    feed: at('rss.xml'),
    planSchema: at('schema', 'plan.schema.json'),
  };
}

/** How many plans stand side by side, and what the address calls them. */
export const comparedNames = ['a', 'b', 'c'] as const;

function compareQuery(slugs: readonly string[]): string {
  const pairs = comparedNames.flatMap((name, index) => {
    const slug = slugs[index];
    return slug === undefined ? [] : [`${name}=${encodeURIComponent(slug)}`];
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
