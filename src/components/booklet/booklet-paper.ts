import type { Element, ElementContent, Properties } from 'hast';
import { childElements } from '../../model/element.ts';
import { titleElementOf } from '../../html/print-article.ts';

/** Name of the pages that papers in a template have, as `@page` calls them; see `scopedSheet`. */
export function pageNameOf(template: string): string {
  return `paper-${template}`;
}

/**
 * A paper's document as a section of a booklet; the running head with its title begins with its first block. Ids are
 * made unique by the paper's own before them, and what refers to them follows. The title above the text is a `div`
 * here: the divider before it has the heading.
 *
 * ```html
 * <main data-template="meeting"><h1 id="title">…</h1><h2 id="目标">…</h2></main>
 * ```
 * ```html
 * <section class="booklet-paper" data-begins="page" data-template="meeting" data-page="paper-meeting"><div class="document-title" id="paper-1-title"
 * data-running-head="…">…</div><h2 id="paper-1-目标">…</h2></section>
 * ```
 */
export function bookletPaper(
  { id, title, article }: { readonly id: string; readonly title: string; readonly article: Element },
  begins: string,
): Element {
  const template = templateOfArticle(article);
  const { dataFit: fit } = article.properties;
  const heading = titleElementOf(article);
  const [first] = childElements(article);
  const copy = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node;
    const properties = {
      ...Object.fromEntries(Object.entries(node.properties).map((entry) => withPrefix(entry, `${id}-`))),
      ...(node === heading && { className: ['document-title'] }),
      ...(node === first && { dataRunningHead: title }),
    };
    const tagName = node === heading ? 'div' : node.tagName;
    return { ...node, tagName, properties, children: node.children.map(copy) };
  };
  return {
    type: 'element',
    tagName: 'section',
    properties: {
      className: ['booklet-paper'],
      dataBegins: begins,
      dataTemplate: template,
      dataPage: pageNameOf(template),
      ...(fit !== undefined && { dataFit: fit }),
    },
    children: article.children.map(copy),
  };
}

/** Name of the template that a print document is set in. */
export function templateOfArticle({ properties }: Element): string {
  return String(properties['dataTemplate'] ?? '');
}

/** Attributes that hold ids, in lower case without hyphens: hast and DOM write them differently. */
const ofIds = new Set(['id', 'for', 'htmlfor', 'headers', 'arialabelledby', 'ariadescribedby', 'ariadetails']);

function withPrefix([name, value]: [string, Properties[string]], prefix: string): [string, Properties[string]] {
  const plain = name.toLowerCase().replaceAll('-', '');
  if (ofIds.has(plain)) {
    const ids = Array.isArray(value) ? value.map(String) : String(value ?? '').split(/\s+/);
    return [name, ids.map((id) => prefix + id).join(' ')];
  }
  if (typeof value !== 'string') return [name, value];
  if (/^(?:xlink:?)?href$/.test(plain) && value.startsWith('#')) return [name, `#${prefix}${value.slice(1)}`];
  return [name, value.replace(/url\(#/g, `url(#${prefix}`)];
}
