import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { childElements, hasClass } from '../../model/element.ts';
import { articleOf, withArticle } from '../../html/print-article.ts';
import type { PrintTemplate } from '../../model/template/print-template.ts';
import { type FitDetail, type FitList, type FitOrder, leftOutWords, moreWords } from '../../model/template/fit.ts';
import { attribute } from '../pdf/painted.ts';
import type { PdfDocument } from '../pdf/pdf-document.ts';
import type { FitFigures, ProofFailure } from '../result.ts';

/** A document as it was made to fit, and what is to be said of that. */
export interface FitCheck {
  /** The whole document with the reduced article in the place of its own. */
  readonly html: string;
  readonly figures?: FitFigures;
  readonly failures: readonly ProofFailure[];
}

/** Rounding of the sizes that a PDF is written with, in points. */
const tolerance = 0.05;

/**
 * Checks that a reduced document gives way as its template says and in no other way: details by their order, then the type,
 * then rows from the ends of lists down to their least; that every shortened list and the note on the page say what is
 * missing, also what the template never shows; and that all else stands as it was.
 *
 * @param html the whole document as it was handed to the press
 * @param fitted HTML of its article as it was paginated; undefined where the browser said nothing of it
 * @param template of the document; papers of a booklet give way by the order of their own
 */
export function checkFit(html: string, fitted: string | undefined, template: FitTemplate): FitCheck {
  if (template.fit === undefined && !template.papers?.some(({ fit }) => fit !== undefined))
    return { html, failures: [] };
  const document = fromHtml(html);
  const source = articleOf(document);
  const fits = source === undefined ? [] : fittingParts(source, template);
  if (source !== undefined && fits.length === 0) return { html, failures: [] };
  const article = fitted === undefined ? undefined : articleOf(fromHtml(fitted, { fragment: true }));
  const parts = article === undefined ? [] : fittingParts(article, template);
  if (source === undefined || article === undefined || parts.length !== fits.length)
    return { html, failures: [failure('没有得到收成一页之后的文档，无法核对收去了什么。')] };
  const compared = fits.map(({ element, order }, index) =>
    new FitComparison(order).compare(element, parts[index]?.element ?? element),
  );
  const messages = compared.flatMap((part) => part.messages);
  if (template.fit === undefined && outside(source) !== outside(article))
    messages.push('不收成一页的材料与文档不同，这些内容不许收去。');
  const figures = template.fit === undefined ? undefined : compared[0]?.figures;
  const kept = { html: toHtml(withArticle(document, article)), failures: messages.map(failure) };
  return figures === undefined ? kept : { ...kept, figures };
}

/** What of a template says how documents give way. */
type FitTemplate = Pick<PrintTemplate, 'fit' | 'papers'>;

/** The whole article, or the papers within it, that were made to fit. */
function fittingParts(
  article: Element,
  { fit, papers = [] }: FitTemplate,
): readonly { readonly element: Element; readonly order: FitOrder }[] {
  if (fit !== undefined) return [{ element: article, order: fit }];
  return find(article, ({ properties }) => properties['dataFit'] !== undefined).flatMap((element) => {
    const order = papers.find(({ name }) => name === attribute(element, 'dataTemplate'))?.fit;
    return order === undefined ? [] : [{ element, order }];
  });
}

/** Everything of a booklet but the papers that are made to fit. */
function outside(article: Element): string {
  return textOf(article, ({ properties }) => properties['dataFit'] !== undefined);
}

/** The type on the pages is no smaller than the order allows. */
export function checkType(
  { pages }: Pick<PdfDocument, 'pages'>,
  { type: { least } }: FitOrder,
): readonly ProofFailure[] {
  return pages
    .filter(({ smallestType }) => smallestType < least - tolerance)
    .map(({ number, smallestType }) =>
      failure(`第 ${number} 页有 ${smallestType.toFixed(2)} 磅的字，不得小于 ${least} 磅。`),
    );
}

function failure(message: string): ProofFailure {
  return { check: 'fit', message };
}

class FitComparison {
  readonly #order: FitOrder;
  readonly #messages: string[] = [];

  constructor(order: FitOrder) {
    this.#order = order;
  }

  compare(source: Element, article: Element): { readonly figures: FitFigures; readonly messages: readonly string[] } {
    const gone = this.#goneDetails(source, article);
    const rows: Record<string, number> = {};
    for (const list of this.#order.lists) {
      const missing = this.#missingRows(list, source, article, gone);
      if (missing > 0) rows[list.name] = missing;
    }
    const type = Number(/--type:\s*([\d.]+)pt/.exec(attribute(article, 'style'))?.[1] ?? NaN);
    this.#inOrder(source, gone, rows, type);
    const note = textOf(noteOf(article));
    const absent = this.#absent(source);
    const wanted = textOf(leftOutWords(this.#order, { details: gone, rows, absent }));
    if (note !== wanted) this.#say(`页末应写明“${wanted}”，实际是“${note}”。`);
    const [before, after] = [rest(source), rest(article)];
    if (before !== after) this.#say('列表和表格以外的文字与文档不同，这些内容不许收去。');
    const details = gone.map(({ list, column }) => `${list}.${column}`);
    return { figures: { details, rows, type }, messages: this.#messages };
  }

  #say(message: string): void {
    this.#messages.push(message);
  }

  /** Details that the document has and the page has not. */
  #goneDetails(source: Element, article: Element): readonly FitDetail[] {
    return this.#order.details.filter(({ list, column }) => {
      const had = find(listNamed(source, list), (element) => hasClass(element, `col-${column}`)).length;
      return had > 0 && find(listNamed(article, list), (element) => hasClass(element, `col-${column}`)).length === 0;
    });
  }

  /** What the document carries hidden, since the template never shows it, with its headings. */
  #absent(source: Element): Readonly<Record<string, readonly string[]>> {
    const parts = (this.#order.absent ?? []).flatMap(({ name }) => {
      const [part] = find(source, ({ properties }) => properties['dataAbsent'] === name);
      if (part === undefined) return [];
      const headings = find(part, ({ tagName }) => /^h[23]$/.test(tagName));
      const aside = (element: Element): boolean => hasClass(element, 'heading-number') || element.tagName === 'sup';
      return [[name, headings.map((heading) => textOf(heading, aside))] as const];
    });
    return Object.fromEntries(parts);
  }

  /** Compares the rows that are shown; answers how many are not. */
  #missingRows(list: FitList, source: Element, article: Element, gone: readonly FitDetail[]): number {
    const own = gone.filter((detail) => detail.list === list.name).map(({ column }) => `col-${column}`);
    const without = (element: Element): boolean => own.some((name) => hasClass(element, name));
    const [headBefore, head] = [source, article].map((whole) => headOf(listNamed(whole, list.name), without));
    if (head !== headBefore) this.#say(`${list.title}的表头与文档不同：“${head ?? ''}”。`);
    const all = rowsOf(listNamed(source, list.name)).map((row) => textOf(row, without));
    const shown = rowsOf(listNamed(article, list.name));
    const kept = shown.filter((row) => !hasClass(row, 'more')).map((row) => textOf(row));
    const different = kept.findIndex((text, index) => text !== all[index]);
    if (different >= 0) this.#say(`${list.title}第 ${different + 1} 行与文档不同：“${kept[different] ?? ''}”。`);
    const missing = all.length - kept.length;
    const more = shown.filter((row) => hasClass(row, 'more')).map((row) => textOf(row));
    const wanted = missing > 0 ? [textOf(moreWords(list, missing))] : [];
    if (more.join('｜') !== wanted.join('｜'))
      this.#say(`${list.title}少了 ${missing} ${list.counter}，应写“${wanted.join('')}”，实际是“${more.join('')}”。`);
    if (missing > 0 && kept.length < list.least)
      this.#say(`${list.title}只剩 ${kept.length} ${list.counter}，至少要留 ${list.least} ${list.counter}。`);
    return missing;
  }

  /** Nothing is given up before all that comes earlier in the order. */
  #inOrder(source: Element, gone: readonly FitDetail[], rows: Readonly<Record<string, number>>, type: number): void {
    const { details, type: sizes } = this.#order;
    const there = details.filter(({ list, column }) =>
      find(listNamed(source, list), (element) => hasClass(element, `col-${column}`)).some(Boolean),
    );
    const early = there.slice(0, gone.length).find((detail) => !gone.includes(detail));
    if (early !== undefined) this.#say(`${early.title}还在，排在它后面的却收去了。`);
    if (Object.keys(rows).length > 0 && gone.length < there.length) this.#say('各列没有收完，就缩短了表格。');
    if (!(type >= sizes.least && type <= sizes.most))
      this.#say(`字号是 ${type} 磅，应在 ${sizes.least} 至 ${sizes.most} 磅。`);
    if (type < sizes.usual && gone.length < there.length) this.#say('各列没有收完，就改小了字号。');
    if (Object.keys(rows).length > 0 && type > sizes.least) this.#say('字号没有改到最小，就缩短了表格。');
  }
}

function find(element: Element | undefined, wanted: (element: Element) => boolean): Element[] {
  if (element === undefined) return [];
  return childElements(element).flatMap((child) => [...(wanted(child) ? [child] : []), ...find(child, wanted)]);
}

function listNamed(article: Element, name: string): Element | undefined {
  return find(article, ({ properties }) => properties['dataFitList'] === name)[0];
}

function noteOf(article: Element): Element | string {
  return find(article, ({ properties }) => properties['dataLeftOut'] !== undefined)[0] ?? '';
}

/** Rows of a table's body; else items and paragraphs. */
function rowsOf(list: Element | undefined): Element[] {
  if (list === undefined) return [];
  return childElements(list).flatMap((child) => {
    if (/^(?:tbody|ul|ol)$/.test(child.tagName)) return childElements(child);
    return /^(?:li|p)$/.test(child.tagName) ? [child] : [];
  });
}

/** Words of a table's head; none of any other list. */
function headOf(list: Element | undefined, aside: (element: Element) => boolean): string {
  const [head] = find(list, ({ tagName }) => tagName === 'thead');
  return head === undefined ? '' : textOf(head, aside);
}

/** Words without white space, and without the elements that are left aside. */
function textOf(from: Element | string, aside: (element: Element) => boolean = () => false): string {
  const words = typeof from === 'string' ? from : toString(without(from, aside));
  return words.replace(/\s+/gu, '');
}

function without(element: Element, aside: (element: Element) => boolean): Element {
  const children = element.children.filter((child) => child.type !== 'element' || !aside(child));
  return { ...element, children: children.map((child) => (child.type === 'element' ? without(child, aside) : child)) };
}

/** Everything that no step may touch. */
function rest(article: Element): string {
  return textOf(
    article,
    ({ properties: { dataFitList, dataLeftOut, dataAbsent } }) =>
      dataFitList !== undefined || dataLeftOut !== undefined || dataAbsent !== undefined,
  );
}
