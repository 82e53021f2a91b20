import { soleBlank } from '../model/blank.ts';
import { isTotalLine, termOf } from '../model/budget-term.ts';
import type { Field } from '../model/field.ts';
import { rhythmTitles } from '../model/time/period-words.ts';
import type { Plan } from '../model/plan.ts';
import { type Budget, gradeTitles } from '../model/sections.ts';
import { unitOf } from '../model/unit.ts';
import { formatNumber } from '../model/value.ts';
import { contentOf, roleList, timeContent, words } from './content.ts';
import { kpiFigure, unitOfKpi } from './kpi-figure.ts';
import type { Inline, PlanCell, PlanDocument, PlanTable } from './schema.ts';
import { documentStrings as strings } from './strings.zh.ts';

/** A column of a plan's table; a cell is empty where the row has nothing to say. */
interface Column<Row> {
  readonly key: string;
  readonly heading: string;
  /** `header` names the row, `figure` is set as a number. */
  readonly kind?: 'header' | 'figure';
  readonly cell: (row: Row, index: number) => Inline[];
}

/** The tables of a plan's data. */
export function planTables(plan: Plan): PlanDocument['tables'] {
  const budget = budgetTable(plan);
  const risks = riskTable(plan);
  return {
    kpis: kpiTable(plan),
    tasks: taskTable(plan),
    ...(budget && { budget }),
    ...(risks && { risks }),
    reviews: reviewTable(plan),
  };
}

/** A column that is empty in every row is left out, unless the total has something to say there. */
function planTable<Row>(
  caption: string,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  total?: Readonly<Record<string, Inline[]>>,
): PlanTable {
  const cells = rows.map((row, index) => columns.map((column) => ({ content: column.cell(row, index) })));
  const shown = columns.flatMap((column, index) => {
    const says = total?.[column.key] !== undefined || cells.some((row) => row[index]?.content.length);
    return says ? [{ column, index }] : [];
  });
  const rowOf = (id: string, cell: (column: Column<Row>, index: number) => PlanCell) => ({
    id,
    cells: Object.fromEntries(shown.map(({ column, index }) => [column.key, cell(column, index)])),
  });
  return {
    caption,
    columns: shown.map(({ column: { key, heading, kind } }) => ({
      key,
      heading: words(heading),
      ...(kind && { kind }),
    })),
    rows: cells.map((row, at) => rowOf(String(at), (_, index) => row[index] ?? { content: [] })),
    ...(total && { total: rowOf('total', ({ key }) => ({ content: total[key] ?? [] })) }),
  };
}

/** The plan's indicators. Figures stand without their unit, which has a column of its own. */
function kpiTable({ kpis, fields }: Plan): PlanTable {
  const s = strings.kpis;
  return planTable(s.caption, kpis, [
    { key: 'name', heading: s.name, kind: 'header', cell: ({ name }) => contentOf(name) },
    {
      key: 'baseline',
      heading: s.baseline,
      kind: 'figure',
      cell: (kpi) => (kpi.baseline === undefined ? [] : kpiFigure(kpi.baseline, unitOfKpi(kpi, fields), fields)),
    },
    {
      key: 'target',
      heading: s.target,
      kind: 'figure',
      cell: (kpi) => kpiFigure(kpi.target, unitOfKpi(kpi, fields), fields),
    },
    { key: 'unit', heading: s.unit, cell: (kpi) => words(unitOfKpi(kpi, fields)) },
    {
      key: 'weight',
      heading: s.weight,
      kind: 'figure',
      cell: ({ weight }) => words(weight === undefined ? undefined : `${weight}%`),
    },
    { key: 'source', heading: s.source, cell: ({ source }) => contentOf(source ?? '') },
    { key: 'cycle', heading: s.cycle, cell: ({ cycle }) => words(cycle && rhythmTitles[cycle]) },
    { key: 'owner', heading: s.owner, cell: ({ owner }) => roleList(owner) },
  ]);
}

/** The plan's tasks in their order, numbered from 1. */
function taskTable({ tasks }: Plan): PlanTable {
  const s = strings.tasks;
  return planTable(s.caption, tasks, [
    { key: 'ordinal', heading: s.ordinal, cell: (_, index) => words(String(index + 1)) },
    { key: 'name', heading: s.name, kind: 'header', cell: ({ name }) => contentOf(name) },
    { key: 'measure', heading: s.measure, cell: ({ measure }) => contentOf(measure ?? '') },
    { key: 'owner', heading: s.owner, cell: ({ owner }) => roleList(owner) },
    { key: 'with', heading: s.with, cell: (task) => roleList(...(task.with ?? [])) },
    { key: 'time', heading: s.time, cell: (task) => timeContent(task) },
    { key: 'standard', heading: s.standard, cell: ({ standard }) => contentOf(standard ?? '') },
  ]);
}

/** The plan's costs with their total; undefined for a plan that spends nothing. */
function budgetTable({ budget, fields }: Plan): PlanTable | undefined {
  if (budget === undefined) return undefined;
  const { unit, lines, total } = budget;
  const s = strings.budget;
  return planTable(
    s.caption,
    lines,
    [
      { key: 'item', heading: s.item, kind: 'header', cell: ({ item }) => contentOf(item) },
      {
        key: 'amount',
        heading: s.amount(unit),
        kind: 'figure',
        cell: ({ amount }) => amountContent(amount, unit, fields),
      },
      { key: 'basis', heading: s.basis, cell: ({ basis }) => contentOf(basis ?? '') },
      { key: 'when', heading: s.when, cell: ({ when }) => contentOf(when ?? '') },
    ],
    {
      item: words(s.total),
      amount: total === undefined ? [sumOfLines(budget)] : amountContent(total, unit, fields),
    },
  );
}

/** A field in another unit than the budget's keeps its own, so that 元 is not added to 万元. */
function amountContent(amount: Budget['lines'][number]['amount'], unit: string, fields: readonly Field[]): Inline[] {
  if (typeof amount === 'number') return words(formatNumber(amount, undefined));
  const label = soleBlank(amount);
  const field = fields.find((candidate) => candidate.label === label);
  return contentOf(amount, field !== undefined && ['', unit].includes(unitOf(field)) ? 'without' : undefined);
}

/** A line that adds up others is not counted again. */
function sumOfLines({ lines, unit }: Budget): Inline {
  const counted = lines.filter(({ item }) => !isTotalLine(item));
  const terms = counted.map(({ amount }) => (typeof amount === 'number' ? amount : termOf(amount, unit)));
  return { kind: 'sum', terms, unit };
}

/** What may go wrong, and what is done then; undefined for a plan that names no risk. */
function riskTable({ risks }: Plan): PlanTable | undefined {
  if (risks.length === 0) return undefined;
  const s = strings.risks;
  return planTable(s.caption, risks, [
    { key: 'risk', heading: s.risk, kind: 'header', cell: ({ risk }) => contentOf(risk) },
    { key: 'grade', heading: s.likelihood, cell: ({ likelihood }) => words(gradeTitles[likelihood]) },
    { key: 'grade-2', heading: s.impact, cell: ({ impact }) => words(gradeTitles[impact]) },
    { key: 'signal', heading: s.signal, cell: ({ signal }) => contentOf(signal ?? '') },
    { key: 'response', heading: s.response, cell: ({ response }) => contentOf(response) },
    { key: 'owner', heading: s.owner, cell: ({ owner }) => roleList(owner) },
  ]);
}

/** Who reports what to whom, and when. */
function reviewTable({ reviews, roles }: Plan): PlanTable {
  const s = strings.reviews;
  const isRole = (name: string): boolean => roles.some((role) => role.name === name);
  return planTable(s.caption, reviews, [
    { key: 'name', heading: s.name, kind: 'header', cell: ({ name }) => contentOf(name) },
    { key: 'time', heading: s.time, cell: ({ every, due }) => timeContent({ every, due }) },
    { key: 'by', heading: s.by, cell: ({ by }) => roleList(by) },
    { key: 'to', heading: s.to, cell: ({ to }) => (isRole(to) ? roleList(to) : contentOf(to)) },
    { key: 'what', heading: s.what, cell: ({ what }) => contentOf(what) },
  ]);
}
