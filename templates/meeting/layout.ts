import { DocumentHtml } from '../../src/html/document-html.ts';
import { type Layout, paper } from '../../src/html/layout.ts';
import { template } from './template.ts';
import { titleBlock } from './title-block.ts';

/** Title and facts, then the whole text. */
export const layout: Layout = (document, options) => {
  const html = new DocumentHtml(document, options);
  return paper(document, template, [titleBlock(html), ...html.text()]);
};
