import type { Nodes, Root, Text } from 'mdast';
// Adds the elements of MDX to the types of mdast.
import type {} from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';

/** Punctuation as wide as a Chinese character: it carries its own space. */
const widePunctuation =
  /[\u3001-\u3003\u3008-\u3011\u3014-\u301F\uFF01-\uFF0F\uFF1A-\uFF1F\uFF3B-\uFF3D\uFF5B-\uFF65]/u;
const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFE30-\uFE4F\uFF00-\uFFEF]/u;
/** Shared with other scripts: Chinese where they stand beside a wide character. */
const shared = /[“”‘’—…·]/u;

/**
 * Joins what stands on both sides of a line break where Chinese has no space: browsers and Word would show one.
 *
 * ```md
 * 多数当天
 * 到场，用 CRM
 * 系统登记
 * ```
 * ```html
 * <p>多数当天到场，用 CRM
 * 系统登记</p>
 * ```
 */
export function remarkJoinedLines() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (node.type === 'paragraph' || node.type === 'heading') joinLines(leavesOf(node));
    });
  };
}

function joinLines(leaves: readonly Nodes[]): void {
  leaves.forEach((leaf, index) => {
    if (leaf.type === 'text' && leaf.value.includes('\n')) {
      leaf.value = joined(leaf, lastOf(leaves[index - 1]), firstOf(leaves[index + 1]));
    }
  });
}

function joined({ value }: Text, before: string, after: string): string {
  return value.replace(/\s*\n\s*/g, (lineBreak, at: number) => {
    const left = Array.from(value.slice(0, at)).at(-1) ?? before;
    const [right = after] = value.slice(at + lineBreak.length);
    return isWithoutSpace(left, right) ? '' : lineBreak;
  });
}

/** Whether Chinese has no space between two characters. */
export function isWithoutSpace(left: string, right: string): boolean {
  if (widePunctuation.test(left) || widePunctuation.test(right)) return left !== '' && right !== '';
  const isChinese = (char: string): boolean => wide.test(char) || shared.test(char);
  return isChinese(left) && isChinese(right) && (wide.test(left) || wide.test(right));
}

/** What is read one after the other in a block; marks that leave the line as it is are passed over. */
function leavesOf(node: Nodes): Nodes[] {
  if (node.type === 'footnoteReference' || node.type === 'mdxTextExpression') return [];
  return 'children' in node && node.children.length > 0 ? node.children.flatMap(leavesOf) : [node];
}

function lastOf(leaf: Nodes | undefined): string {
  return leaf !== undefined && 'value' in leaf ? (Array.from(leaf.value).at(-1) ?? '') : '';
}

function firstOf(leaf: Nodes | undefined): string {
  return leaf !== undefined && 'value' in leaf ? (Array.from(leaf.value)[0] ?? '') : '';
}
