import type { Nodes } from 'mdast';
import type { MdxJsxAttribute, MdxJsxExpressionAttribute } from 'mdast-util-mdx';
import type { Fault } from './fault.ts';

/**
 * What MDX would run while the site is built. Braces hold nothing but comments, and no paragraph imports or exports: a plan
 * computes nothing and reads nothing of the machine that builds it.
 */
export function programFaults(node: Nodes): readonly Fault[] {
  switch (node.type) {
    case 'mdxFlowExpression':
    case 'mdxTextExpression': {
      if (node.data?.estree?.body.length === 0) return [];
      const source = node.value.trim();
      const field = /^[\p{L}\p{N}]+$/u.test(source) ? `填写项写成【${source}】；` : '';
      return [{ what: `花括号里的“${source}”会被当成程序`, fix: `${field}只是花括号就写成 \\{ 和 \\}。` }];
    }
    case 'mdxjsEsm': {
      const [line = ''] = node.value.split('\n');
      return [{ what: `“${line.trim()}”会被当成程序`, fix: '改写这一段，不要以 import 或 export 开头。' }];
    }
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.attributes.flatMap((attribute) => attributeFault(node.name ?? '', attribute));
    default:
      return [];
  }
}

function attributeFault(element: string, attribute: MdxJsxAttribute | MdxJsxExpressionAttribute): readonly Fault[] {
  if (attribute.type === 'mdxJsxExpressionAttribute') {
    const what = `<${element}> 上的 {${attribute.value.trim()}} 会被当成程序`;
    return [{ what, fix: '删去它。', at: attribute }];
  }
  const { name, value } = attribute;
  if (typeof value !== 'object' || value === null) return [];
  const what = `<${element}> 的属性 ${name} 写在花括号里，“${value.value.trim()}”会被当成程序`;
  return [{ what, fix: `写成 ${name}="…"，或者删去这个属性。`, at: attribute }];
}
