import fc from 'fast-check';
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import {
  type BookletCover,
  type BookletItem,
  booklet,
  bookletProblems,
  boundInto,
} from '../../../src/components/booklet/booklet.ts';
import { visit } from 'unist-util-visit';
import { elements } from './cells.ts';

const noCover: BookletCover = { title: '', unit: '', date: '', mark: '' };
const single = { duplex: false };

function paper(heading: (ElementContent | string)[], title = '客服工作计划'): BookletItem {
  const article = h('main', { className: ['print-document'], dataTemplate: 'meeting' }, [
    h('header', { dataTitle: title }, [h('h1', { id: 'title' }, heading)]),
    h('h2', { id: '目标' }, '目标'),
    h('p', [h('a', { href: '#目标' }, '见目标')]),
    h('svg', { ariaLabelledBy: ['chart', 'text'] }, [h('title', { id: 'chart' }), h('path', { fill: 'url(#chart)' })]),
  ]);
  return { title, updated: '2026-11-20', article, sheets: [] };
}

const filled = paper([h('span', { className: ['filled'] }, '锦绣'), '物业计划'], '锦绣物业计划');
const open = paper([h('span', { className: ['blank'] }, '单位名称'), '计划']);

function textsOf(article: Element, tagName: string): string[] {
  return elements(article, tagName).map((element) => toString(element));
}

function tagNames(root: Element | Root): string[] {
  const names: string[] = [];
  visit(root, 'element', ({ tagName }) => {
    names.push(tagName);
  });
  return names;
}

describe('a booklet', () => {
  test('names its papers in the contents and on their dividers', () => {
    const { article } = booklet([filled, open], noCover, single);
    expect(textsOf(article, 'h1')).toEqual(['目录', '锦绣物业计划', '客服工作计划']);
    expect(textsOf(article, 'a').filter((text) => text.startsWith('材料'))).toEqual([
      '材料一锦绣物业计划',
      '材料二客服工作计划',
    ]);
  });

  test('keeps ids unique, and what refers to them with them', () => {
    const html = toHtml(booklet([filled, filled], noCover, single).article);
    expect(html).toContain('<h2 id="paper-2-目标">');
    expect(html).toContain('<a href="#paper-2-目标">');
    expect(html).toContain('aria-labelledby="paper-1-chart paper-1-text"');
    expect(html).toContain('fill="url(#paper-1-chart)"');
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has one heading above the sections of a paper, that of its divider', () => {
    const { article } = booklet([filled], noCover, single);
    const ranks = tagNames(article).filter((name) => /^h\d$/.test(name));
    expect(ranks).toEqual(['h1', 'h1', 'h2']);
  });

  test('has each paper in its own template: its pages, its order of fitting, its style sheets once', () => {
    const sheets = (name: string) => [
      { href: '/fonts.css', role: 'fonts' as const },
      { href: `/${name}.css`, role: 'pages' as const },
    ];
    const inTemplate = (name: string, extra = {}): BookletItem => ({
      ...filled,
      article: { ...filled.article, properties: { ...filled.article.properties, dataTemplate: name, ...extra } },
      sheets: sheets(name),
    });
    const items = [inTemplate('meeting'), inTemplate('one-page', { dataFit: '{}' }), inTemplate('meeting')];
    const shell = fromHtml(
      '<!doctype html><title>—</title><link rel="stylesheet" href="/fonts.css" data-pagedjs-ignore><main class="print-document"></main>',
    );
    const html = toHtml(boundInto(shell, booklet(items, noCover, single)));
    expect(html.match(/data-template="[^"]*" data-page="[^"]*"(?: data-fit="[^"]*")?/g)).toEqual([
      'data-template="meeting" data-page="paper-meeting"',
      'data-template="one-page" data-page="paper-one-page" data-fit="{}"',
      'data-template="meeting" data-page="paper-meeting"',
    ]);
    expect(html.match(/<link [^>]*>/g)).toEqual([
      '<link rel="stylesheet" href="/fonts.css" data-pagedjs-ignore="">',
      '<link rel="stylesheet" href="/meeting.css" data-paged="" data-paper="meeting">',
      '<link rel="stylesheet" href="/one-page.css" data-paged="" data-paper="one-page">',
    ]);
  });

  test('leaves the papers that it is given as they are', () => {
    const before = JSON.stringify(filled.article);
    booklet([filled], noCover, { duplex: true });
    expect(JSON.stringify(filled.article)).toBe(before);
  });

  test('lets everything begin on right-hand pages only where it is printed on both sides', () => {
    expect(toHtml(booklet([filled], noCover, single).article)).not.toContain('data-begins="right"');
    const html = toHtml(booklet([filled], noCover, { duplex: true }).article);
    expect(html.match(/data-begins="right"/g)).toHaveLength(3);
  });

  test('bears its title, and the day of its newest paper, in its document', () => {
    const shell = fromHtml(
      '<!doctype html><title>—</title><meta name="planshelf:updated" content="2020-01-01"><main class="print-document"></main>',
    );
    const newer = { ...open, updated: '2026-12-01' };
    const html = toHtml(boundInto(shell, booklet([filled, newer], { ...noCover, title: '汇编' }, single)));
    expect(html).toContain('<title>汇编</title>');
    expect(html).toContain('content="2026-12-01"');
    expect(html.match(/class="print-document booklet"/g)).toHaveLength(1);
  });
});

describe('what cannot be bound is said', () => {
  test.each([
    [0, noCover, '还没有计划'],
    [1000, noCover, '一册最多 999 份'],
    [1, { ...noCover, title: '字'.repeat(501) }, '标题有 501 字'],
    [1, { ...noCover, mark: '密'.repeat(41) }, '密级或标记有 41 字'],
  ])('%i papers', (count, cover, words) => {
    expect(bookletProblems(count, cover).join()).toContain(words);
  });

  test('a title of 500 characters and 200 papers are not among it', () => {
    expect(bookletProblems(200, { ...noCover, title: '字'.repeat(500) })).toEqual([]);
    expect(() => booklet([], noCover, single)).toThrow(RangeError);
  });
});

test('any words of a cover and a title come out as they are, and nothing of them is markup', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 40 });
  fc.assert(
    fc.property(words, words, words, (title, unit, own) => {
      const { article, title: shown } = booklet([paper([own], '甲')], { ...noCover, title, unit }, single);
      const again = fromHtml(toHtml(article), { fragment: true });
      expect(tagNames(again)).toEqual(tagNames(article));
      expect(shown).toBe(title.trim() === '' ? '会议材料汇编' : title.trim());
    }),
  );
});
