import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { applyEdits } from '../../../src/document/edits/apply-edits.ts';
import { documentPlaces } from '../../../src/document/edits/document-places.ts';
import { childElements } from '../../../src/model/element.ts';
import { layout } from '../../../templates/official/layout.ts';
import { samplePlan } from '../components/sample-plan.ts';
import { filledDocument } from '../html/plan-html.ts';

const plan = samplePlan({ heading: '【单位名称】【年度】年工作计划' });
const prose = `## 目标

正文[^1]。

<Kpis />

## 措施

<Tasks />

## 进度

<Schedule />

<SignOff />

[^1]: 注。
`;
const document = filledDocument(plan, prose);
const article = layout(document);

function shown(element: Element): string[] {
  return childElements(element).map((child) => `${child.tagName} ${toString(child).slice(0, 14)}`);
}

test('the data stand behind the text as annexes, named where they belong', () => {
  expect(shown(article)).toEqual([
    expect.stringMatching(/^header 单位名称年度年工作计划/),
    'h2 一、目标',
    'p 正文1。',
    'div 关键指标表见附件1。',
    'h2 二、措施',
    'div 任务分解表见附件2。',
    'h2 三、进度',
    'div 任务进度图见附件3。',
    expect.stringMatching(/^section 注释/),
    expect.stringMatching(/^section 附件：关键指标表任务分解表/),
    expect.stringMatching(/^section 附件1关键指标表/),
    expect.stringMatching(/^section 附件2任务分解表/),
    expect.stringMatching(/^section 附件3任务进度图/),
  ]);
});

test('every base field stands in it once, and the sign-off is the standard’s', () => {
  const html = toHtml(article);
  for (const label of ['单位名称', '年度', '起始日期', '编制人', '编制日期']) {
    const inTitle = label === '单位名称' ? 2 : 1;
    expect(html.split(`data-field="${label}"`)).toHaveLength(inTitle + 1);
  }
  expect(html.split('class="sign-off"')).toHaveLength(2);
});

test('its own blanks are filled like those of the text', () => {
  const values = { organization: '安和物业', start: '2027-01-01', author: '张静', written: '2026-12-20' };
  const html = toHtml(layout(filledDocument(plan, prose, { values, people: {} })));
  for (const words of ['安和物业', '2027年1月1日', '张静', '2026年12月20日'])
    expect(html).toContain(`>${words}</span>`);
});

test('a section that a writer leaves out takes its annex along, and the others are numbered anew', () => {
  const omitted = documentPlaces(document).find(({ text, kind }) => kind === 'heading' && text === '措施');
  const edited = applyEdits(document, plan, [{ kind: 'omit', at: omitted?.address ?? '' }]);
  expect(edited.conflicts).toEqual([]);
  expect(shown(layout(edited.document)).filter((line) => line.includes('附件'))).toEqual([
    'div 关键指标表见附件1。',
    'div 任务进度图见附件2。',
    expect.stringMatching(/^section 附件：关键指标表任务进度图/),
    expect.stringMatching(/^section 附件1关键指标表/),
    expect.stringMatching(/^section 附件2任务进度图/),
  ]);
});

test('a sole annex has no number', () => {
  const html = toHtml(layout(filledDocument(plan, '<Kpis />')));
  expect(html).toContain('关键指标表见<a href="#annex-1">附件</a>。');
  expect(html).toContain('<ol role="list"><li>');
});

test('a sole chart stands without a caption below the annex’s heading', () => {
  const captions = childElements(article)
    .map((child) => /<figcaption[^>]*>/.exec(toHtml(child))?.[0])
    .filter((caption) => caption !== undefined);
  expect(captions).toEqual(['<figcaption data-screen-only="">']);
});

test('figures, also those in lists, and pictures in the text take whole lines of the grid', () => {
  const pictures = '图 ![图](a.png) 后\n\n![图](a.png)\n\n- 项\n\n  ![图](a.png)\n';
  const html = toHtml(layout(filledDocument(plan, pictures)));
  expect(html.match(/<figure class="picture" data-block-step="28.9">/g)).toHaveLength(2);
  expect(html.match(/<img [^>]*data-line-step="28.9">/g)).toHaveLength(1);
});
