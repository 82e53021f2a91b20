import { z } from 'zod';
import { type Draft, draftSchema } from './draft.ts';
import { parsedJson, readDraftObject } from './draft-read.ts';
import { linkDraft, readLinkDraft } from './link-draft.ts';
import { type Sharing, TooLargeError, fragmentOf, partsOf, unpack } from './packed-text.ts';
import { bookletMark, mostPapers } from './sharing.ts';
import { textHash } from '../document/edits/text-hash.ts';
import type { ChosenOptions } from '../model/template/template-options.ts';

export interface SharedPaper {
  readonly plan: string;
  /** Name of its template; the usual one where nothing is said. */
  readonly template?: string;
  readonly draft?: Draft;
}

/** A booklet as it is shared: which plans, with whose drafts, and its cover. */
export interface SharedBooklet {
  readonly papers: readonly SharedPaper[];
  /** `date` is a day, `2026-12-05`, or ''. */
  readonly cover: { readonly title: string; readonly unit: string; readonly date: string; readonly mark: string };
  readonly duplex: boolean;
  /** Options of the booklet's template. */
  readonly options?: ChosenOptions;
}

/** What a shared booklet's link holds, or why it holds nothing. */
export type SharedReading = SharedBooklet | { readonly problem: 'damaged' | 'newer' };

/**
 * Versions of what a link holds. 1: papers, cover, duplex. 2: also templates of papers and options of the booklet. 3: its
 * drafts as links of drafts hold them. A booklet is written as the first that can hold it, which older pages can read.
 */
type Version = 1 | 2 | 3;

const text = z.string().max(600);
const name = z.string().max(60);
const paper = { plan: draftSchema.shape.plan, draft: z.unknown().optional() };
const firstSchema = z.strictObject({
  papers: z.array(z.strictObject(paper)).max(mostPapers),
  cover: z.strictObject({ title: text, unit: text, date: text, mark: text }),
  duplex: z.boolean(),
});

const bookletSchema = firstSchema.extend({
  papers: z.array(z.strictObject({ ...paper, template: name.optional() })).max(mostPapers),
  options: z.record(name, name).optional(),
});

/** A whole booklet as the fragment of an address: `booklet=3.<hash>.<packed>`; the hash tells a link that was cut. */
export async function shareBooklet(shared: SharedBooklet): Promise<Sharing> {
  const version = versionOf(shared);
  const { options, papers, ...plain } = shared;
  const linked = papers.map(({ draft, ...paper }) => ({ ...paper, ...(draft && { draft: linkDraft(draft) }) }));
  const json = JSON.stringify({ papers: linked, ...plain, ...(version > 1 && { options }) });
  return fragmentOf(`${bookletMark}${version}.${textHash(json)}.`, json);
}

function versionOf({ papers, options = {} }: SharedBooklet): Version {
  if (papers.some(({ draft }) => draft !== undefined)) return 3;
  return Object.keys(options).length > 0 || papers.some(({ template }) => template !== undefined) ? 2 : 1;
}

/** Reads a share link's fragment, with or without #. Never rejects. A draft that cannot be read leaves the bare plan. */
export async function readSharedBooklet(fragment: string): Promise<SharedReading> {
  const [version = '', hash, packed = '', ...more] = partsOf(fragment, bookletMark);
  const isKnown = version === '1' || version === '2' || version === '3';
  if (!isKnown && /^\d+$/.test(version) && hash !== undefined) return { problem: 'newer' };
  if (!isKnown || more.length > 0) return { problem: 'damaged' };
  const json = await unpack(packed);
  if (json === undefined || json instanceof TooLargeError || textHash(json) !== hash) return { problem: 'damaged' };
  const value = parsedJson(json);
  const fits = version !== '1' || firstSchema.safeParse(value).success;
  const parsed = bookletSchema.safeParse(value);
  if (!fits || !parsed.success) return { problem: 'damaged' };
  const { papers, options, ...rest } = parsed.data;
  return {
    ...rest,
    ...(options !== undefined && { options }),
    papers: papers.map((paper) => readPaper(paper, version)),
  };
}

/** A draft that cannot be read, or is not the plan's, leaves the bare plan. */
function readPaper(
  { plan, template, draft }: z.infer<typeof bookletSchema>['papers'][number],
  version: string,
): SharedPaper {
  const reading = version === '3' ? readLinkDraft : readDraftObject;
  const read = draft === undefined ? undefined : reading(draft).draft;
  return { plan, ...(template !== undefined && { template }), ...(read?.plan === plan && { draft: read }) };
}
