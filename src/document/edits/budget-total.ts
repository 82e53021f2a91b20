/** The total of a budget whose lines a writer changes. */
import { soleBlank } from '../../model/blank.ts';
import { type BudgetTerm, budgetSum } from '../../model/budget-sum.ts';
import { isTotalLine, termOf } from '../../model/budget-term.ts';
import { sumOf } from '../../model/decimal.ts';
import type { ComputedField, Field } from '../../model/field.ts';
import type { Plan } from '../../model/plan.ts';
import { unitOf } from '../../model/unit.ts';
import type { EditedRow } from './edited-rows.ts';

/**
 * How the total of a plan's budget follows its lines: `lines` where it is nothing but their sum, the field where that adds
 * up the fields of the lines; undefined where it stands by itself.
 */
export function followedTotal({
  budget,
  fields,
}: Pick<Plan, 'budget' | 'fields'>): 'lines' | ComputedField | undefined {
  if (budget === undefined || budget.total === undefined) return 'lines';
  const amounts = budget.lines.filter(({ item }) => !isTotalLine(item)).map((line) => line.amount);
  if (typeof budget.total === 'number') {
    const numbers = amounts.filter((amount) => typeof amount === 'number');
    return numbers.length === amounts.length && sumOf(numbers) === budget.total ? 'lines' : undefined;
  }
  const label = soleBlank(budget.total);
  const total = fields.find((field) => field.label === label);
  if (total?.kind !== 'computed' || total.compute.op !== 'sum') return undefined;
  const operands = amounts.map((amount) =>
    operandOf(typeof amount === 'number' ? amount : termOf(amount, unitOf(total)), fields),
  );
  return sameOperands(operands, total.compute.of) ? total : undefined;
}

function sameOperands(some: readonly (string | number)[], others: readonly (string | number)[]): boolean {
  const sorted = (operands: readonly (string | number)[]): string => JSON.stringify(operands.map(String).toSorted());
  return sorted(some) === sorted(others);
}

/** A name that no field has: what is computed from it stays open. */
function unusedName(fields: readonly Field[]): string {
  let name = 'none';
  while (fields.some((field) => field.name === name)) name += '-x';
  return name;
}

/** @param term in the unit of the total */
function operandOf(term: BudgetTerm, fields: readonly Field[]): string | number {
  if (typeof term === 'number') return term;
  if (typeof term !== 'string') return term?.value ?? unusedName(fields);
  return fields.find(({ label }) => label === term)?.name ?? unusedName(fields);
}

/**
 * The plan with a total that adds up the lines as the edited document has them, wherever the total is named. The same plan
 * where nothing of that has changed.
 */
export function planWithEditedBudget(rows: readonly EditedRow[] | undefined, plan: Plan): Plan {
  const total = followedTotal(plan);
  if (typeof total !== 'object' || rows === undefined) return plan;
  const of = termsOf(rows, unitOf(total)).map((term) => operandOf(term, plan.fields));
  if (sameOperands(of, total.compute.of)) return plan;
  const changed = { ...total, compute: { ...total.compute, of } };
  return { ...plan, fields: plan.fields.map((field) => (field === total ? changed : field)) };
}

/** Amounts of the lines that are counted. */
function termsOf(rows: readonly EditedRow[], unit: string): BudgetTerm[] {
  return rows
    .filter((row) => !row.total && !isTotalLine(row.words('item') ?? ''))
    .map((row) => termOf(row.words('amount') ?? '', unit));
}

/** Whether terms are known to add up to a total; blanks are not. */
export function equalsSum(terms: readonly BudgetTerm[], total: BudgetTerm, unit: string): boolean {
  const [sum, written] = [terms, [total]].map((some) => budgetSum(some, unit, () => undefined));
  return sum !== undefined && written !== undefined && sum.value === written.value;
}
