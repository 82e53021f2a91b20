import type { Element, ElementContent } from 'hast';
import { childElements, hasClass, isBlock } from '../fill/block-text.ts';
import { tableRows } from '../fill/document-blocks.ts';
import { columnKeys, planTableName } from '../fill/table-columns.ts';
import type { Block, Fact, Footnote, Inline, ListItem, TableBlock, TableCell, TableRow } from './blocks.ts';
import { readInline } from './read-inline.ts';

/** Blocks of a filled article. A chart becomes what `schedule` says in its place. */
export function readBlocks(article: Element, schedule: () => TableBlock | undefined): Block[] {
  let drawn = false;
  const chart = (): Block[] => {
    const table = drawn ? undefined : schedule();
    drawn = true;
    return table === undefined ? [] : [table];
  };
  return flowBlocks(article.children, chart);
}

type Chart = () => Block[];

/** Flow content; loose inline content between blocks is a paragraph. */
function flowBlocks(nodes: readonly ElementContent[], chart: Chart): Block[] {
  const blocks: Block[] = [];
  let loose: ElementContent[] = [];
  const flush = (): void => {
    const content = readInline(loose);
    if (content.length > 0) blocks.push({ kind: 'paragraph', content });
    loose = [];
  };
  for (const node of nodes) {
    if (node.type !== 'element' || !(isBlock(node) || isContainer(node))) {
      loose.push(node);
      continue;
    }
    flush();
    blocks.push(...blockOf(node, chart));
  }
  flush();
  return blocks;
}

function isContainer({ tagName }: Element): boolean {
  return /^(?:header|footer|main|article|aside|nav|details|figcaption|hr|svg)$/.test(tagName);
}

function blockOf(element: Element, chart: Chart): Block[] {
  const { tagName, properties, children } = element;
  if (properties['dataScreenOnly'] !== undefined || properties['dataFootnotes'] !== undefined) return [];
  if (hasClass(element, 'schedule')) return chart();
  if (hasClass(element, 'sign-off')) return [{ kind: 'facts', name: 'sign-off', facts: factsIn(element) }];
  if (/^h[1-6]$/.test(tagName)) return [headingOf(element)];
  switch (tagName) {
    case 'p': {
      const content = readInline(children);
      return content.length === 0 ? [] : [{ kind: 'paragraph', content }];
    }
    case 'ul':
    case 'ol':
      return [listOf(element, chart)];
    case 'dl':
      return [{ kind: 'facts', name: 'head', facts: factsIn(element) }];
    case 'table':
      return [tableOf(element)];
    case 'blockquote':
      return [{ kind: 'quote', blocks: flowBlocks(children, chart) }];
    case 'pre':
      return [{ kind: 'code', text: rawText(element).replace(/\n$/, '') }];
    case 'figure':
      return flowBlocks(figureWords(element), chart);
    case 'hr':
      return [{ kind: 'rule' }];
    case 'svg':
      return [];
    default:
      return flowBlocks(children, chart);
  }
}

/** A caption that only repeats the words for its picture is said once. */
function figureWords(figure: Element): ElementContent[] {
  const picture = childElements(figure).find(({ tagName }) => tagName === 'img');
  return figure.children.filter(
    (child) =>
      child.type !== 'element' || child.tagName !== 'figcaption' || rawText(child) !== picture?.properties['alt'],
  );
}

function headingOf({ tagName, children }: Element): Block {
  const number = children.find((child) => child.type === 'element' && hasClass(child, 'heading-number'));
  return {
    kind: 'heading',
    level: Number(tagName[1]) - 1,
    number: number?.type === 'element' ? rawText(number) : '',
    content: readInline(children.filter((child) => child !== number)),
  };
}

function rawText(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? rawText(child) : ''))
    .join('');
}

function listOf(list: Element, chart: Chart): Block {
  const { start } = list.properties;
  const items = childElements(list).map((item): ListItem => {
    const box = checkBox(item);
    const blocks = flowBlocks(item.children, chart);
    return box === undefined ? { blocks } : { blocks, checked: box.properties['checked'] === true };
  });
  return { kind: 'list', ordered: list.tagName === 'ol', start: Number(start ?? 1), items };
}

function checkBox(item: Element): Element | undefined {
  for (const child of childElements(item)) {
    if (child.tagName === 'input') return child;
    const inside = child.tagName === 'p' ? checkBox(child) : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** Terms and what they say, of all lists of an element. */
function factsIn(element: Element): Fact[] {
  const facts: Fact[] = [];
  let term: readonly Inline[] = [];
  for (const child of childElements(element)) {
    if (child.tagName === 'dt') term = readInline(child.children);
    else if (child.tagName === 'dd') facts.push({ term, content: readInline(child.children) });
    else facts.push(...factsIn(child));
  }
  return facts;
}

function tableOf(table: Element): TableBlock {
  const caption = childElements(table).find(({ tagName }) => tagName === 'caption');
  const [first, ...rest] = tableRows(table);
  const name = planTableName(table);
  const columns = columnKeys(table);
  return {
    kind: 'table',
    ...(name !== undefined && { name }),
    columns,
    shares: sharesOf(table, columns.length),
    caption: caption === undefined ? [] : readInline(caption.children),
    head: first === undefined ? [] : childElements(first).map(cellOf),
    rows: rest.map((row): TableRow => ({
      cells: childElements(row).map(cellOf),
      ...(hasClass(row, 'total') && { total: true }),
    })),
  };
}

/** Widths of the columns as the column group gives them, else all the same. */
function sharesOf(table: Element, count: number): number[] {
  const group = childElements(table).find(({ tagName }) => tagName === 'colgroup');
  const widths =
    group === undefined ? [] : childElements(group).map(({ properties }) => parseFloat(String(properties['width'])));
  const sum = widths.reduce((a, b) => a + b, 0);
  if (widths.length === count && sum > 0) return widths.map((width) => width / sum);
  return Array.from({ length: count }, () => 1 / count);
}

function cellOf(cell: Element): TableCell {
  const { align: given, style, scope } = cell.properties;
  const named =
    typeof given === 'string'
      ? given
      : /text-align:\s*(center|right)/.exec(typeof style === 'string' ? style : '')?.[1];
  const align = hasClass(cell, 'figure') ? 'right' : named;
  return {
    content: readInline(cell.children),
    ...((align === 'right' || align === 'center') && { align }),
    ...(scope === 'row' && { header: true }),
  };
}

/** The footnotes of an article, in the order of their numbers. */
export function readFootnotes(article: Element): Footnote[] {
  const section = footnoteSection(article);
  const list = section && childElements(section).find(({ tagName }) => tagName === 'ol');
  return (list === undefined ? [] : childElements(list)).map((item, index) => ({
    id: (typeof item.properties['id'] === 'string' ? item.properties['id'] : '').replace(/^(?:user-content-)?fn-/, ''),
    number: index + 1,
    blocks: flowBlocks(item.children, () => []),
  }));
}

function footnoteSection(element: Element): Element | undefined {
  for (const child of childElements(element)) {
    const found = child.properties['dataFootnotes'] === undefined ? footnoteSection(child) : child;
    if (found !== undefined) return found;
  }
  return undefined;
}
