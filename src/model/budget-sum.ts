/**
 * What the lines of a budget come to, wherever they stand: in an entry, in a document, in a writer's changes. `budget-term.ts`
 * reads what is written in them; it is apart because filling a document, which every fill page loads, only adds up.
 */
import { decimalsIn, sumOf } from './decimal.ts';
import type { Field } from './field.ts';
import { inUnit, unitOf, unitPlaces } from './unit.ts';
import { type Value, numberOf, printedDecimals } from './value.ts';

/** An amount that is added up: in the budget's unit, or the label of a field; null for what is no amount. */
export type BudgetTerm = number | PrintedFigure | string | null;

/** A figure with the decimals that it is printed with. */
export interface PrintedFigure {
  readonly value: number;
  readonly decimals: number;
}

type Answer = (label: string) => { readonly field: Field; readonly value: Value } | undefined;

/**
 * Sum of terms in a unit of money, exact; its decimals are the most that any of them is printed with. Undefined while one
 * is open, is no figure, or is in a unit that cannot be added.
 */
export function budgetSum(terms: readonly BudgetTerm[], unit: string, answer: Answer): PrintedFigure | undefined {
  const figures: PrintedFigure[] = [];
  for (const term of terms) {
    const figure = figureOf(term, unit, answer);
    if (figure === undefined) return undefined;
    figures.push(figure);
  }
  const value = sumOf(figures.map((figure) => figure.value));
  return { value, decimals: Math.min(6, Math.max(0, ...figures.map(({ decimals }) => decimals))) };
}

function figureOf(term: BudgetTerm, unit: string, answer: Answer): PrintedFigure | undefined {
  if (typeof term === 'number') return { value: term, decimals: printedDecimals(undefined, term) };
  if (typeof term !== 'string') return term ?? undefined;
  const found = answer(term);
  const number = found && numberOf(found.value);
  if (found === undefined || number === undefined) return undefined;
  const decimals = printedDecimals(found.field, found.value);
  return figureIn({ value: Number(number.toFixed(decimals)), decimals }, unitOf(found.field), unit);
}

/** A figure in another unit, with all of its decimals; undefined where it cannot be. */
export function figureIn({ value, decimals }: PrintedFigure, from: string, to: string): PrintedFigure | undefined {
  const converted = inUnit(value, from, to);
  if (converted === undefined) return undefined;
  return { value: converted, decimals: Math.max(decimalsIn(converted), decimals - (unitPlaces(from, to) ?? 0)) };
}
