import { z } from 'zod';
import { type Draft, draftSchema } from './draft.ts';
import { readDraftObject } from './draft-read.ts';
import { type Sharing, TooLargeError, longestFragment, pack, unpack } from './packed-text.ts';
import { textHash } from './text-hash.ts';

/** Most papers of a booklet that is shared or kept in the browser. */
export const mostShared = 50;

/** A booklet as it is shared: which plans, with whose drafts, and its cover. */
export interface SharedBooklet {
  readonly papers: readonly { readonly plan: string; readonly draft?: Draft }[];
  /** `date` is a day, `2026-12-05`, or ''. */
  readonly cover: { readonly title: string; readonly unit: string; readonly date: string; readonly mark: string };
  readonly duplex: boolean;
}

/** What a shared booklet's link holds, or why it holds nothing. */
export type SharedReading = SharedBooklet | { readonly problem: 'damaged' | 'newer' };

const prefix = 'booklet=1.';
/** Bytes that a link may unpack to. */
const largestUnpacked = 2_000_000;

const text = z.string().max(600);
const bookletSchema = z.strictObject({
  papers: z.array(z.strictObject({ plan: draftSchema.shape.plan, draft: z.unknown().optional() })).max(mostShared),
  cover: z.strictObject({ title: text, unit: text, date: text, mark: text }),
  duplex: z.boolean(),
});

/** Whether an address's fragment holds a booklet. */
export function holdsBooklet(fragment: string): boolean {
  return /^#?booklet=/.test(fragment);
}

/** A whole booklet as the fragment of an address: `booklet=1.<hash>.<packed>`; the hash tells a link that was cut. */
export async function shareBooklet(shared: SharedBooklet): Promise<Sharing> {
  const json = JSON.stringify(shared);
  const fragment = `${prefix}${textHash(json)}.${await pack(json)}`;
  return fragment.length > longestFragment ? { tooLong: fragment.length } : { fragment };
}

/** Reads a share link's fragment, with or without #. Never rejects. A draft that cannot be read leaves the bare plan. */
export async function readSharedBooklet(fragment: string): Promise<SharedReading> {
  const source = fragment.replace(/^#/, '');
  if (/^booklet=(?!1\.)\d+\./.test(source)) return { problem: 'newer' };
  const [hash = '', packed = '', ...more] = source.slice(prefix.length).split('.');
  if (!source.startsWith(prefix) || more.length > 0) return { problem: 'damaged' };
  const json = await unpack(packed, largestUnpacked);
  if (json === undefined || json instanceof TooLargeError || textHash(json) !== hash) return { problem: 'damaged' };
  const parsed = bookletSchema.safeParse(JSON.parse(json));
  if (!parsed.success) return { problem: 'damaged' };
  const papers = parsed.data.papers.map(({ plan, draft }) => {
    const read = draft === undefined ? undefined : readDraftObject(draft).draft;
    return { plan, ...(read?.plan === plan && { draft: read }) };
  });
  return { ...parsed.data, papers };
}
