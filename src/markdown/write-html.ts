import type { Element, Nodes, Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { attributeInfo } from './html-attributes.ts';

/** Elements without content or end tag. */
const empty = new Set(
  'area base basefont bgsound br col command embed frame hr image img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);
/** Elements of a chart whose content is HTML again. https://html.spec.whatwg.org/#html-integration-point */
const htmlWithin = new Set(['desc', 'foreignObject', 'title']);

/**
 * A syntax tree as HTML: letter by letter what `hast-util-to-html` writes, in a quarter of the time, which is a good part of
 * what a page of a large shelf costs. The counterpart of {@link readHtml}.
 */
export function writeHtml(tree: Nodes | readonly Nodes[]): string {
  return 'type' in tree ? written(tree, false, false) : tree.map((node) => written(node, false, false)).join('');
}

function written(node: Nodes, inSvg: boolean, asIs: boolean): string {
  switch (node.type) {
    case 'text':
      return asIs ? node.value : node.value.replace(/[<&]/g, reference);
    case 'element':
      return element(node, inSvg);
    case 'root':
      return node.children.map((child) => written(child, inSvg, false)).join('');
    default:
      return toHtml(node);
  }
}

function element({ tagName, properties, children }: Element, outerSvg: boolean): string {
  const inSvg = outerSvg || tagName === 'svg';
  const opening = `<${tagName}${attributes(properties, inSvg)}>`;
  if (!outerSvg && children.length === 0 && empty.has(tagName)) return opening;
  const asIs = tagName === 'script' || tagName === 'style';
  let content = '';
  for (const child of children) content += written(child, inSvg && !htmlWithin.has(tagName), asIs);
  return `${opening}${content}</${tagName}>`;
}

function attributes(properties: Properties, inSvg: boolean): string {
  let all = '';
  for (const name in properties) {
    const value = properties[name];
    if (value !== null && value !== undefined) all += attribute(name, value, inSvg);
  }
  return all;
}

function attribute(name: string, given: NonNullable<Properties[string]>, inSvg: boolean): string {
  const info = attributeInfo(name, inSvg);
  const bare = given === info.attribute || given === '';
  const switched =
    (info.overloadedBoolean && bare) ||
    ((info.boolean || info.overloadedBoolean) && (typeof given !== 'string' || bare));
  const value = switched ? (info.overloadedBoolean && bare) || Boolean(given) : given;
  if (value === false || Number.isNaN(value)) return '';
  if (value === true) return ` ${info.attribute}`;
  const words = Array.isArray(value) ? value.join(info.commaSeparated ? ', ' : ' ').trim() : String(value);
  return ` ${info.attribute}="${words.replace(/[\0"&'`]/g, reference)}"`;
}

function reference(char: string): string {
  return `&#x${char.charCodeAt(0).toString(16).toUpperCase()};`;
}
