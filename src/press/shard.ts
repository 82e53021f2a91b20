/** A part of the documents, for machines that share the work. */
import { createHash } from 'node:crypto';

/** The `index`-th of `count` parts, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/**
 * @param text `2/4`
 * @returns undefined if it is not a part of something: `0/4`, `5/4`, `a/b`
 */
export function readShard(text: string): Shard | undefined {
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index >= 1 && shard.index <= shard.count ? shard : undefined;
}

/** What is said of a text that is none. */
export function shardMistake(text: string): string {
  return `分片“${text}”不对：写成“第几份/共几份”，如 2/4；份数从 1 数起，不能大于总数。`;
}

/**
 * Whether a document belongs to a part. A document's part hangs on its own name alone, so that a new plan moves no other to
 * another machine, where its PDF would have to be made again.
 * @param name file name of the document's PDF
 */
export function isInShard(name: string, { index, count }: Shard): boolean {
  return createHash('sha256').update(name).digest().readUInt32BE(0) % count === index - 1;
}
