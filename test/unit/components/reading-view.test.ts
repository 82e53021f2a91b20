import { expect, test } from 'vitest';
import { readingView as readable } from '../../../src/components/plan/reading-view.ts';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { Field } from '../../../src/model/field.ts';
import { samplePlan } from './sample-plan.ts';

const { fields } = samplePlan({
  fields: [{ name: 'rate', label: '收费率', kind: 'percent', hint: '上年<实际>', example: 80 }],
});
const readingView = (html: string, known: readonly Field[]): string =>
  toHtml(readable(fromHtml(html, { fragment: true }).children, known));
const blank = '<span class="blank" data-field="收费率" data-kind="percent" title="上年<实际>">收费率</span>';

test('a blank leads to its explanation and carries its hint', () => {
  expect(readingView(`<p>达到${blank}。</p>`, fields)).toBe(
    '<p>达到<a class="blank" data-field="收费率" data-kind="percent" data-hint="上年<实际>。示例：80%"' +
      ' href="#field-rate" aria-describedby="hint-rate">收费率</a>。</p>',
  );
});

test('a blank within a link stays a span: a link in a link is no HTML', () => {
  const html = readingView(`<a href="/x">${blank}</a>`, fields);
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(html).toContain('title=');
});

test('a blank of no known field is left alone', () => {
  const unknown = '<span class="blank" data-kind="computed">合计</span>';
  expect(readingView(unknown, fields)).toBe(unknown);
});

test.each([
  ['<table><caption>指标表</caption><tbody></tbody></table>', '指标表'],
  ['<table><thead><tr><th>组别</th><th>职责</th></tr></thead></table>', '表格：组别、职责'],
  ['<table><tbody><tr><td>1</td></tr></tbody></table>', '表格'],
  ['<svg viewBox="0 0 1 1"><title>进度图</title></svg>', '进度图'],
])('%s scrolls in a region named %s', (html, label) => {
  expect(readingView(html, fields)).toBe(
    `<div class="wide" role="region" tabindex="0" aria-label="${label}">${html}</div>`,
  );
});

test('every table of several is wrapped, once', () => {
  const table = '<table><tbody></tbody></table>';
  expect(readingView(table.repeat(3), fields).match(/class="wide"/g)).toHaveLength(3);
});

test('what is given stays as it is: paper is made of the same text', () => {
  const html = `<p>${blank}<input type="checkbox"></p><table><tbody></tbody></table>`;
  const tree = fromHtml(html, { fragment: true });
  readable(tree.children, fields);
  expect(tree).toEqual(fromHtml(html, { fragment: true }));
});
