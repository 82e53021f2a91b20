import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { fillDocument } from '../../../src/document/fill.ts';
import { type Filling, nothingFilled } from '../../../src/document/filling.ts';
import type { PlanDocument } from '../../../src/document/schema.ts';
import { inlineText } from '../../../src/export/blocks.ts';
import { scheduleSigns, scheduleTable } from '../../../src/export/schedule-table.ts';
import { DocumentHtml } from '../../../src/html/document-html.ts';
import { childElements, hasClass } from '../../../src/model/element.ts';
import { sampleDocument } from '../document/sample-entry.ts';
import { shelfPlan, shelfSlugs } from './shelf-plans.ts';

/** What the axis of a drawn chart says. */
function labelsIn(element: Element): string[] {
  return childElements(element).flatMap((child) => (hasClass(child, 'division') ? toString(child) : labelsIn(child)));
}

function rowsOf(document: PlanDocument): string[][] {
  const table = scheduleTable(document);
  return [table?.head ?? [], ...(table?.rows.map(({ cells }) => cells) ?? [])].map((cells) =>
    cells.map(({ content }) => inlineText(content)),
  );
}

const started: Filling = { values: { start: '2027-02-15' }, people: {} };

test.each(shelfSlugs)('%s: the table has the divisions of the chart and a row for each task', async (slug) => {
  const { plan, document } = await shelfPlan(slug);
  for (const filling of [nothingFilled, started]) {
    const filled = fillDocument(document, filling);
    const [drawn] = new DocumentHtml(filled).schedule();
    const [chart] = drawn === undefined ? [] : childElements(drawn);
    const [head = [], ...rows] = rowsOf(filled);
    expect(head.slice(2).filter((label) => label !== '')).toEqual(chart && labelsIn(chart));
    expect(rows.length).toBe(plan.tasks.length);
    for (const row of rows) expect(row.slice(2).some((sign) => sign !== '')).toBe(true);
  }
});

test('a sign stands where a task lasts, is due, or is done again and again', () => {
  const { span, moment, rhythm } = scheduleSigns;
  const [head, ...rows] = rowsOf(fillDocument(sampleDocument(), { values: {}, people: { 客服主管: '王芳' } }));
  const none = Array.from({ length: 12 }, () => '');
  expect(head).toEqual(['任务', '责任岗位', ...none.map((_, index) => String(index + 1))]);
  expect(rows).toEqual([
    ['每周走访', '客服主管（王芳）', ...none.map(() => rhythm)],
    ['编订规程', '客服主管（王芳）', ...none.with(2, moment)],
    ['满意度测评', '保洁主管', ...none.with(4, span).with(5, span)],
  ]);
});

test('without a task there is none', () => {
  const document = sampleDocument();
  const tasks = { ...document.tables.tasks, rows: [] };
  expect(scheduleTable({ ...document, tables: { ...document.tables, tasks } })).toBeUndefined();
});
