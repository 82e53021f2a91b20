import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { schedule } from '../../../src/components/schedule.ts';
import { type Filling, nothingFilled } from '../../../src/document/filling.ts';
import { inlineText } from '../../../src/export/blocks.ts';
import { scheduleSigns, scheduleTable } from '../../../src/export/schedule-table.ts';
import { childElements, hasClass } from '../../../src/fill/block-text.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { fullPlan } from '../fill/sample-document.ts';
import { shelfArticle, shelfSlugs } from './shelf-articles.ts';

/** What the axis of a drawn chart says. */
function labelsIn(element: Element): string[] {
  return childElements(element).flatMap((child) => (hasClass(child, 'division') ? toString(child) : labelsIn(child)));
}

function rowsOf(plan: Plan, filling: Filling): string[][] {
  const table = scheduleTable(plan, filling);
  return [table?.head ?? [], ...(table?.rows.map(({ cells }) => cells) ?? [])].map((cells) =>
    cells.map(({ content }) => inlineText(content)),
  );
}

const started: Filling = { values: { start: '2027-02-15' }, people: {} };

test.each(shelfSlugs)('%s: the table has the divisions of the chart and a row for each task', async (slug) => {
  const { plan } = await shelfArticle(slug);
  for (const filling of [nothingFilled, started]) {
    const [chart] = childElements(schedule(plan, filling));
    const [head = [], ...rows] = rowsOf(plan, filling);
    expect(head.slice(2).filter((label) => label !== '')).toEqual(chart && labelsIn(chart));
    expect(rows.length).toBe(plan.tasks.length);
    for (const row of rows) expect(row.slice(2).some((sign) => sign !== '')).toBe(true);
  }
});

test('a sign stands where a task lasts, is due, or is done again and again', () => {
  const { span, moment, rhythm } = scheduleSigns;
  const [head, ...rows] = rowsOf(fullPlan, { values: {}, people: { 客服主管: '王芳' } });
  const none = Array.from({ length: 12 }, () => '');
  expect(head).toEqual(['任务', '责任岗位', ...none.map((_, index) => String(index + 1))]);
  expect(rows).toEqual([
    ['每周走访', '客服主管（王芳）', ...none.map(() => rhythm)],
    ['编订规程', '客服主管（王芳）', ...none.with(2, moment)],
    ['满意度测评', '保洁主管', ...none.with(4, span).with(5, span)],
  ]);
});

test('without a task there is none', () => {
  expect(scheduleTable({ ...fullPlan, tasks: [] }, nothingFilled)).toBeUndefined();
});
