import { describe, expect, test } from 'vitest';
import { eachPageMarks, fillPageCounts, pageCountMark, pageMark } from '../../../src/model/template/page-count.ts';
import { routesUnder } from '../../../src/model/shelf/routes.ts';

const counts = new Map([
  ['客服-周计划.one-page', 1],
  ['b.meeting', 12],
]);

describe('in markup', () => {
  test.each([
    ['a count', `<b>${pageCountMark('b', 'meeting')} 页</b>`, '<b>12 页</b>'],
    ['a Chinese slug', pageCountMark('客服-周计划', 'one-page'), '1'],
    ['two in one text', `${pageCountMark('b', 'meeting')}${pageCountMark('b', 'meeting')}`, '1212'],
    ['a PDF that was not made', `${pageCountMark('c', 'meeting')} 页`, '— 页'],
    ['text that only looks alike', '~pages~ ~page~ ~3 页~', '~pages~ ~page~ ~3 页~'],
  ])('%s', (_, text, filled) => {
    expect(fillPageCounts(text, 'markup', counts)).toBe(filled);
  });

  test('what is repeated for each page carries its number, in addresses too', () => {
    const { start, end } = eachPageMarks('b', 'meeting');
    const src = routesUnder('/').picture('b', 'meeting', { page: pageMark, width: 800, format: 'webp' });
    const filled = fillPageCounts(`<ol>${start}<li><img src="${src}"></li>\n${end}</ol>`, 'markup', counts);
    expect(filled.match(/<li>/g)).toHaveLength(12);
    expect(filled).toContain('/pictures/b/meeting-1.800.webp');
    expect(filled).toContain('/pictures/b/meeting-12.800.webp');
    expect(filled).not.toContain('each-page');
  });

  test('pages of a PDF that was not made are not listed', () => {
    const { start, end } = eachPageMarks('c', 'meeting');
    expect(fillPageCounts(`a${start}<li>${pageMark}</li>${end}b`, 'markup', counts)).toBe('ab');
  });
});

test('in JSON a count is a number, and null where there is no PDF', () => {
  const json = JSON.stringify({ b: pageCountMark('b', 'meeting'), c: pageCountMark('c', 'meeting'), text: '~page~' });
  expect(JSON.parse(fillPageCounts(json, 'json', counts))).toEqual({ b: 12, c: null, text: '~page~' });
});
