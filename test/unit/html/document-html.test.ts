import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { outlineOf } from '../../../src/document/outline.ts';
import { DocumentHtml } from '../../../src/html/document-html.ts';
import { samplePlan } from '../components/sample-plan.ts';
import { filledDocument } from './plan-html.ts';

const html = (prose: string, base?: string): string =>
  toHtml(new DocumentHtml(filledDocument(samplePlan(), prose), base === undefined ? {} : { base }).text());

test.each(['/team', '/team/'])('below %s stand links within the site and its pictures, and nothing else', (base) => {
  const prose =
    '[站](/plans/x/) [处](#目标) [外](https://a.example/y) ![图](/icon.png) <a href="/guide/">用法</a>\n\n## 目标';
  const addresses = [...html(prose, base).matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
  expect(addresses).toEqual([
    '/team/plans/x/',
    '#%E7%9B%AE%E6%A0%87',
    'https://a.example/y',
    '/team/icon.png',
    '/team/guide/',
  ]);
});

test('a head cell without a scope stays one, and says no more than its author', () => {
  const table = html('<table><tr><th>甲</th><th scope="row">乙</th><td align="left">丙</td></tr></table>');
  expect(table).toContain('<th>甲</th><th scope="row">乙</th><td style="text-align: left">丙</td>');
});

test('the outline has the headings with their numbers, blanks by their labels', () => {
  const document = filledDocument(samplePlan(), '## 目标\n\n### 【年度】年**指标**\n\n## 措施\n\n# 一级\n');
  expect(outlineOf(document)).toEqual([
    { level: 1, anchor: '目标', words: '一、目标' },
    { level: 2, anchor: '年度-年指标', words: '（一）年度年指标' },
    { level: 1, anchor: '措施', words: '二、措施' },
  ]);
});
