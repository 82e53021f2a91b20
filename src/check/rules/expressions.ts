import { visit } from 'unist-util-visit';
import { programFaults } from '../../markdown/programs.ts';
import { point } from '../../model/problem.ts';
import type { Finding } from '../entry.ts';
import type { Rule } from '../rule.ts';

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
