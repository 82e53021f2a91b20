import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { HeadingCounter } from '../model/numbering.ts';
import { anchorOf } from '../model/slug.ts';

/**
 * Numbers headings 一、（一）1.（1）and gives them ids that do not change when a section is moved.
 *
 * ```md
 * ## 工作目标
 * ```
 * ```html
 * <h2 id="工作目标"><span class="heading-number">一、</span>工作目标</h2>
 * ```
 */
export function remarkHeadingNumbers() {
  return (tree: Root): void => {
    const counter = new HeadingCounter();
    const ids = headingIds(tree);
    visit(tree, 'heading', (heading) => {
      const level = heading.depth - 1;
      const id = ids.get(heading);
      if (id === undefined || (level !== 1 && level !== 2 && level !== 3 && level !== 4)) return;
      heading.data = { ...heading.data, hProperties: { id } };
      heading.children.unshift({
        type: 'emphasis',
        children: [{ type: 'text', value: counter.next(level) }],
        data: { hName: 'span', hProperties: { className: ['heading-number'] } },
      });
    });
  };
}

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
