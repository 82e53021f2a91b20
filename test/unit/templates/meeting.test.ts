import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { template } from '../../../templates/meeting/template.ts';
import { titleBlock } from '../../../templates/meeting/title-block.ts';
import { titlePhrases } from '../../../templates/meeting/title-phrases.ts';
import { DocumentHtml } from '../../../src/html/document-html.ts';
import { filledDocument } from '../html/plan-html.ts';
import { inlineContent } from '../../../src/markdown/blank-element.ts';
import { withClass } from '../components/cells.ts';
import { samplePlan } from '../components/sample-plan.ts';

const title = '年度计划';

test('the first page has no running head, later ones the title; every page its number', () => {
  expect(template.runningText({ number: 1, total: 3, title })).toEqual(['第 1 页 共 3 页']);
  expect(template.runningText({ number: 2, total: 3, title })).toEqual([title, '第 2 页 共 3 页']);
});

test('the style sheet writes what the template says', async () => {
  const css = await readFile(new URL('../../../templates/meeting/print.css', import.meta.url), 'utf8');
  expect(css).toContain("content: '第 ' counter(page) ' 页 共 ' counter(pages) ' 页';");
  expect(css).toContain('content: string(title);');
  expect(css).toMatch(/@page :first \{\s+@top-left \{\s+content: none;/);
});

test.each([
  ['【单位名称】“服务”计划', ['单位名称', '年度', '起始日期', '编制人', '编制日期']],
  ['【单位名称】【年度】年计划', ['单位名称', '年度', '起始日期', '编制人', '编制日期']],
  ['【满意度目标】计划', ['满意度目标', '单位名称', '年度', '起始日期', '编制人', '编制日期']],
])('the title block of %s has the five base fields, each once', (heading, fields) => {
  const plan = samplePlan({ heading });
  const block = titleBlock(new DocumentHtml(filledDocument(plan)));
  expect(block.properties['dataTitle']).toBe(plan.title);
  expect(withClass(block, 'blank').map(({ properties }) => properties['dataField'])).toEqual(fields);
  expect(toHtml(block)).toContain('起一年');
});

test.each([
  ['【单位名称】【项目名称】客户服务部【年度】年工作计划', '□|□|客户服务部|□年|工作计划'],
  ['【单位名称】【年度】年【半年期】销售与服务提升计划', '□|□年|□|销售与服务提升计划'],
  ['【单位名称】【年度】年客户维系与离网挽留工作计划', '□|□年|客户维系|与离网挽留工作计划'],
  ['市场经营与客户发展工作计划', '市场经营|与客户发展工作计划'],
  ['年度计划', '年度计划'],
])('the title %s breaks at its phrases alone', (heading, phrases) => {
  const title = h('h1', titlePhrases(inlineContent(heading, samplePlan().fields)));
  const shown = title.children.map((node) =>
    node.type === 'element' && node.tagName === 'wbr' ? '|' : node.type === 'text' ? node.value : '□',
  );
  expect(shown.join('')).toBe(phrases);
});
