import type { Root } from 'mdast';
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
    const taken = new Set<string>();
    visit(tree, 'heading', (heading) => {
      const level = heading.depth - 1;
      if (level !== 1 && level !== 2 && level !== 3 && level !== 4) return;
      const id = unusedId(anchorOf(toString(heading)) || 'section', taken);
      taken.add(id);
      heading.data = { ...heading.data, hProperties: { id } };
      heading.children.unshift({
        type: 'emphasis',
        children: [{ type: 'text', value: counter.next(level) }],
        data: { hName: 'span', hProperties: { className: ['heading-number'] } },
      });
    });
  };
}

/** `目标`, then `目标-2`, `目标-3`; a heading that is itself called 目标 2 is stepped over. */
function unusedId(stem: string, taken: ReadonlySet<string>): string {
  let id = stem;
  for (let use = 2; taken.has(id); use++) id = `${stem}-${use}`;
  return id;
}
