import type { Nodes } from 'mdast';
import type { MdxJsxAttribute, MdxJsxExpressionAttribute } from 'mdast-util-mdx';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import { point } from '../../model/problem.ts';
import type { Finding } from '../entry.ts';
import type { Rule } from '../rule.ts';

/**
 * Braces hold nothing but comments, and no paragraph imports or exports: a plan computes nothing, reads nothing of the
 * machine that builds it, and an unknown name stops the build.
 */
export const noExpressions: Rule = ({ prose }) => {
  const found: Finding[] = [];
  if (prose === undefined) return found;
  visit(prose, (node) => {
    found.push(...expressionsOf(node));
  });
  return found;
};

function expressionsOf(node: Nodes): Finding[] {
  switch (node.type) {
    case 'mdxFlowExpression':
    case 'mdxTextExpression': {
      if ((node.data?.estree?.body.length ?? 0) === 0) return [];
      const source = node.value.trim();
      const field = /^[\p{L}\p{N}]+$/u.test(source) ? `填写项写成【${source}】；` : '';
      return [expressionAt(node, `花括号里的“${source}”会被当成程序`, `${field}只是花括号就写成 \\{ 和 \\}。`)];
    }
    case 'mdxjsEsm': {
      const [line = ''] = node.value.split('\n');
      return [expressionAt(node, `“${line.trim()}”会被当成程序`, '改写这一段，不要以 import 或 export 开头。')];
    }
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.attributes.flatMap((attribute) => attributeExpression(node.name ?? '', attribute));
    default:
      return [];
  }
}

function attributeExpression(element: string, attribute: MdxJsxAttribute | MdxJsxExpressionAttribute): Finding[] {
  if (attribute.type === 'mdxJsxExpressionAttribute')
    return [expressionAt(attribute, `<${element}> 上的 {${attribute.value.trim()}} 会被当成程序`, '删去它。')];
  const { name, value } = attribute;
  if (typeof value !== 'object' || value === null) return [];
  const what = `<${element}> 的属性 ${name} 写在花括号里，“${value.value.trim()}”会被当成程序`;
  return [expressionAt(attribute, what, `写成 ${name}="…"，或者删去这个属性。`)];
}

function expressionAt({ position }: Node, what: string, fix: string): Finding {
  return {
    code: 'prose-expression',
    position: point(position?.start.line ?? 1, position?.start.column ?? 1),
    what,
    fix,
  };
}
