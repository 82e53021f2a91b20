/** Takes out of a document what a reduction says, and says on the page what that was. */
import { type FitOrder, type Reduction, leftOutWords, moreWords } from '../../model/template/fit.ts';

function listNamed(article: ParentNode, name: string): Element | null {
  return article.querySelector(`[data-fit-list="${name}"]`);
}

/** Rows of a list: of a table's body, items, or paragraphs. */
function rowsOf(list: Element): Element[] {
  return [...list.querySelectorAll(':scope > tbody > tr, :scope > li, :scope > p, :scope > ul > li, :scope > ol > li')];
}

/** Rows of each list that the document has, by name. */
export function lengthsOf(article: ParentNode, { lists }: FitOrder): Readonly<Record<string, number>> {
  const found = lists.map(({ name }) => [name, listNamed(article, name)] as const);
  return Object.fromEntries(found.flatMap(([name, list]) => (list === null ? [] : [[name, rowsOf(list).length]])));
}

/** A copy of an article that shows as much as a reduction leaves. */
export function reduced(whole: HTMLElement, order: FitOrder, reduction: Reduction): HTMLElement {
  const article = whole.cloneNode(true) as HTMLElement;
  const details = order.details.slice(0, reduction.details).filter(({ list, column }) => {
    const parts = listNamed(article, list)?.querySelectorAll(`.col-${column}`) ?? [];
    for (const part of parts) part.remove();
    return parts.length > 0;
  });
  const rows: Record<string, number> = {};
  for (const fitList of order.lists) {
    const list = listNamed(article, fitList.name);
    const keep = reduction.rows[fitList.name];
    if (list === null || keep === undefined) continue;
    const gone = rowsOf(list).slice(keep);
    if (gone.length === 0) continue;
    rows[fitList.name] = gone.length;
    gone[0]?.before(moreRow(list, gone[0], moreWords(fitList, gone.length)));
    for (const row of gone) row.remove();
  }
  note(article, leftOutWords(order, { details, rows, absent: withoutAbsent(article, order) }));
  article.style.setProperty('--type', `${String(reduction.type)}pt`);
  return article;
}

/** Takes out what the template never shows; answers what there is of it, with its headings. */
function withoutAbsent(article: ParentNode, { absent = [] }: FitOrder): Readonly<Record<string, readonly string[]>> {
  const parts = absent.flatMap(({ name }) => {
    const part = article.querySelector(`[data-absent="${name}"]`);
    part?.remove();
    return part === null ? [] : [[name, [...part.querySelectorAll('h2, h3')].map(headingWords)] as const];
  });
  return Object.fromEntries(parts);
}

/** A heading without its number and references to notes. */
function headingWords(heading: Element): string {
  const words = heading.cloneNode(true) as Element;
  for (const aside of words.querySelectorAll('.heading-number, sup')) aside.remove();
  return words.textContent.trim();
}

/** The row that stands for those that are gone. */
function moreRow(list: Element, like: Element, words: string): Element {
  const row = document.createElement(like.localName);
  row.className = 'more';
  const cells = list.querySelectorAll(':scope > thead > tr > th').length;
  if (row.localName !== 'tr') {
    row.textContent = words;
    return row;
  }
  const cell = document.createElement('td');
  cell.colSpan = cells;
  cell.textContent = words;
  row.append(cell);
  return row;
}

function note(article: ParentNode, words: string): void {
  const place = article.querySelector<HTMLElement>('[data-left-out]');
  if (place === null) throw new Error('版式缺少 data-left-out：页面要有一处写明从略了什么');
  place.textContent = words;
  place.hidden = words === '';
}
