/** What the lines of a budget come to, wherever they stand: in an entry, in a document, in a writer's changes. */
import { soleBlank } from './blank.ts';
import { decimalsIn, sumOf } from './decimal.ts';
import type { Field } from './field.ts';
import { plainWidth } from './plain-width.ts';
import { takeFigure } from './target-figure.ts';
import { inUnit, unitOf, unitPlaces } from './unit.ts';
import { type Value, numberOf, printedDecimals } from './value.ts';

/** An amount that is added up: a figure in the budget's unit, the label of a field, or what somebody has written. */
export type BudgetTerm = number | string | { readonly written: string };

/** A figure with the decimals that it is printed with. */
export interface PrintedFigure {
  readonly value: number;
  readonly decimals: number;
}

/** An amount as a term: 【培训费】 is its field's, `300` a number, `1,200.50` or `2.5 万元` what is written. */
export function termOf(text: string): BudgetTerm {
  const label = soleBlank(text);
  if (label !== undefined) return label;
  const number = numberOf(text);
  return number !== undefined && String(number) === text ? number : { written: text };
}

/** Whether a line is no cost but adds up others: 合计, 小计（一）, 费用总计. It is not counted again. */
export function isTotalLine(item: string): boolean {
  const plain = plainWidth(item).replace(/\([^()]*\)|[\s:]/g, '');
  return /(?:合计|总计|小计|共计|总额|累计)$/u.test(plain);
}

/**
 * Sum of terms in a unit of money, exact; its decimals are the most that any of them is printed with. Undefined while one
 * is open, is no figure, or is in a unit that cannot be added.
 */
export function budgetSum(
  terms: readonly BudgetTerm[],
  unit: string,
  answer: (label: string) => { readonly field: Field; readonly value: Value } | undefined,
): PrintedFigure | undefined {
  const figures: PrintedFigure[] = [];
  for (const term of terms) {
    const figure = figureOf(term, unit, answer);
    if (figure === undefined) return undefined;
    figures.push(figure);
  }
  const value = sumOf(figures.map((figure) => figure.value));
  return { value, decimals: Math.min(6, Math.max(0, ...figures.map(({ decimals }) => decimals))) };
}

function figureOf(
  term: BudgetTerm,
  unit: string,
  answer: (label: string) => { readonly field: Field; readonly value: Value } | undefined,
): PrintedFigure | undefined {
  if (typeof term === 'number') return { value: term, decimals: printedDecimals(undefined, term) };
  if (typeof term === 'object') return writtenAmount(term.written, unit);
  const found = answer(term);
  const number = found && numberOf(found.value);
  if (found === undefined || number === undefined) return undefined;
  const decimals = printedDecimals(found.field, found.value);
  return amount(Number(number.toFixed(decimals)), decimals, unitOf(found.field), unit);
}

/** `1,200.50`, `2.5 万元` and `¥300` in another unit; undefined for what is no amount. */
export function writtenAmount(text: string, unit: string): PrintedFigure | undefined {
  const plain = plainWidth(text).trim();
  const [sign = ''] = /^[¥￥] ?/.exec(plain) ?? [];
  const rest = plain.slice(sign.length);
  const taken = takeFigure(rest, rest);
  if (taken?.figure.kind !== 'number' || taken.unit !== '') return undefined;
  const from = rest.slice(taken.length).trim();
  const decimals = /\.(\d+)/.exec(rest.slice(0, taken.length))?.[1]?.length ?? 0;
  return amount(taken.figure.value, decimals, from === '' && sign !== '' ? '元' : from, unit);
}

function amount(value: number, decimals: number, from: string, to: string): PrintedFigure | undefined {
  const converted = inUnit(value, from, to);
  if (converted === undefined) return undefined;
  return { value: converted, decimals: Math.max(decimalsIn(converted), decimals - (unitPlaces(from, to) ?? 0)) };
}
