import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { anchorOf } from '../model/slug.ts';

/** The ids of an entry's headings, by which links within it name them. */
export function headingIds(tree: Root): ReadonlyMap<Heading, string> {
  const ids = new Map<Heading, string>();
  const taken = new Set<string>();
  visit(tree, 'heading', (heading) => {
    if (heading.depth < 2 || heading.depth > 5) return;
    const id = unusedId(anchorOf(toString(heading)) || 'section', taken);
    taken.add(id);
    ids.set(heading, id);
  });
  return ids;
}

/** `目标`, then `目标-2`, `目标-3`; a heading that is itself called 目标 2 is stepped over. */
function unusedId(stem: string, taken: ReadonlySet<string>): string {
  let id = stem;
  for (let use = 2; taken.has(id); use++) id = `${stem}-${use}`;
  return id;
}
