import { budgetTable, reviewTable, taskTable } from '../../../src/components/plan-tables.ts';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import { fillDocument } from '../../../src/components/fill-document.ts';
import { applyEdits } from '../../../src/fill/apply-edits.ts';
import { documentBlocks } from '../../../src/fill/document-blocks.ts';
import type { Edit } from '../../../src/document/edit.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { absentParts } from '../../../templates/one-page/absent.ts';
import { withTimeline } from '../../../src/components/task-timeline.ts';
import { goalsOf } from '../../../templates/one-page/goals.ts';
import { sheet } from '../../../templates/one-page/sheet.ts';
import { template } from '../../../templates/one-page/template.ts';
import { withClass } from './cells.ts';
import { samplePlan } from './sample-plan.ts';

const goals = (html: string): string[] => goalsOf(fromHtml(html, { fragment: true })).map((block) => toString(block));
const indicators = '<table class="plan-table plan-table-kpis"><tr><td>指标</td></tr></table>';

describe('goals', () => {
  test('are the words of the section with the indicators, without headings and tables', () => {
    const prose = `<p>前言</p><h2>工作目标</h2><p>满意度提高。</p><h3>细目</h3><ul><li>投诉减少</li></ul>
      <table><tr><td>分解</td></tr></table>${indicators}<p>按月统计。</p><h2>措施</h2><p>走访。</p>`;
    expect(goals(prose)).toEqual(['满意度提高。', '投诉减少', '按月统计。']);
  });

  test('do not lead over to a table that is not there', () => {
    expect(goals(`<h2>目标</h2><p>收入增长。分到各部门：</p>${indicators}`)).toEqual(['收入增长。']);
    expect(goals(`<h2>目标</h2><p>分到各部门：</p>${indicators}<p>其余不变：</p>`)).toEqual(['其余不变：']);
  });

  test('carry no references to notes, and are none where the indicators stand alone', () => {
    const note = '<sup><a href="#fn-1" data-footnote-ref>1</a></sup>';
    expect(goals(`<h2>目标</h2><p>增长${note}。</p>${indicators}`)).toEqual(['增长。']);
    expect(goals(indicators)).toEqual([]);
  });
});

describe('goals that show a block of the text in part', () => {
  const note = '<sup><a href="#fn-1" data-footnote-ref>1</a></sup>';
  const html = `<h2 id="g">目标</h2><p>收入增长${note}。分到各部门：</p>${indicators}<ul><li>投诉减少${note}</li></ul>`;
  const text = h('main', fromHtml(html, { fragment: true }).children);
  const onPage = h('main', goalsOf(fromHtml(html, { fragment: true })));
  const [paragraph, , item] = documentBlocks(text).filter(
    ({ kind }) => kind === 'paragraph' || kind === 'item' || kind === 'table',
  );

  test.each([
    [{ kind: 'text', at: paragraph?.address ?? '', text: '收入持平[^1]。分到人：' }, ['收入持平。', '投诉减少']],
    [{ kind: 'text', at: item?.address ?? '', text: '投诉[^1]归零' }, ['收入增长。', '投诉归零']],
    [{ kind: 'omit', at: paragraph?.address ?? '' }, ['投诉减少']],
    [{ kind: 'omit', at: item?.address ?? '' }, ['收入增长。']],
  ] as const)('follow %j', (edit, words) => {
    const { article } = applyEdits(onPage, whole, [edit], text);
    expect(article.children.map((block) => (block.type === 'element' ? toString(block) : ''))).toEqual(words);
  });
});

/** A plan with something in every part that the page may show. */
const whole = samplePlan({
  roles: [{ name: '客服主管', duty: '统筹' }],
  kpis: [{ name: '业主满意度', target: '≥【满意度目标】', source: '问卷', cycle: 'year', owner: '客服主管' }],
  tasks: [
    {
      name: '每周走访',
      owner: '客服主管',
      with: ['客服主管'],
      every: 'week',
      measure: '入户',
      standard: '有走访卡',
    },
  ],
  risks: [{ risk: '减员', likelihood: 'high', impact: 'low', signal: '缺岗', response: '补员', owner: '客服主管' }],
});

test('every list and detail of the order is on the sheet', () => {
  const page = h('main', sheet(whole, [h('p', '目标')], []));
  const html = toHtml(page);
  for (const { name } of template.fit?.lists ?? []) expect(html).toContain(`data-fit-list="${name}"`);
  const columns = template.fit?.details.map(({ column }) => column) ?? [];
  expect(columns.length).toBeGreaterThan(4);
  expect(columns.filter((column) => withClass(page, `col-${column}`).length === 0)).toEqual([]);
});

describe('what is not on the page', () => {
  const prose = `<p>前言</p><h2 id="g">目标</h2><p>提高。</p><table><tr><td>分解</td></tr></table>${indicators}
    <h2 id="m">重点措施</h2><h3 id="v">走访</h3><p>每周。</p><h2 id="s">进度</h2><div class="schedule"></div>
    <h2 id="c">检查</h2><table class="plan-table plan-table-reviews"><tr><td>例会</td></tr></table>`;
  const plan = { ...whole, budget: { unit: '元', lines: [{ item: '印刷', amount: 300 }] } };
  const tree = fromHtml(prose, { fragment: true });
  const words = (of: Plan, edits: readonly Edit[] = []): Record<string, string> => {
    const parts = h('main', absentParts(of, tree));
    const text = h('main', [...(tree.children as Element[]), budgetTable(of) ?? '', reviewTable(of)]);
    const { article } = applyEdits(parts, of, edits, text);
    const left = article.children.filter((child) => child.type === 'element');
    return Object.fromEntries(left.map((part) => [String(part.properties['dataAbsent']), toString(part)]));
  };

  test('are the tables, the lead, tables among the goals, and sections that say something of their own', () => {
    expect(words(plan)).toMatchObject({ lead: '前言', goals: '分解', prose: '重点措施' });
    expect(Object.keys(words(plan))).toEqual(['budget', 'reviews', 'lead', 'goals', 'prose']);
    expect(Object.keys(words(whole))).not.toContain('budget');
  });

  test('follows a writer’s changes', () => {
    const blocks = documentBlocks(h('main', tree.children));
    const heading = blocks.find(({ kind, text }) => kind === 'heading' && text === '重点措施')?.address ?? '';
    expect(words(plan, [{ kind: 'text', at: heading, text: '做法' }])['prose']).toBe('做法');
    expect(words(plan, [{ kind: 'omit', at: heading }])).not.toHaveProperty('prose');
    const lead = blocks.find(({ text }) => text === '前言')?.address ?? '';
    expect(words(plan, [{ kind: 'omit', at: lead }])).not.toHaveProperty('lead');
  });

  test('is named by the template, all of it', () => {
    expect(Object.keys(words(plan)).toSorted()).toEqual(template.fit?.absent?.map(({ name }) => name).toSorted());
  });
});

describe('links and notes of the text', () => {
  const ref = '<sup><a href="#user-content-fn-条" id="user-content-fnref-条" data-footnote-ref="">1</a></sup>';
  const prose = `<p>前言${ref}，见<a href="#m">措施</a>和<a href="/guide/">用法</a>。</p><h2 id="g">目标</h2>
    <p>提高，见<a href="#m"><strong>措施</strong></a>、<a href="#v">走访</a>和<a href="#tasks">任务</a>。</p>${indicators}
    <ul><li>按<a href="#%">月</a></li></ul><table><tr><td>分解${ref}</td></tr></table>
    <h2 id="m">措施${ref}</h2><h3 id="v">走访</h3><p>每周。</p>`;
  const tree = fromHtml(prose, { fragment: true });
  const text = h('main', tree.children);
  const page = h('main', sheet(whole, goalsOf(tree), absentParts(whole, tree)));

  test('lead only to what stands on the page', () => {
    const html = toHtml(page);
    expect(html).toContain(
      '<p>提高，见<strong>措施</strong>、走访和<a href="#tasks">任务</a>。</p><ul><li>按月</li></ul>',
    );
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)).toEqual(['/guide/', '#tasks']);
  });

  test('let a writer’s changes through', () => {
    const blocks = documentBlocks(text);
    const change = (words: string, edit: (at: string) => Edit): string => {
      const at = blocks.find((block) => block.text.startsWith(words))?.address ?? '';
      return toHtml(applyEdits(page, whole, [edit(at)], text).article);
    };
    expect(change('前言', (at) => ({ kind: 'omit', at }))).not.toContain('data-absent="lead"');
    expect(change('前言', (at) => ({ kind: 'text', at, text: '前言[^条]改了' }))).toMatch(/前言<sup>.*<\/sup>改了/);
    expect(change('措施', (at) => ({ kind: 'text', at, text: '做法[^条]' }))).toMatch(/>做法<sup>/);
    expect(change('提高', (at) => ({ kind: 'text', at, text: '持平。' }))).toContain('>持平。</p>');
  });
});

describe('the timeline', () => {
  test('has one place in each row, and the plan’s own divisions over them', () => {
    const plan = samplePlan();
    const table = withTimeline(taskTable(plan), plan);
    expect(withClass(table, 'col-timeline')).toHaveLength(plan.tasks.length + 1);
    expect(withClass(table, 'marks')).toHaveLength(plan.tasks.length);
    expect(withClass(table, 'axis').map((axis) => toString(axis))).toEqual(['123456789101112']);
  });

  test('is drawn anew when the plan is filled, once', () => {
    const plan = samplePlan();
    const table = withTimeline(taskTable(plan), plan);
    const filled = fillDocument(h('main', [table]), plan, { values: { start: '2027-04-01' }, people: {} });
    expect(withClass(filled, 'marks')).toHaveLength(plan.tasks.length);
    expect(toString(filled)).toContain('2027年起');
  });

  test('leaves the place of a task empty whose time is not known, and finds those behind it', () => {
    const plan = samplePlan();
    const [, ...later] = plan.tasks;
    const table = withTimeline(taskTable(plan), { ...plan, tasks: later });
    expect(withClass(table, 'marks')).toHaveLength(later.length);
  });
});
