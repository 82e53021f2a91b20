/** What independent readers see in an exported file, each text as one string without white space. */
import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import ICAL from 'ical.js';
import mammoth from 'mammoth';
import type { Nodes } from 'mdast';
import { toString as mdastText } from 'mdast-util-to-string';
import readXlsx from 'read-excel-file/node';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** Text as it is compared: without white space, lines to write on, and the brackets that stand for open fields. */
export function bare(text: string): string {
  return text.replace(/[\s＿【】]/gu, '');
}

/** Every piece of text of an article, in its order: what each paragraph, item, heading, cell and term says. */
export function articleTexts(article: Element): string[] {
  const texts: string[] = [];
  const walk = (element: Element): void => {
    if (element.properties['dataScreenOnly'] !== undefined || /^(?:svg|figcaption)$/.test(element.tagName)) return;
    // The head of the footnotes is for screen readers.
    const { className } = element.properties;
    if (Array.isArray(className) && className.includes('sr-only')) return;
    const blocks = element.children.filter((child): child is Element => child.type === 'element' && isBlock(child));
    const own = element.children.filter((child) => !blocks.some((block) => block === child));
    const text = bare(toString({ type: 'element', tagName: 'div', properties: {}, children: own.filter(isShown) }));
    if (text !== '' && /^(?:p|li|h[1-6]|t[hd]|caption|d[td])$/.test(element.tagName)) texts.push(text);
    for (const block of blocks) walk(block);
  };
  walk(article);
  return texts;
}

function isBlock({ tagName }: Element): boolean {
  return !/^(?:a|b|br|code|del|em|i|kbd|s|span|strong|sub|sup|wbr)$/.test(tagName);
}

/** Numbers of headings and marks of footnotes are compared apart: not every format writes them as text. */
function isShown(child: ElementContent): boolean {
  if (child.type !== 'element') return true;
  const { className, dataFootnoteBackref } = child.properties;
  return (
    !(Array.isArray(className) && className.includes('heading-number')) &&
    child.tagName !== 'sup' &&
    dataFootnoteBackref === undefined
  );
}

export function markdownText(content: Uint8Array): string {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(new TextDecoder().decode(content));
  const texts: string[] = [];
  visit(tree, (node: Nodes) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      texts.push(mdastText(node, { includeHtml: false }));
  });
  return bare(texts.join('\n'));
}

export async function docxText(content: Uint8Array): Promise<string> {
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(content) });
  if (messages.some(({ type }) => type === 'error')) throw new Error(JSON.stringify(messages));
  // What mammoth writes for a footnote's mark.
  return bare(toString(fromHtml(value.replace(/<sup>.*?<\/sup>/g, ''), { fragment: true })));
}

export type Row = readonly (string | number | boolean | Date | null)[];

/** Sheets by name. */
export async function xlsxSheets(content: Uint8Array): Promise<Map<string, readonly Row[]>> {
  const sheets = await readXlsx(Buffer.from(content));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data as readonly Row[]]));
}

export async function xlsxText(content: Uint8Array): Promise<string> {
  const rows = (await xlsxSheets(content)).get('正文') ?? [];
  return bare(
    joinedRows(rows.map((row) => row.map((cell) => String(cell ?? ''))))
      .flat()
      .join('\n'),
  );
}

function calendarOf(content: Uint8Array): ICAL.Component {
  return ICAL.Component.fromString(new TextDecoder().decode(content));
}

/** A cell that is full goes on in the row below. */
function joinedRows(rows: readonly (readonly string[])[]): string[][] {
  const joined: string[][] = [];
  let goesOn = false;
  for (const row of rows) {
    const last = joined.at(-1);
    if (goesOn && last !== undefined) row.forEach((cell, index) => (last[index] = (last[index] ?? '') + cell));
    else joined.push([...row]);
    goesOn = row.some((cell) => cell.length >= 32_766);
  }
  return joined;
}

/** Summaries and descriptions of everything in a calendar. */
export function calendarText(content: Uint8Array): string {
  const entries = calendarOf(content).getAllSubcomponents();
  return bare(
    entries
      .flatMap((entry) => ['summary', 'description'].map((name) => String(entry.getFirstPropertyValue(name) ?? '')))
      .join('\n'),
  );
}

/** All strings of an exported document's text. */
export function jsonText(content: Uint8Array): string {
  const { document } = JSON.parse(new TextDecoder().decode(content)) as { document: unknown };
  const strings: string[] = [];
  JSON.stringify(document, (key, value: unknown) => {
    if (typeof value === 'string' && key !== 'kind' && key !== 'name' && key !== 'number') strings.push(value);
    return value;
  });
  return bare(strings.join('\n'));
}
