import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { numberAnnexes } from '../../../src/fill/annexes.ts';

const number = () => h('span', { className: ['annex-number'] });
const reference = (id: string) => h('div', { dataAnnexOf: id }, ['见附件', number()]);
const annex = (id: string, ...content: Element[]) =>
  h('section', { className: ['annex'], dataAnnex: id }, [h('h2', ['附件', number(), id]), ...content]);
const list = (...ids: string[]) =>
  h('div', { className: ['annex-list'] }, [
    h(
      'ol',
      ids.map((id) => h('li', { dataAnnexOf: id }, id)),
    ),
  ]);
const table = () => h('table', h('tr', h('td', '一')));

function numberedTexts(...children: Element[]): string[] {
  return numberAnnexes(h('main', children)).children.map((child) => toString(child));
}

test('annexes are numbered and ordered as the text names them', () => {
  expect(
    numberedTexts(reference('b'), reference('a'), list('a', 'b'), annex('a', table()), annex('b', table())),
  ).toEqual(['见附件1', '见附件2', 'ba', '附件1b一', '附件2a一']);
});

test('what the text no longer names goes, and a sole annex has no number', () => {
  expect(numberedTexts(reference('b'), list('a', 'b'), annex('a', table()), annex('b', table()))).toEqual([
    '见附件',
    'b',
    '附件b一',
  ]);
});

test('an annex that was emptied goes with all that names it', () => {
  expect(numberedTexts(h('p', '正文'), reference('a'), list('a'), annex('a'))).toEqual(['正文']);
});

test('settling twice changes nothing', () => {
  const once = numberAnnexes(
    h('main', [reference('b'), reference('a'), list('a', 'b'), annex('a', table()), annex('b', table())]),
  );
  expect(numberAnnexes(once)).toEqual(once);
});

test('an article without annexes is left alone', () => {
  const article = h('main', h('p', '正文'));
  expect(numberAnnexes(article)).toBe(article);
});
