import type { Element } from 'hast';
import type { PlanDocument } from '../document/schema.ts';
import type { HtmlOptions } from '../html/document-html.ts';
import type { Layout } from '../html/layout.ts';

const layouts = import.meta.glob<Layout>('../../templates/*/layout.ts', { import: 'layout' });

/** A plan's document as a template sets it. What sets it loads with the first one in that template. */
export async function articleIn(template: string, document: PlanDocument, options: HtmlOptions): Promise<Element> {
  const load = layouts[`../../templates/${template}/layout.ts`];
  if (load === undefined) throw new Error(`${template} has no layout`);
  const layout = await load();
  return layout(document, options);
}
