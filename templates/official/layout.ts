import { DocumentHtml } from '../../src/html/document-html.ts';
import { type Layout, paper } from '../../src/html/layout.ts';
import { annexed } from './annexed.ts';
import { closing } from './closing.ts';
import { onGrid } from './grid.ts';
import { template } from './template.ts';
import { titleBlock } from './title-block.ts';

/**
 * Title, text, list of annexes, who issues it and when, annexes. The tables and charts of the plan's data are annexes, tables
 * of the prose stay where they are. Its own sign-off takes the place of the one that every template gets.
 */
export const layout: Layout = (document, options) => {
  const html = new DocumentHtml(document, options);
  const { text, annexes } = annexed(html);
  return paper(document, template, [
    titleBlock(html),
    ...text.map(onGrid),
    closing(html, annexes),
    ...annexes.map(({ element }) => onGrid(element)),
  ]);
};
