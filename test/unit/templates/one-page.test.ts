import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../src/document/edits/apply-edits.ts';
import { documentPlaces } from '../../../src/document/edits/document-places.ts';
import type { Edit } from '../../../src/document/edits/edit.ts';
import type { PlanDocument } from '../../../src/document/schema.ts';
import { DocumentHtml } from '../../../src/html/document-html.ts';
import { withTimeline } from '../../../src/html/task-timeline.ts';
import { type Plan } from '../../../src/model/plan.ts';
import { absentParts } from '../../../templates/one-page/absent.ts';
import { goalsOf } from '../../../templates/one-page/goals.ts';
import { layout } from '../../../templates/one-page/layout.ts';
import { template } from '../../../templates/one-page/template.ts';
import { withClass } from '../components/cells.ts';
import { samplePlan } from '../components/sample-plan.ts';
import { filledDocument, tableOf } from '../html/plan-html.ts';

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

function goalWords(document: PlanDocument): string[] {
  return new DocumentHtml(document).blocks(goalsOf(document)).map((block) => toString(block));
}

const goals = (prose: string): string[] => goalWords(filledDocument(whole, prose));

/** A document with one edit of the place whose words begin like this. */
function edited(document: PlanDocument, words: string, edit: (at: string) => Edit): PlanDocument {
  const at = documentPlaces(document).find(({ text }) => text.startsWith(words))?.address ?? '';
  const { document: changed, conflicts } = applyEdits(document, whole, [edit(at)]);
  expect(conflicts).toEqual([]);
  return changed;
}

const omit = (at: string): Edit => ({ kind: 'omit', at });
const write =
  (text: string) =>
  (at: string): Edit => ({ kind: 'text', at, text });

describe('goals', () => {
  test('are the words of the section with the indicators, without headings and tables', () => {
    const prose =
      '前言\n\n## 工作目标\n\n满意度提高。\n\n### 细目\n\n- 投诉减少\n\n| 分解 |\n| --- |\n\n<Kpis />\n\n按月统计。\n\n## 措施\n\n走访。';
    expect(goals(prose)).toEqual(['满意度提高。', '投诉减少', '按月统计。']);
  });

  test('do not lead over to a table that is not there', () => {
    expect(goals('## 目标\n\n收入增长。分到各部门：\n\n<Kpis />')).toEqual(['收入增长。']);
    expect(goals('## 目标\n\n分到各部门：\n\n<Kpis />\n\n其余不变：')).toEqual(['其余不变：']);
  });

  test('carry no references to notes, and are none where the indicators stand alone', () => {
    expect(goals('## 目标\n\n增长[^1]。\n\n<Kpis />\n\n[^1]: 注')).toEqual(['增长。']);
    expect(goals('<Kpis />')).toEqual([]);
  });

  const document = filledDocument(
    whole,
    '## 目标\n\n收入增长[^1]。分到各部门：\n\n<Kpis />\n\n- 投诉减少[^1]\n\n[^1]: 注',
  );
  test.each([
    ['收入增长', write('收入持平[^1]。分到人：'), ['收入持平。', '投诉减少']],
    ['投诉减少', write('投诉[^1]归零'), ['收入增长。', '投诉归零']],
    ['收入增长', omit, ['投诉减少']],
    ['投诉减少', omit, ['收入增长。']],
  ])('of which %s is changed', (words, edit, left) => {
    expect(goalWords(edited(document, words, edit))).toEqual(left);
  });
});

test('every list and detail of the order is on the sheet', () => {
  const page = layout(filledDocument(whole, '## 目标\n\n目标\n\n<Kpis />'));
  const html = toHtml(page);
  for (const { name } of template.fit?.lists ?? []) expect(html).toContain(`data-fit-list="${name}"`);
  const columns = template.fit?.details.map(({ column }) => column) ?? [];
  expect(columns.length).toBeGreaterThan(4);
  expect(columns.filter((column) => withClass(page, `col-${column}`).length === 0)).toEqual([]);
});

test('a heading of the page goes with the last of what stands below it', () => {
  const document = filledDocument(whole, '## 目标\n\n提高。\n\n<Kpis />\n\n## 任务\n\n<Tasks />');
  const headings = (of: PlanDocument): string[] =>
    [...toHtml(layout(of)).matchAll(/<h2 id="([a-z]+)">/g)].map(([, id = '']) => id);
  expect(headings(document)).toEqual(['goals', 'tasks', 'roles', 'risks']);
  expect(headings(edited(document, '任务分解表', omit))).toEqual(['goals', 'roles', 'risks']);
  const noKpis = edited(document, '关键指标表', omit);
  expect(headings(noKpis)).toEqual(['goals', 'tasks', 'roles', 'risks']);
  expect(headings(edited(noKpis, '提高', omit))).toEqual(['tasks', 'roles', 'risks']);
});

describe('what is not on the page', () => {
  const prose =
    '前言\n\n## 目标\n\n提高。\n\n| 分解 |\n| --- |\n\n<Kpis />\n\n## 重点措施\n\n### 走访\n\n每周。\n\n## 进度\n\n<Schedule />\n\n## 检查\n\n<Reviews />';
  const plan = { ...whole, budget: { unit: '元', lines: [{ item: '印刷', amount: 300 }] } };
  const words = (document: PlanDocument): Record<string, string> => {
    const parts = absentParts(new DocumentHtml(document));
    return Object.fromEntries(parts.map((part) => [String(part.properties['dataAbsent']), toString(part)]));
  };
  const document = filledDocument(plan, prose);

  test('are the tables, the lead, tables among the goals, and sections that say something of their own', () => {
    expect(words(document)).toMatchObject({ lead: '前言', goals: '分解', prose: '二、重点措施' });
    expect(Object.keys(words(document))).toEqual(['budget', 'reviews', 'lead', 'goals', 'prose']);
    expect(Object.keys(words(filledDocument(whole, prose)))).not.toContain('budget');
  });

  test('follows a writer’s changes', () => {
    expect(words(edited(document, '重点措施', write('做法')))['prose']).toBe('二、做法');
    expect(words(edited(document, '重点措施', omit))).not.toHaveProperty('prose');
    expect(words(edited(document, '前言', omit))).not.toHaveProperty('lead');
  });

  test('is named by the template, all of it', () => {
    expect(Object.keys(words(document)).toSorted()).toEqual(template.fit?.absent?.map(({ name }) => name).toSorted());
  });
});

test('links lead only to what stands on the page', () => {
  const prose = `前言[^条]，见[措施](#措施)和[用法](/guide/)。

## 目标

提高，见[**措施**](#措施)、[走访](#走访)和[任务](#tasks)。

<Kpis />

- 按[月](#%)

## 措施[^条]

### 走访

每周。

[^条]: 注
`;
  const html = toHtml(layout(filledDocument(whole, prose)));
  expect(html).toContain(
    '<p>提高，见<strong>措施</strong>、走访和<a href="#tasks">任务</a>。</p><ul><li>按月</li></ul>',
  );
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)).toEqual(['/guide/', '#tasks']);
});

describe('the timeline', () => {
  const timeline = (plan: Plan, start?: string) => {
    const filling = { values: start === undefined ? {} : { start }, people: {} };
    return withTimeline(tableOf(plan, 'tasks', filling), filledDocument(plan, '', filling));
  };

  test('has one place in each row, and the plan’s own divisions over them', () => {
    const plan = samplePlan();
    const table = timeline(plan);
    expect(withClass(table, 'col-timeline')).toHaveLength(plan.tasks.length + 1);
    expect(withClass(table, 'marks')).toHaveLength(plan.tasks.length);
    expect(withClass(table, 'axis').map((axis) => toString(axis))).toEqual(['123456789101112']);
  });

  test('has dates once the plan’s first day is known', () => {
    expect(toString(timeline(samplePlan(), '2027-04-01'))).toContain('2027年起');
  });

  test('leaves the place of a task empty whose time is not known, and finds those behind it', () => {
    const tasks = [
      { name: '一', every: 'week' as const },
      { name: '二', due: '+3m' },
    ];
    const plan = samplePlan({ tasks });
    const document = filledDocument(plan, '<Tasks />');
    const changed = edited(document, '每周', write('视情况'));
    const [table] = new DocumentHtml(changed).table('tasks');
    const marks = table && withClass(withTimeline(table, changed), 'marks');
    expect(marks).toHaveLength(1);
  });
});
