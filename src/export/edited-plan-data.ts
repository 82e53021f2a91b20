import { isPlaced } from '../document/walk.ts';
import { documentRows } from '../document/edits/document-rows.ts';
import { type EditedRow, rowTiming } from '../document/edits/edited-rows.ts';
import { editedWords } from '../document/edits/edited-words.ts';
import { type PlanTableName, planTableNames } from '../document/plan-table-names.ts';
import type { PlanDocument } from '../document/schema.ts';
import { changesText } from '../fill/changed-text.ts';
import type { FilledPlan } from '../fill/fill-plan.ts';
import { soleBlank } from '../model/blank.ts';
import { rhythmTitles } from '../model/time/period-words.ts';
import type { Plan } from '../model/plan.ts';
import { type Budget, gradeTitles } from '../model/sections.ts';
import { numberOf } from '../model/value.ts';

type Datum = Readonly<Record<string, unknown>>;

/**
 * The plan's data as the document has it: without the rows that a writer left out, with those that were added, and with
 * the changed cells. What is no figure, grade, rhythm or time any more is the words that stand there. Blanks stay
 * 【标签】, as in published data. Data that no table of the text shows are not the writer's to change.
 */
export function editedPlanData({ text, published, plan, draft }: FilledPlan): Datum {
  if (!changesText(draft)) return { ...plan };
  const shown = planTableNames.filter((name) => isPlaced(published, name));
  const rows = Object.fromEntries(shown.map((name) => [name, rowsOf(text, plan, name)]));
  const { budget: lines, ...lists } = rows;
  const { budget, ...rest } = plan;
  return {
    ...rest,
    ...(text.title.edited && { heading: editedWords(text.title.content) }),
    ...lists,
    ...(budget !== undefined && editedBudget(budget, lines, text)),
  };
}

/** The budget with the lines and the total of its table; nothing where that was left out. */
function editedBudget(budget: Budget, lines: readonly Datum[] | undefined, text: PlanDocument): Datum {
  if (lines === undefined) return { budget };
  if (lines.length === 0) return {};
  const row = documentRows(text, 'budget')?.find(({ total }) => total);
  return { budget: { ...budget, total: row && totalOf(row, budget.total, text), lines } };
}

/** The total that a row says: that of the plan's data unless a writer has changed it; undefined for a sum of the lines. */
function totalOf(row: EditedRow, published: Budget['total'], text: PlanDocument): unknown {
  const [sum] = text.tables.budget?.total?.cells['amount']?.content ?? [];
  if (!row.isEdited('amount')) return sum?.kind === 'sum' ? undefined : published;
  const words = row.words('amount') ?? '';
  return words === '' ? undefined : valueOf('amount', words, row)['amount'];
}

/** Rows of a table as the text shows it; none where the table was left out. */
function rowsOf(text: PlanDocument, plan: Plan, name: PlanTableName): readonly Datum[] {
  const published: readonly Datum[] = name === 'budget' ? (plan.budget?.lines ?? []) : plan[name];
  const rows = documentRows(text, name)?.filter(({ total }) => !total);
  const columns = text.tables[name]?.columns.map(({ key }) => key) ?? [];
  return (rows ?? []).map((row) => rowDatum(row, row.index === undefined ? undefined : published[row.index], columns));
}

function rowDatum(row: EditedRow, published: Datum | undefined, columns: readonly string[]): Datum {
  const changed = columns.filter((column) => column !== 'ordinal' && (published === undefined || row.isEdited(column)));
  return changed.reduce<Datum>((datum, column) => {
    const words = row.words(column) ?? '';
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

function valueOf(column: string, words: string, row: EditedRow): Datum {
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
