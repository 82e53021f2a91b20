import type { PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { z } from 'zod';
import { splitBlanks } from '../model/blank.ts';
import { type Field, fieldSchema } from '../model/field.ts';
import { blankElement, textOf } from './blank-element.ts';
import { toPlanFields } from '../model/plan.ts';

const frontmatterSchema = z.object({ fields: z.array(fieldSchema) });

/**
 * The fields of the entry that is being compiled, base fields included. An entry whose fields are not valid gets the
 * base fields alone: the check has already refused it, and compiling must not fail in its place.
 */
export function fieldsOf(file: VFile): readonly Field[] {
  const parsed = frontmatterSchema.safeParse(file.data.astro?.frontmatter);
  return toPlanFields(parsed.success ? parsed.data.fields : []);
}

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
