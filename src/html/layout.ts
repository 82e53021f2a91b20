/** What a template's `layout.ts` is. */
import type { Element } from 'hast';
import type { PlanDocument } from '../document/schema.ts';
import { h } from '../model/element.ts';
import type { PrintTemplate } from '../model/template/print-template.ts';
import type { HtmlOptions } from './document-html.ts';

/** How a template sets a document, filled or not: its `main.print-document`. Pure; the same in browser and Node. */
export type Layout = (document: PlanDocument, options?: HtmlOptions) => Element;

/** The element that holds a paper. */
export function paper(
  { plan }: PlanDocument,
  { name, fit }: PrintTemplate,
  content: readonly Element['children'][number][],
): Element {
  const fitted = fit === undefined ? {} : { dataFit: JSON.stringify(fit) };
  return h('main', { className: ['print-document'], dataSlug: plan, dataTemplate: name, ...fitted }, content);
}
