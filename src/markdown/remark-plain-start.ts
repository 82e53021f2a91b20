import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

const spaces = '\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000';
const leading = new RegExp(`^[${spaces}]+`, 'u');

/** The same as a source spells it. */
export const typedIndent = new RegExp(
  `^(?:[${spaces}]|&(?:nbsp|ensp|emsp|thinsp|emsp1[34]|numsp|#(?:160|8194|8195|12288)|#x(?:a0|200[0-9a]|3000));)+`,
  'iu',
);

/**
 * Drops the spaces that a paragraph or heading was indented with by hand: templates indent paragraphs themselves. One that
 * holds nothing else goes.
 *
 * ```md
 * 　　上年受理报修一千余件。
 * ```
 * ```html
 * <p>上年受理报修一千余件。</p>
 * ```
 */
export function remarkPlainStart() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (node.type !== 'paragraph' && node.type !== 'heading') return undefined;
      const [first] = node.children;
      if (first?.type !== 'text') return undefined;
      first.value = first.value.replace(leading, '');
      if (first.value === '') node.children.shift();
      if (node.children.length > 0 || node.type === 'heading' || parent === undefined || index === undefined)
        return undefined;
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
  };
}
