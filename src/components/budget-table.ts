import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { blankElement, inlineContent, openBlank } from '../markdown/blank-element.ts';
import { soleBlank } from '../model/blank.ts';
import { noValues, resolveValues } from '../model/compute.ts';
import type { Field } from '../model/field.ts';
import type { Plan } from '../model/plan.ts';
import type { Budget } from '../model/sections.ts';
import { unitOf } from '../model/unit.ts';
import { formatNumber, numberOf } from '../model/value.ts';
import { planTable, words } from './plan-table.ts';
import { strings } from './strings.zh.ts';

type Amount = Budget['lines'][number]['amount'];

/** The plan's costs with their total; undefined for a plan that spends nothing. */
export function budgetTable(plan: Plan): Element | undefined {
  const { budget, fields } = plan;
  if (budget === undefined) return undefined;
  return planTable({
    name: 'budget',
    caption: strings.budget.caption,
    rows: budget.lines,
    columns: [
      { name: 'item', heading: strings.budget.item, kind: 'header', cell: (line) => inlineContent(line.item, fields) },
      {
        name: 'amount',
        heading: strings.budget.amount(budget.unit),
        kind: 'figure',
        cell: (line) => amountContent(line.amount, budget.unit, fields),
      },
      { name: 'basis', heading: strings.budget.basis, cell: (line) => inlineContent(line.basis ?? '', fields) },
      { name: 'when', heading: strings.budget.when, cell: (line) => inlineContent(line.when ?? '', fields) },
    ],
    total: {
      item: words(strings.budget.total),
      amount:
        budget.total === undefined ? [sumElement(budget, fields)] : amountContent(budget.total, budget.unit, fields),
    },
  });
}

/** A field in another unit than the budget's keeps its own, so that nobody adds 元 to 万元. */
function amountContent(amount: Amount, unit: string, fields: readonly Field[]): ElementContent[] {
  if (typeof amount === 'number') return words(formatNumber(amount, undefined));
  const label = soleBlank(amount);
  const field = fields.find((candidate) => candidate.label === label);
  return label === undefined || field === undefined || !sameUnit(field, unit)
    ? inlineContent(amount, fields)
    : [blankElement(label, fields, { unit: 'without' })];
}

function sameUnit(field: Field, unit: string): boolean {
  const own = unitOf(field);
  return own === '' || own === unit;
}

/**
 * The sum of the lines, blank until every line is known. Its terms stand with it as JSON, numbers and labels, so that
 * filling can add up again.
 *
 * ```html
 * <span class="blank" data-sum='[1200,"培训费"]' data-sum-unit="元"><span class="blank-label">合计</span></span>
 * ```
 */
function sumElement(budget: Budget, fields: readonly Field[]): Element {
  const terms = budget.lines.map(({ amount }) => (typeof amount === 'number' ? amount : (soleBlank(amount) ?? amount)));
  const sum = budgetSum(budget, fields);
  const marks = { dataKind: 'computed', dataSum: JSON.stringify(terms), dataSumUnit: budget.unit };
  return sum === undefined
    ? h('span', { className: ['blank'], ...marks }, openBlank(strings.budget.total, ''))
    : h('span', { className: ['filled'], ...marks }, formatNumber(sum, undefined));
}

/** Sum of the lines in the budget's unit; undefined while a line is open or stands in another unit. */
export function budgetSum(budget: Budget, fields: readonly Field[]): number | undefined {
  const values = resolveValues(fields, noValues);
  let sum = 0;
  for (const { amount } of budget.lines) {
    const field = typeof amount === 'number' ? undefined : fields.find(({ label }) => label === soleBlank(amount));
    const value = typeof amount === 'number' ? amount : field && sameUnit(field, budget.unit) && values.get(field.name);
    const figure = value === undefined || value === false ? undefined : numberOf(value);
    if (figure === undefined) return undefined;
    sum += figure;
  }
  return sum;
}
