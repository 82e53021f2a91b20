import { isNode, isSeq, parseDocument } from 'yaml';

/** Where an excerpt begins: keys and indexes into the front matter. */
type Path = readonly (string | number)[];

/**
 * The lines of an entry's file that hold a part of its front matter, as their author wrote them, moved to the left
 * margin and under their key. With `count`, only the first so many items of a list. What is not there is ''.
 *
 * `entryExcerpt(source, ['kpis'], 1)` → `kpis:\n  - name: …`
 */
export function entryExcerpt(source: string, path: Path, count?: number): string {
  const frontMatter = /^---\r?\n([^]*?)\r?\n---\r?(?:\n|$)/.exec(source)?.[1] ?? '';
  const node = parseDocument(frontMatter).getIn(path, true);
  if (!isNode(node)) return '';
  const items = isSeq(node) && count !== undefined ? node.items.slice(0, count).filter(isNode) : [node];
  const [start] = items[0]?.range ?? [];
  const [, end] = items.at(-1)?.range ?? [];
  if (start === undefined || end === undefined) return '';
  const lines = outdented(frontMatter.slice(frontMatter.lastIndexOf('\n', start - 1) + 1, end).trimEnd());
  const key = path.at(-1);
  return typeof key !== 'string' ? lines : `${key}:\n${lines.replaceAll(/^/gm, '  ')}`;
}

/** Takes the first line's indent from every line. */
function outdented(text: string): string {
  const indent = /^ */.exec(text)?.[0].length ?? 0;
  return text.replaceAll(new RegExp(`^ {1,${Math.max(indent, 1)}}`, 'gm'), indent === 0 ? '$&' : '');
}
