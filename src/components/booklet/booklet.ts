/** 会议材料汇编: several plans' documents bound into one. Pure; the same in browser and Node. */
import type { Element, ElementContent, Root } from 'hast';
import { withArticle } from '../../html/print-article.ts';
import { h } from '../../model/element.ts';
import { chineseNumeral } from '../../model/numbering.ts';
import { bookletPaper, templateOfArticle } from './booklet-paper.ts';
import { type PaperSheet, paperLinks, sheetsOf } from './booklet-sheets.ts';
import { bookletStrings as words } from './booklet-strings.zh.ts';

/** One paper of a booklet. */
export interface BookletItem {
  /** What the document is called; see `shownTitle`. */
  readonly title: string;
  /** Day on which the paper was last changed: `2026-11-20`. */
  readonly updated: string;
  /** `main.print-document` of its print document, filled. It is not changed. */
  readonly article: Element;
  /** What its print document links. */
  readonly sheets: readonly PaperSheet[];
}

/** What the cover says; an empty text is left out. */
export interface BookletCover {
  readonly title: string;
  readonly unit: string;
  readonly date: string;
  /** 密级, or a mark such as 内部资料. */
  readonly mark: string;
}

export interface BookletOptions {
  /** For printing on both sides: contents, dividers and papers begin on right-hand pages. */
  readonly duplex: boolean;
}

export interface Booklet {
  readonly title: string;
  /** Day of the newest paper. */
  readonly updated: string;
  /** `main.print-document` of the whole. */
  readonly article: Element;
  /** The papers, by template, with their style sheets. */
  readonly papers: readonly { readonly template: string; readonly sheets: readonly PaperSheet[] }[];
}

/** Most papers of a booklet: `chineseNumeral` counts no further. */
const mostPapers = 999;

/** Longest texts of the cover, in characters: what fits on it in the smallest size of `print.css`. */
export const longestOnCover: Readonly<Record<keyof BookletCover, number>> = {
  title: 500,
  unit: 100,
  date: 40,
  mark: 40,
};

/** Why these papers cannot be bound, in words for the writer; nothing where they can. */
export function bookletProblems(count: number, cover: BookletCover): string[] {
  const problems: string[] = [];
  if (count === 0) problems.push(words.empty);
  if (count > mostPapers) problems.push(words.tooMany(count, mostPapers));
  for (const part of ['title', 'unit', 'date', 'mark'] as const) {
    const { length } = Array.from(cover[part].trim());
    if (length > longestOnCover[part]) problems.push(words.tooLong(words.parts[part], length, longestOnCover[part]));
  }
  return problems;
}

/**
 * Binds papers: cover, contents with page numbers, and for each paper a divider and its text.
 *
 * Outline and headings: the title on the divider is the `h1`, so that contents and outline name each paper once; the
 * title above its text is no heading any more, and its sections stay `h2`. `data-running-head` begins a stretch of
 * pages with that running head, `data-page-of` stands for the page that an address is on.
 *
 * @throws {RangeError} with the words of {@link bookletProblems}
 */
export function booklet(items: readonly BookletItem[], cover: BookletCover, { duplex }: BookletOptions): Booklet {
  const [problem] = bookletProblems(items.length, cover);
  if (problem !== undefined) throw new RangeError(problem);
  const title = cover.title.trim() === '' ? words.title : cover.title.trim();
  const papers = items.map((item, index) => ({
    id: `paper-${index + 1}`,
    number: words.paper(chineseNumeral(index + 1)),
    title: item.title,
    article: item.article,
  }));
  const begins = duplex ? 'right' : 'page';
  const article = h(
    'main',
    { className: ['print-document', 'booklet', ...(duplex ? ['duplex'] : [])], dataTemplate: 'booklet' },
    [
      coverPage({ ...cover, title }),
      contents(papers, begins),
      ...papers.flatMap((paper): Element[] => [divider(paper, begins), bookletPaper(paper, begins)]),
    ],
  );
  const updated = items.reduce((newest, item) => (item.updated > newest ? item.updated : newest), '');
  const styled = items.map(({ article: own, sheets }) => ({ template: templateOfArticle(own), sheets }));
  return { title, updated, article, papers: styled };
}

interface Paper {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

function coverPage({ title, unit, date, mark }: BookletCover): Element {
  const line = (name: string, text: string): ElementContent[] =>
    text.trim() === '' ? [] : [h('p', { className: [`cover-${name}`] }, text.trim())];
  return h('section', { className: ['booklet-cover'] }, [
    ...line('mark', mark),
    h('p', { className: ['cover-title', sizeOf(title)] }, inWords(title)),
    h('div', { className: ['cover-foot'] }, [...line('unit', unit), ...line('date', date)]),
  ]);
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Large type breaks between words: 年度 | 工作 | 会议. The style sheet keeps them whole. */
function inWords(text: string): ElementContent[] {
  const segments = [...segmenter.segment(text)];
  return segments.flatMap(({ segment, isWordLike }, index): ElementContent[] => {
    const between = isWordLike === true && segments[index - 1]?.isWordLike === true;
    return [...(between ? [h('wbr')] : []), { type: 'text', value: segment }];
  });
}

/** The longer a title, the smaller its type. */
function sizeOf(title: string): string {
  const { length } = Array.from(title);
  if (length <= 24) return 'short';
  return length <= 60 ? 'middle' : length <= 160 ? 'long' : 'longest';
}

function contents(papers: readonly Paper[], begins: string): Element {
  return h('nav', { className: ['booklet-contents'], dataBegins: begins, ariaLabelledBy: 'contents' }, [
    h('h1', { id: 'contents', dataRunningHead: '' }, words.contents),
    h(
      'ol',
      { role: 'list' },
      papers.map(({ id, number, title }) =>
        h('li', [
          h('a', { href: `#${id}` }, [
            h('span', { className: ['paper-number'] }, number),
            h('span', { className: ['paper-title'] }, title),
            h('span', { className: ['leader'] }),
            h('span', { className: ['paper-page'], dataPageOf: `#${id}` }),
          ]),
        ]),
      ),
    ),
  ]);
}

function divider({ id, number, title }: Paper, begins: string): Element {
  return h('section', { className: ['booklet-divider'], dataBegins: begins, dataRunningHead: '' }, [
    h('p', { className: ['divider-number'] }, number),
    h('h1', { id, className: [sizeOf(title)] }, inWords(title)),
  ]);
}

/** The published shell of the booklet's print document with a booklet in it. */
export function boundInto(shell: Root, { title, updated, article, papers }: Booklet): Root {
  const document = withHead(withArticle(shell, article), title, updated);
  return withLinks(document, paperLinks(papers, sheetsOf(shell)));
}

function withLinks<T extends Root | Element>(node: T, links: readonly Element[]): T {
  const children = node.children.map((child) => {
    if (child.type !== 'element') return child;
    return child.tagName === 'head' ? { ...child, children: [...child.children, ...links] } : withLinks(child, links);
  });
  return { ...node, children };
}

function withHead<T extends Root | Element>(node: T, title: string, updated: string): T {
  const children = node.children.map((child) => {
    if (child.type !== 'element' || child.tagName === 'body') return child;
    if (child.tagName === 'title') return { ...child, children: [{ type: 'text' as const, value: title }] };
    const { properties } = child;
    if (properties['name'] === 'planshelf:updated')
      return { ...child, properties: { ...properties, content: updated } };
    return withHead(child, title, updated);
  });
  return { ...node, children };
}
