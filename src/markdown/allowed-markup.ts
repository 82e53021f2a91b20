/** The HTML that prose may hold: a list of what is harmless, since that of what is not never ends. */
import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Fault } from './fault.ts';
import { isPlanComponent } from './plan-components.ts';

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

/** Elements that only mark text up. */
const elements = new Set(
  (
    'a abbr aside b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 ' +
    'hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead ' +
    'time tr u ul var wbr'
  ).split(' '),
);

/** Attributes of every element. */
const common = ['class', 'dir', 'id', 'lang', 'title'];

/** Attributes of one element. All of them are plain words but `href` and `src`, which are looked at as addresses. */
const own: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  col: ['span'],
  colgroup: ['span'],
  del: ['datetime'],
  details: ['open'],
  img: ['alt', 'height', 'src', 'width'],
  ins: ['datetime'],
  li: ['value'],
  ol: ['reversed', 'start', 'type'],
  td: ['align', 'colspan', 'rowspan'],
  th: ['align', 'colspan', 'rowspan', 'scope'],
  time: ['datetime'],
};

export function isJsx(node: Nodes): node is Jsx {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Names in lower case are HTML elements, all others components. */
export function isElementName(name: string): boolean {
  return /^[a-z]/.test(name);
}

/** Value of an attribute that is written in quotes; undefined where there is none. */
export function attributeOf({ attributes }: Jsx, name: string): string | undefined {
  const found = attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}

/**
 * What marks up more than text: elements and attributes that are not listed, and addresses that run or lead elsewhere than
 * a link may. Names are compared letter by letter: `HREF` is not `href`, as little as `set:html` is. Programs in attributes
 * are the business of `programFaults`, names of components that of the rule on components.
 */
export function markupFaults(node: Nodes): readonly Fault[] {
  if (node.type === 'link' || node.type === 'definition') return faultOf(linkFault(node.url));
  if (!isJsx(node)) return [];
  const { name } = node;
  if (name === null) return [{ what: '正文里有 <>', fix: '删去 <> 和 </>，留下里面的文字。' }];
  if (isPlanComponent(name)) return componentFaults(node, name);
  if (!isElementName(name)) return [];
  if (!elements.has(name)) return [{ what: `正文里有 <${name}>`, fix: '删去它；正文只写文字、Markdown 和计划组件。' }];
  return node.attributes.flatMap((attribute): readonly Fault[] => {
    if (attribute.type !== 'mdxJsxAttribute') return [];
    const known = [...common, ...(own[name] ?? [])];
    if (!known.includes(attribute.name))
      return isProgram(attribute.value) ? [] : [unknownAttribute(name, attribute.name, known)];
    return attribute.name === 'href' && typeof attribute.value === 'string' ? faultOf(linkFault(attribute.value)) : [];
  });
}

function faultOf(fault: Fault | undefined): readonly Fault[] {
  return fault === undefined ? [] : [fault];
}

/** Programs in attributes are reported as programs. */
function isProgram(value: Jsx['attributes'][number]['value']): boolean {
  return typeof value === 'object' && value !== null;
}

/** A component shows the plan's data: it takes nothing from the prose. */
function componentFaults({ attributes, children }: Jsx, name: string): readonly Fault[] {
  const fix = `写成 <${name} />，不带属性和内容。`;
  const given = attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && !isProgram(attribute.value) ? [attribute.name] : [],
  );
  return [
    ...given.map((attribute) => ({ what: `<${name} /> 上有属性 ${attribute}`, fix })),
    ...(children.length > 0 ? [{ what: `<${name}> 和 </${name}> 之间有内容，不会印出来`, fix }] : []),
  ];
}

function unknownAttribute(element: string, attribute: string, known: readonly string[]): Fault {
  const lower = attribute.toLowerCase();
  const meant = lower === 'classname' ? 'class' : lower;
  const fix = known.includes(meant) ? `属性名写成小写的 ${meant}。` : `删去属性 ${attribute}；样式写在版式里。`;
  return { what: `<${element}> 上有属性 ${attribute}`, fix };
}

const schemes = new Set(['http', 'https', 'mailto', 'tel']);

/**
 * What is wrong with the address of a link. An address is either of a known scheme, or begins with `/` or `#`, or is a path;
 * browsers drop tabs, line breaks and other control characters from addresses, so none may stand in one.
 * https://url.spec.whatwg.org/#concept-basic-url-parser
 */
function linkFault(address: string): Fault | undefined {
  const fix = '链接只写 https://、http://、mailto:、tel: 开头的地址，或本站从 / 开始的网址。';
  if (/\p{Cc}/u.test(address)) return { what: `链接 ${visible(address)} 里有看不见的控制字符`, fix };
  const scheme = /^([^/?#]*?):/.exec(address)?.[1]?.trim().toLowerCase();
  if (scheme !== undefined && !schemes.has(scheme)) return { what: `链接 ${address} 的开头 ${scheme}: 不能用`, fix };
  if (scheme !== undefined && address.startsWith(' ')) return { what: `链接 ${address} 以空格开头`, fix };
  if (/^\s*(?:[/\\]{2}|\\|\/\\)/.test(address)) return { what: `链接 ${address} 没有写明 https://`, fix };
  return undefined;
}

/** Whether a link may lead to an address. */
export function isLink(address: string): boolean {
  return linkFault(address) === undefined;
}

/** Whether an address is of this site, or relative: what is loaded comes from nowhere else. */
export function isOwnAddress(address: string): boolean {
  return !/^[^/?#]*:/.test(address) && !/^\s*[/\\]{2}/.test(address);
}

function visible(address: string): string {
  return address.replace(/\p{Cc}/gu, '␣');
}
