import type { PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { splitBlanks } from '../model/blank.ts';
import type { Field } from '../model/field.ts';
import { blankElement, textOf } from './blank-element.ts';
import { fieldsOf } from './entry-fields.ts';

/**
 * Turns 【标签】 in prose, table cells and headings into blanks; code is left alone and `\【` is a literal bracket.
 *
 * ```md
 * 满意度达到【满意度目标】。
 * ```
 * ```html
 * <p>满意度达到<span class="blank" data-field="满意度目标" …>满意度目标</span>。</p>
 * ```
 */
export function remarkBlanks() {
  return (tree: Root, file: VFile): void => {
    const fields = fieldsOf(file);
    visit(tree, 'text', (node, index, parent) => {
      if (parent === undefined || index === undefined || !node.value.includes('【')) return undefined;
      const nodes = withBlanks(node, fields);
      // The list is phrasing content wherever a text node stood.
      parent.children.splice(index, 1, ...nodes);
      return [SKIP, index + nodes.length];
    });
  };
}

function withBlanks(node: Text, fields: readonly Field[]): PhrasingContent[] {
  return splitBlanks(node.value).map((run, index, runs): PhrasingContent => {
    if (run.kind === 'text') return { type: 'text', value: run.text };
    const { tagName, properties, children } = blankElement(run.label, fields, { before: textOf(runs[index - 1]) });
    return {
      // Emphasis is a phrasing node that mdast-util-to-hast renders under whatever name `hName` gives.
      type: 'emphasis',
      children: [{ type: 'text', value: run.label }],
      data: { hName: tagName, hProperties: properties, hChildren: children },
    };
  });
}
