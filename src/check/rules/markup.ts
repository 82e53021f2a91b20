import { visit } from 'unist-util-visit';
import { isJsx, markupFaults } from '../../markdown/allowed-markup.ts';
import { point } from '../../model/problem.ts';
import type { Finding } from '../entry.ts';
import type { Rule } from '../rule.ts';
import { hidesText } from './hidden.ts';

/** Prose marks text up and nothing more: what runs, frames, styles or leads to code is refused; see `markupFaults`. */
export const markupPlain: Rule = ({ prose }) => {
  const found: Finding[] = [];
  if (prose === undefined) return found;
  visit(prose, (node) => {
    const position = point(node.position?.start.line ?? 1, node.position?.start.column ?? 1);
    const told = isJsx(node)
      ? { ...node, attributes: node.attributes.filter((one) => one.type !== 'mdxJsxAttribute' || !hidesText(one.name)) }
      : node;
    for (const { what, fix } of markupFaults(told)) found.push({ code: 'markup-active', position, what, fix });
  });
  return found;
};
