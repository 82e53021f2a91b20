import type { Element } from 'hast';
import { childElements, editableText } from '../fill/block-text.ts';
import { isAddedUp } from '../fill/budget-total.ts';
import { rowTiming } from '../document/edited-rows.ts';
import { type PlanRow, cellText, planRows, planTable } from '../fill/edited-plan.ts';
import type { FilledDocument } from '../fill/fill-draft.ts';
import { type PlanTableName, planTableNames } from '../document/plan-table-names.ts';
import { soleBlank } from '../model/blank.ts';
import { rhythmTitles } from '../model/period-words.ts';
import type { Plan } from '../model/plan.ts';
import { type Budget, gradeTitles } from '../model/sections.ts';
import { numberOf } from '../model/value.ts';

type Datum = Readonly<Record<string, unknown>>;

/**
 * The plan's data as the document has it: without the rows that a writer left out, with those that were added, and with
 * the changed cells. What is no figure, grade, rhythm or time any more is the words that stand there. Blanks stay
 * 【标签】, as in published data. Data that no table of the text shows are not the writer's to change.
 */
export function editedPlanData({ text, published, plan, draft }: FilledDocument): Datum {
  if (draft.edits.length === 0) return { ...plan };
  const shown = planTableNames.filter((name) => planTable(published, name) !== undefined);
  const rows = Object.fromEntries(shown.map((name) => [name, rowsOf(text, plan, name)]));
  const { budget: lines, ...lists } = rows;
  const { budget, ...rest } = plan;
  const heading = changedHeading(text);
  return {
    ...rest,
    ...(heading !== undefined && { heading }),
    ...lists,
    ...(budget !== undefined && editedBudget(budget, lines, text)),
  };
}

/** The budget with the lines and the total of its table; nothing where that was left out. */
function editedBudget(budget: Budget, lines: readonly Datum[] | undefined, text: Element): Datum {
  if (lines === undefined) return { budget };
  if (lines.length === 0) return {};
  const row = planRows(text, 'budget')?.find(({ total }) => total);
  return { budget: { ...budget, total: row && totalOf(row, budget.total), lines } };
}

/** The total that a row says: that of the plan's data unless a writer has changed it; undefined for a sum of the lines. */
function totalOf(row: PlanRow, published: Budget['total']): unknown {
  const cell = row.cells.get('amount');
  if (cell?.properties['dataEdited'] === undefined)
    return cell !== undefined && isAddedUp(cell) ? undefined : published;
  const words = cellText(row, 'amount');
  return words === '' ? undefined : valueOf('amount', words, row)['amount'];
}

/** Rows of a table as the text shows it; none where the table was left out. */
function rowsOf(text: Element, plan: Plan, name: PlanTableName): readonly Datum[] {
  const published: readonly Datum[] = name === 'budget' ? (plan.budget?.lines ?? []) : plan[name];
  const rows = planRows(text, name)?.filter(({ total }) => !total);
  return rows?.map((row) => rowDatum(row, row.index === undefined ? undefined : published[row.index])) ?? [];
}

function rowDatum(row: PlanRow, published: Datum | undefined): Datum {
  const changed = [...row.cells].filter(
    ([column, cell]) =>
      column !== 'ordinal' && (published === undefined || cell.properties['dataEdited'] !== undefined),
  );
  return changed.reduce<Datum>((datum, [column]) => {
    const words = cellText(row, column);
    const gone = column === 'time' ? timeKeys : [keyOf(column)];
    const kept = Object.fromEntries(Object.entries(datum).filter(([key]) => !gone.includes(key)));
    return words === '' ? kept : { ...kept, ...valueOf(column, words, row) };
  }, published ?? {});
}

const timeKeys: readonly string[] = ['start', 'due', 'every', 'times'];

/** Columns are called as the data are, but where two share a name. */
function keyOf(column: string): string {
  return column === 'grade' ? 'likelihood' : column === 'grade-2' ? 'impact' : column;
}

function valueOf(column: string, words: string, row: PlanRow): Datum {
  const key = keyOf(column);
  switch (column) {
    case 'time':
      return { ...(rowTiming(row, undefined) ?? { time: words }) };
    case 'with':
      return { with: words.split('、') };
    case 'weight':
      return { weight: numberOf(words.replace(/[%％]\s*$/u, '')) ?? words };
    case 'amount':
      return { amount: soleBlank(words) === undefined ? (numberOf(words) ?? words) : words };
    case 'cycle':
      return { cycle: named(rhythmTitles, words) };
    case 'grade':
    case 'grade-2':
      return { [key]: named(gradeTitles, words) };
    default:
      return { [key]: words };
  }
}

function named(titles: Readonly<Record<string, string>>, words: string): string {
  return Object.entries(titles).find(([, title]) => title === words)?.[0] ?? words;
}

function changedHeading(element: Element): string | undefined {
  if (element.tagName === 'h1')
    return element.properties['dataEdited'] === undefined ? undefined : editableText(element.children);
  for (const child of childElements(element)) {
    const found = changedHeading(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
