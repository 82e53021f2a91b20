import type { Blockquote, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** `>90`, `>= 95`, `>【目标】`: a figure behind the sign, or a blank for one. */
const comparison = /^>[ \t]*(?:[=＝][ \t]*)?(?=[\d０-９【])/;

/**
 * The sign with which a quotation begins in the source, where it is a comparison; undefined where it is none. What has the
 * sign on each of its lines is quoted.
 */
export function comparisonIn({ position }: Blockquote, source: string): string | undefined {
  const quoted = source.slice(position?.start.offset ?? source.length, position?.end.offset);
  return /\n[ \t]*>/.test(quoted) ? undefined : comparison.exec(quoted)?.[0];
}

/**
 * A `>` at the start of a list item is a character where a figure follows: a list of marks is no quotation.
 *
 * ```md
 * - >90 分：优秀
 * ```
 * ```html
 * <ul><li>>90 分：优秀</li></ul>
 * ```
 */
export function remarkComparisons() {
  return (tree: Root, file: VFile): void => {
    const source = String(file);
    visit(tree, 'listItem', (item) => {
      const [first] = item.children;
      if (first?.type !== 'blockquote') return;
      const [text] = first.children;
      const sign = comparisonIn(first, source);
      if (sign === undefined || text?.type !== 'paragraph') return;
      // The reader of Markdown has taken away the sign and one space; what is behind them stands in the text.
      const shown = sign.startsWith('> ') && !/[=＝]/.test(sign) ? '> ' : '>';
      const [words] = text.children;
      if (words?.type === 'text') words.value = shown + words.value;
      else text.children.unshift({ type: 'text', value: shown });
      item.children.splice(0, 1, ...first.children);
    });
  };
}
