import { kpiTable, taskTable } from '../../../src/components/plan-tables.ts';
import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { fillDocument } from '../../../src/components/fill-document.ts';
import { schedule } from '../../../src/components/schedule.ts';
import { signOff } from '../../../src/components/sign-off.ts';
import { childElements, hasClass } from '../../../src/fill/block-text.ts';
import { documentBlocks } from '../../../src/fill/document-blocks.ts';
import { fillDraft } from '../../../src/fill/fill-draft.ts';
import { nothingFilled } from '../../../src/document/filling.ts';
import { officialArticle } from '../../../templates/official/article.ts';
import { samplePlan } from './sample-plan.ts';

const plan = samplePlan({ heading: '【单位名称】【年度】年工作计划' });
const prose: Root = {
  type: 'root',
  children: [
    h('h2', { id: '目标' }, '目标'),
    h('p', '正文。'),
    kpiTable(plan),
    h('h2', { id: '措施' }, '措施'),
    taskTable(plan),
    h('h2', { id: '进度' }, '进度'),
    schedule(plan),
    signOff(plan),
  ],
};
const article = officialArticle(plan, 'official', prose);

function shown(element: Element): string[] {
  return childElements(element).map((child) => `${child.tagName} ${toString(child).slice(0, 14)}`);
}

test('the data stand behind the text as annexes, named where they belong', () => {
  expect(shown(article)).toEqual([
    expect.stringMatching(/^header 单位名称年度年工作计划/),
    'h2 目标',
    'p 正文。',
    'div 关键指标表见附件1。',
    'h2 措施',
    'div 任务分解表见附件2。',
    'h2 进度',
    'div 任务进度图见附件3。',
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

test('a section that a writer leaves out takes its annex along, and the others are numbered anew', () => {
  const omitted = documentBlocks(article).find(({ text, kind }) => kind === 'heading' && text === '措施');
  const edits = [{ kind: 'omit' as const, at: omitted?.address ?? '' }];
  const filled = fillDraft(article, plan, { ...nothingFilled, edits }, fillDocument);
  expect(filled.conflicts).toEqual([]);
  expect(shown(filled.article).filter((line) => line.includes('附件'))).toEqual([
    'div 关键指标表见附件1。',
    'div 任务进度图见附件2。',
    expect.stringMatching(/^section 附件：关键指标表任务进度图/),
    expect.stringMatching(/^section 附件1关键指标表/),
    expect.stringMatching(/^section 附件2任务进度图/),
  ]);
});

test('a chart that is drawn again goes on without a caption below the annex’s heading', () => {
  const again = fillDocument(article, plan, nothingFilled);
  const captions = childElements(again)
    .filter((child) => hasClass(child, 'annex'))
    .map((annex) => /<figcaption[^>]*>/.exec(toHtml(annex))?.[0])
    .filter((caption) => caption !== undefined);
  expect(captions).toEqual(['<figcaption data-screen-only="">']);
});

test('figures, also those in lists, and pictures in the text take whole lines of the grid', () => {
  const picture = () => h('img', { src: 'a.png', alt: '图' });
  const figure = () => h('figure', { className: ['picture'] }, [picture(), h('figcaption', '图')]);
  const list = h('ul', [h('li', [h('p', '项'), figure()])]);
  const article = officialArticle(samplePlan({}), 'official', {
    type: 'root',
    children: [h('p', ['图 ', picture(), ' 后']), figure(), list],
  });
  const html = toHtml(article);
  expect(html.match(/<figure class="picture" data-block-step="28.9">/g)).toHaveLength(2);
  expect(html.match(/<img [^>]*data-line-step="28.9">/g)).toHaveLength(1);
});
