import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { isPlanComponent } from '../../markdown/remark-plan-components.ts';
import { point } from '../../model/problem.ts';
import type { Finding } from '../entry.ts';
import type { Rule } from '../rule.ts';

/** HTML that only marks text up. A list of what is harmless, since that of what is not never ends. */
const plainElements = new Set(
  (
    'a abbr aside b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 ' +
    'hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead ' +
    'time tr u ul var wbr'
  ).split(' '),
);
/** Handlers, styles that the pages' policy refuses, and addresses under other names. */
const activeAttribute = /^(?:on.*|style|srcdoc|srcset|formaction|action|ping|background)$/i;
const schemes = new Set(['http', 'https', 'mailto', 'tel']);

/** Scheme of an address as a browser reads it: control characters and spaces in front of or within it do not count. */
function schemeOf(address: string): string | undefined {
  const bare = address.replace(/[\p{Cc}\s]/gu, '');
  return /^([a-z][a-z\d+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
}

function linkProblem(address: string): { what: string; fix: string } | undefined {
  const scheme = schemeOf(address);
  if (scheme === undefined || schemes.has(scheme)) return undefined;
  return {
    what: `链接 ${address} 的开头 ${scheme}: 不能用`,
    fix: '链接只写 https://、http://、mailto:、tel: 开头的地址，或本站从 / 开始的网址。',
  };
}

function elementProblem(node: Nodes): { what: string; fix: string } | undefined {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  const { name, attributes } = node;
  // Components, known or not, have rules of their own.
  if (name === null || isPlanComponent(name) || /^[A-Z]/.test(name)) return undefined;
  if (!plainElements.has(name))
    return { what: `正文里有 <${name}>`, fix: '删去它；正文只写文字、Markdown 和计划组件。' };
  for (const attribute of attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    if (activeAttribute.test(attribute.name))
      return { what: `<${name}> 上有属性 ${attribute.name}`, fix: `删去属性 ${attribute.name}；样式写在版式里。` };
    const found =
      attribute.name === 'href' && typeof attribute.value === 'string' ? linkProblem(attribute.value) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Prose marks text up and nothing more: what runs, frames, styles or leads to code is refused. */
export const markupPlain: Rule = ({ prose }) => {
  const found: Finding[] = [];
  if (prose === undefined) return found;
  visit(prose, (node) => {
    const problem = node.type === 'link' || node.type === 'definition' ? linkProblem(node.url) : elementProblem(node);
    if (problem === undefined) return;
    const position = point(node.position?.start.line ?? 1, node.position?.start.column ?? 1);
    found.push({ code: 'markup-active', position, ...problem });
  });
  return found;
};
