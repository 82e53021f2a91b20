import { soleBlank } from '../../model/blank.ts';
import { exampleValues, resolveValues } from '../../model/compute.ts';
import { toPlanFields } from '../../model/plan.ts';
import { numberOf } from '../../model/value.ts';
import type { Rule } from '../rule.ts';

/** The total is the sum of the lines; amounts that are blanks count with their examples. */
export const budgetAddsUp: Rule = ({ entry, frontMatter }) => {
  const { budget } = entry;
  if (budget?.total === undefined) return [];
  const fields = toPlanFields(entry.fields ?? []);
  const values = resolveValues(fields, exampleValues(fields));
  const figure = (amount: string | number): number | undefined => {
    if (typeof amount === 'number') return amount;
    const label = soleBlank(amount);
    const field = fields.find((candidate) => candidate.label === label);
    const value = field && values.get(field.name);
    return value === undefined ? undefined : numberOf(value);
  };
  const amounts = budget.lines.map(({ amount }) => figure(amount));
  const total = figure(budget.total);
  if (total === undefined || amounts.some((amount) => amount === undefined)) return [];
  const sum = amounts.reduce<number>((a, b) => a + (b ?? 0), 0);
  if (Math.abs(sum - total) < 0.005) return [];
  return [
    {
      code: 'budget-sum',
      position: frontMatter.positionOf(['budget', 'total']),
      what: `明细相加为 ${Number(sum.toFixed(2))} ${budget.unit}，合计写的是 ${total} ${budget.unit}`,
      fix: '改正明细或合计；合计可以省略，由程序相加。',
    },
  ];
};
