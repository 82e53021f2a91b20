import { soleBlank } from '../../model/blank.ts';
import { budgetSum } from '../../model/budget-sum.ts';
import { isTotalLine, termOf } from '../../model/budget-term.ts';
import { exampleValues, resolveValues } from '../../model/compute.ts';
import type { Field } from '../../model/field.ts';
import { toPlanFields } from '../../model/plan.ts';
import type { Budget } from '../../model/sections.ts';
import { unitOf, unitPlaces } from '../../model/unit.ts';
import { formatNumber } from '../../model/value.ts';
import type { Finding } from '../entry.ts';
import type { Rule, RuleInput } from '../rule.ts';

type Amount = Budget['lines'][number]['amount'];

/** The total is the sum of the lines; amounts that are blanks count with their examples. */
export const budgetAddsUp: Rule = ({ entry, frontMatter }) => {
  const { budget } = entry;
  if (budget?.total === undefined) return [];
  const fields = toPlanFields(entry.fields ?? []);
  const values = resolveValues(fields, exampleValues(fields));
  const asTerm = (amount: Amount) => (typeof amount === 'number' ? amount : termOf(amount, budget.unit));
  const sumOf = (amounts: readonly Amount[]) =>
    budgetSum(amounts.map(asTerm), budget.unit, (label) => {
      const field = fields.find((candidate) => candidate.label === label);
      const value = field && values.get(field.name);
      return field === undefined || value === undefined ? undefined : { field, value };
    });
  const lines = budget.lines.filter(({ item }) => !isTotalLine(item));
  const [sum, total] = [lines.map(({ amount }) => amount), [budget.total]].map(sumOf);
  if (sum === undefined || total === undefined || Math.abs(sum.value - total.value) < 0.005) return [];
  const [added, written] = [sum, total].map(({ value, decimals }) => `${formatNumber(value, decimals)} ${budget.unit}`);
  return [
    {
      code: 'budget-sum',
      position: frontMatter.positionOf(['budget', 'total']),
      what: `明细相加为 ${added ?? ''}，合计写的是 ${written ?? ''}`,
      fix: '改正明细或合计；合计可以省略，由程序相加。',
    },
  ];
};

/** No line adds up others: the total is the program's. */
export const noTotalLines: Rule = ({ entry, frontMatter }) =>
  (entry.budget?.lines ?? []).flatMap(({ item }, i): Finding[] => {
    if (!isTotalLine(item)) return [];
    const what = `费用明细第 ${i + 1} 行“${item}”是手写的合计`;
    const fix = '删去这一行：合计由程序相加；要另给一个数，写在 budget 的 total 里。';
    return [{ code: 'budget-total-line', position: frontMatter.positionOf(['budget', 'lines', i, 'item']), what, fix }];
  });

/** Amounts that are blanks are in the budget's unit, or in one that comes to it, as 万元 does to 元. */
export const budgetUnits: Rule = ({ entry, frontMatter }) => {
  const { budget } = entry;
  if (budget === undefined || entry.fields === undefined) return [];
  const fields = toPlanFields(entry.fields);
  const amounts: [PropertyKey[], Amount | undefined][] = [
    ...budget.lines.map(({ amount }, i): [PropertyKey[], Amount] => [['budget', 'lines', i, 'amount'], amount]),
    [['budget', 'total'], budget.total],
  ];
  return amounts.flatMap(([path, amount]) => {
    const field = typeof amount === 'string' ? fieldOf(amount, fields) : undefined;
    return field === undefined || unitPlaces(unitOf(field), budget.unit) !== undefined
      ? []
      : [otherUnit(frontMatter, path, field, budget.unit)];
  });
};

function fieldOf(amount: string, fields: readonly Field[]): Field | undefined {
  const label = soleBlank(amount);
  return fields.find((field) => field.label === label);
}

function otherUnit(frontMatter: RuleInput['frontMatter'], path: PropertyKey[], field: Field, unit: string): Finding {
  return {
    code: 'budget-unit',
    position: frontMatter.positionOf(path),
    what: `【${field.label}】的单位是 ${unitOf(field)}，不能和 ${unit} 相加`,
    fix: `换一个以 ${unit} 计的填写项；元、千元、万元、亿元可以混用，由程序换算。`,
  };
}
