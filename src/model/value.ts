import { decimalsIn } from './decimal.ts';
import type { Field } from './field.ts';
import { formatDate, parseDate } from './time/offset.ts';
import { unitOf } from './unit.ts';

/** What a writer put into a field. Numbers may come as numbers or as text. */
export type Value = string | number;

/**
 * Whether a value leaves its field open: nothing, or only what does not show, such as spaces of whichever width.
 * https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
 */
export function isOpen(value: Value | undefined): boolean {
  return value === undefined || (typeof value === 'string' && invisible.test(value));
}

/** White space, controls, what joins or directs other characters, and the blank pattern of Braille. */
const invisible = /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Values by field name. */
export type Values = Readonly<Record<string, Value>>;

/** Whether the unit is written behind the figure; a table with a column for units leaves it out. */
export interface FormatOptions {
  readonly unit?: 'with' | 'without';
}

/**
 * A value as it stands in the document: `530` → 530万元, `2027-01-05` → 2027年1月5日. Text that is not of the field's
 * kind, and a number too large to be kept, is shown as it is: a writer's words are never lost. 年度 keeps its bare figure.
 */
export function formatValue(field: Field, value: Value, options: FormatOptions = {}): string {
  switch (field.kind) {
    case 'text':
    case 'longtext':
    case 'choice':
      return String(value);
    case 'date': {
      const date = parseDate(String(value));
      return date === undefined ? String(value) : formatDate(date);
    }
    case 'month': {
      const match = /^(\d{4})-(\d{2})$/.exec(String(value));
      return match === null ? String(value) : `${match[1] ?? ''}年${Number(match[2])}月`;
    }
    default: {
      const number = numberOf(value);
      if (number === undefined) return String(value);
      return formatNumber(number, decimalsOf(field)) + (options.unit === 'without' ? '' : unitOf(field));
    }
  }
}

/**
 * How the end of a line treats a value: a date is kept `whole`; an address or number that is long and has no place to break
 * is a `long-word`, beside which a justified line would be torn apart.
 */
export function breakingOf({ kind }: Field, words: string): 'whole' | 'long-word' | undefined {
  if (kind === 'date' || kind === 'month') return 'whole';
  return /[!-~]{16}/.test(words) ? 'long-word' : undefined;
}

/** Fixed decimals where the field gives them, else as many as the number needs, six at most. */
export function formatNumber(value: number, decimals: number | undefined): string {
  return decimals === undefined ? String(Number(value.toFixed(6))) : roundHalfUp(value, decimals).toFixed(decimals);
}

/** 2.345 to two decimals is 2.35, as a writer expects, whatever its binary form. */
export function roundHalfUp(value: number, decimals: number): number {
  const shifted = Number(`${Math.abs(value)}e${decimals}`);
  // From 1e21 on figures are written with an exponent of their own.
  const rounded = shifted < 1e21 ? Number(`${Math.round(shifted)}e-${decimals}`) : Math.abs(value);
  return Math.sign(value) * rounded;
}

/** Decimals that a figure is printed with: those of its field, else as many as it has, six at most. */
export function printedDecimals(field: Field | undefined, value: Value | undefined): number {
  const number = value === undefined ? undefined : numberOf(value);
  const fixed = field && decimalsOf(field);
  return fixed ?? (number === undefined ? 0 : Math.min(6, decimalsIn(number)));
}

function decimalsOf(field: Field): number | undefined {
  switch (field.kind) {
    case 'integer':
      return undefined;
    case 'computed':
      return field.decimals ?? 1;
    case 'number':
    case 'percent':
    case 'money':
      return field.decimals;
    default:
      return undefined;
  }
}

/** `1,234.5` or `１２` → number; what is no number, or too large for all its figures to be kept → undefined. */
export function numberOf(value: Value): number | undefined {
  const number = writtenNumber(value);
  return number !== undefined && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : undefined;
}

/** Whether a value is a number, but one that {@link numberOf} does not give. */
export function isTooLarge(value: Value): boolean {
  return writtenNumber(value) !== undefined && numberOf(value) === undefined;
}

function writtenNumber(value: Value): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const plain = value.normalize('NFKC').replace(/[,\s]/g, '');
  return /^[+-]?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
