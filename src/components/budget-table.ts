import type { Element, ElementContent } from 'hast';
import { sumElement as openTotal } from '../document/content-elements.ts';
import { answersByLabel, nothingFilled } from '../document/filling.ts';
import { blankElement, inlineContent } from '../markdown/blank-element.ts';
import { soleBlank } from '../model/blank.ts';
import { budgetSum } from '../model/budget-sum.ts';
import { isTotalLine, termOf } from '../model/budget-term.ts';
import { h } from '../model/element.ts';
import type { Field } from '../model/field.ts';
import type { Plan } from '../model/plan.ts';
import type { Budget } from '../model/sections.ts';
import { unitOf } from '../model/unit.ts';
import { formatNumber } from '../model/value.ts';
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
 * The sum of the lines, blank until every line is known. Its terms stand with it as JSON, figures and labels, so
 * that filling can add up again. A line that adds up others is not counted.
 *
 * ```html
 * <span class="blank" data-sum='[1200,"培训费"]' data-sum-unit="元"><span class="blank-label">合计</span></span>
 * ```
 */
function sumElement(budget: Budget, fields: readonly Field[]): Element {
  const lines = budget.lines.filter(({ item }) => !isTotalLine(item));
  const terms = lines.map(({ amount }) => (typeof amount === 'number' ? amount : termOf(amount, budget.unit)));
  const open = openTotal(terms, budget.unit);
  const answers = answersByLabel(fields, nothingFilled);
  const sum = budgetSum(terms, budget.unit, (label) => answers.get(label));
  return sum === undefined
    ? open
    : h('span', { ...open.properties, className: ['filled'] }, formatNumber(sum.value, sum.decimals));
}
