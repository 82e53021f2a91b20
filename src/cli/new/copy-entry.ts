import { type Node, type Pair, isMap, isNode, isScalar, parseDocument, stringify } from 'yaml';
import { findFrontMatter } from '../../markdown/find-front-matter.ts';
import type { NewEntry } from './new-entry.ts';

/** A stretch of the front matter and what takes its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** An entry that is to be copied has no front matter, or one that is no YAML. */
export class UnreadableFrontMatterError extends Error {
  override name = 'UnreadableFrontMatterError';
}

/**
 * An entry's text under a new title, industry and date, everything else as it was, comments included; the heading too,
 * since its blanks are declared fields. Its `source` goes:
 * the copy is no longer that chapter.
 * @throws {UnreadableFrontMatterError} when the text has no readable front matter
 */
export function copyEntryText(text: string, replacement: NewEntry): string {
  const found = findFrontMatter(text);
  if (typeof found === 'string') throw new UnreadableFrontMatterError(`front matter is ${found}`);
  const document = parseDocument(text.slice(found.start, found.end));
  if (document.errors.length > 0 || !isMap(document.contents))
    throw new UnreadableFrontMatterError('front matter is not readable');

  const { title, industry, updated } = replacement;
  const replacements = new Map(Object.entries({ title, industry, updated }));
  const edits: Edit[] = [];
  const pairs: readonly Pair[] = document.contents.items;
  for (const { key, value } of pairs) {
    if (!isScalar(key) || !isNode(value)) continue;
    const [start, end, nodeEnd] = rangeOf(value);
    const insert = replacements.get(String(key.value));
    if (insert !== undefined) edits.push({ start, end, insert: stringify(insert, { lineWidth: 0 }).trimEnd() });
    if (key.value === 'source') edits.push({ start: rangeOf(key)[0], end: nodeEnd, insert: '' });
  }
  const edited = edits
    .sort((a, b) => b.start - a.start)
    .reduce(
      (yaml, { start, end, insert }) => yaml.slice(0, start) + insert + yaml.slice(end),
      text.slice(found.start, found.end),
    );
  return text.slice(0, found.start) + edited + text.slice(found.end);
}

/** Start, end, and end with what follows on the line; a parsed node always has them. */
function rangeOf(node: Node): NonNullable<Node['range']> {
  return node.range ?? [0, 0, 0];
}
