import { soleBlank } from '../model/blank.ts';
import { daysInMonth, isDay, utcOf } from '../model/time/offset.ts';
import { parseTiming } from '../model/time/read-timing.ts';
import { numberOf } from '../model/value.ts';
import { dayOf } from '../document/edits/edited-rows.ts';
import type { Plan } from '../model/plan.ts';
import { changesText } from './changed-text.ts';
import type { DraftContent } from './draft.ts';
import type { EditedRow } from '../document/edits/edited-rows.ts';
import { startOf } from '../document/filling.ts';
import { readContent } from './read-content.ts';
import type { PlanTableName } from '../document/plan-table-names.ts';

/** What is to be said about a cell that a writer has changed or added. It is kept and shown all the same. */
export interface EditProblem {
  readonly table: PlanTableName;
  /** The row as {@link EditedRow.key} names it. */
  readonly row: string;
  readonly column: string;
  readonly message: string;
}

interface Source {
  /** Rows of a table in the edited text, before blanks were filled. */
  readonly rowsOf: (table: PlanTableName) => readonly EditedRow[] | undefined;
  readonly plan: Pick<Plan, 'fields'>;
  readonly draft: DraftContent;
}

/** Looks at the figures and times that a writer has put into the plan's tables; published cells are the check's matter. */
export function editProblems({ rowsOf, plan, draft }: Source): EditProblem[] {
  if (!changesText(draft)) return [];
  const rows = (table: PlanTableName): readonly EditedRow[] => rowsOf(table)?.filter(({ total }) => !total) ?? [];
  const start = startOf(plan.fields, readContent(plan.fields, draft));
  const said: EditProblem[] = [];
  const look = (table: PlanTableName, column: string, wrong: (words: string) => string | undefined): void => {
    for (const row of rows(table)) {
      const words = wordsOf(row, column);
      const found = isOwn(row, column) && words !== '' ? wrong(words) : undefined;
      if (found !== undefined) said.push({ table, row: row.key, column, message: `${nameOf(row)}${found}` });
    }
  };
  look('kpis', 'weight', (words) => figureProblem('权重', words, weightOf(words)));
  look('budget', 'amount', (words) =>
    soleBlank(words) === undefined ? figureProblem('金额', words, numberOf(words)) : undefined,
  );
  for (const table of ['tasks', 'reviews'] as const)
    look(
      table,
      'time',
      (words) => dayProblem(words) ?? spanProblem(words, (moment, edge) => dayOf(moment, start, edge)),
    );
  return [...said, ...weightSum(rows('kpis'))];
}

function wordsOf(row: EditedRow, column: string): string {
  return row.words(column) ?? '';
}

function isOwn({ index, isEdited }: EditedRow, column: string): boolean {
  return index === undefined || isEdited(column);
}

/** The row by its first cell with words, in brackets of a title. */
function nameOf(row: EditedRow): string {
  const name = ['name', 'item', 'risk'].map((column) => wordsOf(row, column)).find((words) => words !== '');
  return name === undefined ? '' : `“${name}”的`;
}

function weightOf(words: string): number | undefined {
  return numberOf(words.replace(/[%％]\s*$/u, ''));
}

function figureProblem(what: string, words: string, figure: number | undefined): string | undefined {
  if (figure === undefined) return `${what}“${words}”不是数字，请只写数字。`;
  if (figure < 0) return `${what}是 ${figure}，低于 0，请核对（已保留）。`;
  return what === '权重' && figure > 100 ? `${what}是 ${figure}，超过 100，请核对（已保留）。` : undefined;
}

/** Weights that a writer has changed add up to 100 at most, as the published ones do. */
function weightSum(rows: readonly EditedRow[]): EditProblem[] {
  const own = rows.find((row) => isOwn(row, 'weight') && wordsOf(row, 'weight') !== '');
  const sum = rows.reduce((before, row) => before + (weightOf(wordsOf(row, 'weight')) ?? 0), 0);
  if (own === undefined || sum <= 100.005) return [];
  const message = `指标权重合计 ${Number(sum.toFixed(2))}，超过 100，请核对（已保留）。`;
  return [{ table: 'kpis', row: own.key, column: 'weight', message }];
}

/** A day in a time that no calendar has: 2027年2月30日, 2027-02-30, 2月30日. */
function dayProblem(words: string): string | undefined {
  for (const [written, year, month, day] of words
    .normalize('NFKC')
    .matchAll(/(?:(\d{4})\s*[-/.年]\s*)?(?<!\d)(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*日?/gu)) {
    // Without a year only 2月30日 is meant as a day: 1-2 may be anything.
    if (year === undefined && !/月.*日/u.test(written)) continue;
    const date = { year: Number(year ?? 2024), month: Number(month), day: Number(day) };
    if (isDay(date)) continue;
    const known = date.month >= 1 && date.month <= 12;
    const why = known ? `${date.month}月只有 ${daysInMonth(date.year, date.month)} 天` : `月份写成了 ${date.month}`;
    return `时限“${written.trim()}”不是日期：${why}。`;
  }
  return undefined;
}

type DayOf = (moment: string, edge: 'start' | 'due') => ReturnType<typeof dayOf>;

function spanProblem(words: string, day: DayOf): string | undefined {
  const timing = parseTiming(words);
  const from = timing?.start === undefined ? undefined : day(timing.start, 'start');
  const to = timing?.due === undefined ? undefined : day(timing.due, 'due');
  if (from === undefined || to === undefined || utcOf(to) >= utcOf(from)) return undefined;
  return `时限“${words}”的结束早于开始，请核对（已保留）。`;
}
