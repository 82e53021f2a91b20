import { visit } from 'unist-util-visit';
import { isJsx, markupFaults } from '../../markdown/allowed-markup.ts';
import { point } from '../../model/problem.ts';
import type { Finding } from '../entry.ts';
import type { Rule } from '../rule.ts';
import { hidesText } from './hidden.ts';
import { programFaults } from '../../markdown/programs.ts';

/** Prose holds no programs, which the build would run; see `programFaults`. */
export const noExpressions: Rule = ({ prose }) => {
  const found: Finding[] = [];
  if (prose === undefined) return found;
  visit(prose, (node) => {
    for (const { what, fix, at = node } of programFaults(node)) {
      const { line, column } = at.position?.start ?? { line: 1, column: 1 };
      found.push({ code: 'prose-expression', position: point(line, column), what, fix });
    }
  });
  return found;
};

/** Prose marks text up and nothing more: what runs, frames, styles or leads to code is refused; see `markupFaults`. */
export const markupPlain: Rule = ({ prose }) => {
  const found: Finding[] = [];
  if (prose === undefined) return found;
  visit(prose, (node) => {
    const position = point(node.position?.start.line ?? 1, node.position?.start.column ?? 1);
    const reported = isJsx(node)
      ? { ...node, attributes: node.attributes.filter((one) => one.type !== 'mdxJsxAttribute' || !hidesText(one.name)) }
      : node;
    for (const { what, fix } of markupFaults(reported)) found.push({ code: 'markup-active', position, what, fix });
  });
  return found;
};
