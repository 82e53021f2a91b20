/** Styles that pagination itself needs; they go past Paged.js. */
import { openEnd } from './break-place.ts';
import { looseRows } from './tables/whole-tables.ts';

/**
 * On screen: Paged.js keeps every earlier page live while it lays out the next one. Hiding the contents of all but the last
 * from layout halves the time of a 200-page document; when pagination is over, `data-pages` shows them again.
 */
const css = `
[${openEnd}], tr[${openEnd}] > * {
  padding-bottom: 0 !important; margin-bottom: 0 !important; border-bottom-width: 0 !important;
}
[${looseRows}], [${looseRows}] > * { display: block }
[${looseRows}] tr { display: flex }
[${looseRows}] :is(td, th) { display: block; border-block-start-width: 0; border-inline-start-width: 0 }
:where(.pagedjs_page_content img) {
  max-width: 100%;
  max-height: calc(var(--pagedjs-pagebox-height) - var(--pagedjs-margin-top) - var(--pagedjs-margin-bottom) - 4em);
}
[data-page-notes] { display: flow-root; flex: none; overflow: hidden }
[data-page-notes] div { margin: 0 !important; padding: 0 !important; border: 0 !important; break-before: auto !important }
[data-notes-alone] > .pagedjs_footnote_area { justify-content: flex-start !important }
:where([data-page-notes] [data-footnotes])::before { content: ''; display: block; width: 40mm; margin-bottom: .4em; border-top: .5pt solid }
:where([data-page-notes] li) { orphans: 2; widows: 2 }
:where([data-page-notes]) :is(tr, pre, figure) { break-inside: avoid }
[data-block-step] { position: relative }
[data-block-step][data-split-to], [data-block-step][data-split-from] { top: 0 !important }
@media screen {
  html:not([data-pages]) .pagedjs_page:not(:last-child) { content-visibility: hidden }
  html[data-pages] body { background: #d9d9d6 }
  html[data-pages] .pagedjs_page { margin: 1.5rem auto; background: #fff; box-shadow: 0 1px 4px #0004 }
}`;

/** Adds the style to the page; call it once. */
export function addPageStyle(): void {
  const style = document.createElement('style');
  style.dataset['pagedjsIgnore'] = '';
  style.textContent = css;
  document.head.append(style);
}
