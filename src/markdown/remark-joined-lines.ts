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
  const lines = value.split('\n');
  const last = lines.length - 1;
  return lines
    .map((line, index) => {
      if (index === last) return line;
      const next = lines[index + 1] ?? '';
      const left = lastIn(line.trimEnd()) || (index === 0 ? before : '');
      const right = firstIn(next.trimStart()) || (index + 1 === last ? after : '');
      return line + (isWithoutSpace(left, right) ? '' : '\n');
    })
    .join('');
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
  return leaf !== undefined && 'value' in leaf ? lastIn(leaf.value) : '';
}

function firstOf(leaf: Nodes | undefined): string {
  return leaf !== undefined && 'value' in leaf ? firstIn(leaf.value) : '';
}

/** Last character of a text, which may be a surrogate pair; empty for none. */
export function lastIn(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? '';
}

export function firstIn(text: string): string {
  return Array.from(text.slice(0, 2))[0] ?? '';
}
