/**
 * How a document is made to fit one page. Pure: the browser goes down the steps until the page holds the document, the
 * proof checks afterwards that nothing else was done.
 */
import { fitStrings as words } from './fit-strings.zh.ts';

/** A list or table of the document that may be shortened; its element carries `data-fit-list` with the name. */
export interface FitList {
  readonly name: string;
  /** As people call it: 任务. */
  readonly title: string;
  /** What one of its rows is called in a count: 项. */
  readonly counter: string;
  /** Rows that always stay; it is not shortened below. */
  readonly least: number;
}

/** Details that may go: cells, or parts of list items, with the class `col-<column>`. */
export interface FitDetail {
  /** {@link FitList.name} of the list that they belong to. */
  readonly list: string;
  readonly column: string;
  /** As people call it: 考核标准. */
  readonly title: string;
}

/** A part of the plan that the page has no room for; the document carries it hidden, as `data-absent` with the name. */
interface FitAbsent {
  readonly name: string;
  /** As people call it: 预算; before the headings of parts that have some: 正文的. */
  readonly title: string;
}

/** The order in which a document gives way; `template.ts` states it. */
export interface FitOrder {
  /** First these go, one by one, from all rows. */
  readonly details: readonly FitDetail[];
  /**
   * Then the type is set smaller, down to `least`. `usual` is the size at which details are given up; a page that holds
   * all of it with room to spare is set larger, up to `most`. In points; the whole page's smallest type.
   */
  readonly type: { readonly most: number; readonly usual: number; readonly least: number };
  /** Last of all these are shortened from their ends, always the one that has most left above its least. */
  readonly lists: readonly FitList[];
  /** What the template never shows, and the page says that it does not. */
  readonly absent?: readonly FitAbsent[];
}

/** How far a document has given way. */
export interface Reduction {
  /** How many of {@link FitOrder.details} are gone, from the first. */
  readonly details: number;
  /** Rows that stay, by list; all of a list that is not named. */
  readonly rows: Readonly<Record<string, number>>;
  /** Size of the type in points. */
  readonly type: number;
}

/** Steps between two sizes of type, in points. */
const typeStep = 0.25;

/**
 * Everything that may be done to a document to make it fit, in its order, the least first.
 * @param lengths rows of each list, by name
 */
export function reductions(order: FitOrder, lengths: Readonly<Record<string, number>>): Reduction[] {
  const { usual, least } = order.type;
  const steps: Reduction[] = [];
  for (let details = 0; details <= order.details.length; details += 1) steps.push({ details, rows: {}, type: usual });
  const details = order.details.length;
  for (let type = usual - typeStep; type >= least; type -= typeStep) steps.push({ details, rows: {}, type });
  let rows: Readonly<Record<string, number>> = {};
  for (let next = shortened(order, lengths, rows); next !== undefined; next = shortened(order, lengths, rows)) {
    rows = next;
    steps.push({ details, rows, type: least });
  }
  return steps;
}

/** Sizes of type that a page with room to spare may be set in, the largest first. */
export function largerTypes({ type: { most, usual } }: FitOrder): number[] {
  const sizes: number[] = [];
  for (let type = most; type > usual; type -= typeStep) sizes.push(type);
  return sizes;
}

/** One row less in the list that has most to give; undefined when none has. */
function shortened(
  { lists }: FitOrder,
  lengths: Readonly<Record<string, number>>,
  rows: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> | undefined {
  const left = ({ name }: FitList): number => rows[name] ?? lengths[name] ?? 0;
  const spare = (list: FitList): number => left(list) - list.least;
  const [longest] = lists.filter((list) => spare(list) > 0).sort((a, b) => spare(b) - spare(a));
  return longest && { ...rows, [longest.name]: left(longest) - 1 };
}

/** What a page leaves out, in words for the reader. */
export interface LeftOut {
  /** Details that the document had and the page has not. */
  readonly details: readonly FitDetail[];
  /** Number of rows that the page does not show, by list; none where all are shown. */
  readonly rows: Readonly<Record<string, number>>;
  /** What of {@link FitOrder.absent} the plan has, by name: the headings in it, if any. */
  readonly absent?: Readonly<Record<string, readonly string[]>>;
}

/** `另 3 项`: the row that stands for those that are not shown. */
export function moreWords({ counter }: FitList, count: number): string {
  return words.more(count, counter);
}

/** The note at the foot of the page; empty where nothing was left out. */
export function leftOutWords({ lists, absent = [] }: FitOrder, { details, rows, absent: had = {} }: LeftOut): string {
  const said = lists.flatMap((list) => {
    const columns = details.filter((detail) => detail.list === list.name).map(({ title }) => title);
    const count = rows[list.name] ?? 0;
    return [
      ...(columns.length === 0 ? [] : [words.details(list.title, columns)]),
      ...(count === 0 ? [] : [words.rows(list.title, count, list.counter)]),
    ];
  });
  const missing = absent.flatMap(({ name, title }) => {
    const headings = had[name];
    return headings === undefined ? [] : [words.absent(title, headings)];
  });
  return said.length + missing.length === 0 ? '' : words.leftOut([...said, ...missing]);
}
