import type { Field } from './field.ts';
import { isoDate } from './time/offset.ts';
import { fullYear, readDate, readMonth } from './time/read-date.ts';
import { unitOf } from './unit.ts';
import { type Value, numberOf } from './value.ts';

/** A value as its field keeps it. */
export interface ValueReading {
  readonly value: Value;
  /** Whether to show the writer how it was read: 27 as 2027, 01/01/27 as 2027-01-01. */
  readonly guessed: boolean;
}

/**
 * A value as people write it, as its field keeps it: `530 万元` → `530`, `2027/1/5`, `2027年1月5日` → `2027-01-05`, and of
 * a year or date with two digits the whole year. What does not read that way stays as it is, for a writer's words are
 * never lost.
 */
export function readingOf(field: Field, source: Value): ValueReading {
  const text = String(source);
  switch (field.kind) {
    case 'date': {
      const reading = readDate(text);
      return reading.kind === 'day' ? { value: isoDate(reading.date), guessed: reading.guessed } : asWritten(source);
    }
    case 'month': {
      const reading = readMonth(text);
      if (reading === undefined) return asWritten(source);
      const { year, month, guessed } = reading;
      return { value: `${String(year)}-${String(month).padStart(2, '0')}`, guessed };
    }
    case 'integer':
      return isYear(field) ? yearReading(source) : asWritten(withoutUnit(source, unitOf(field)));
    case 'number':
    case 'percent':
    case 'money':
      return asWritten(withoutUnit(source, unitOf(field)));
    case 'choice':
      return asWritten(typeof source === 'string' ? source.trim() : source);
    default:
      return asWritten(source);
  }
}

/** The same without guessing: an ambiguous value stays as it was written, so that it can be reported. */
export function readValue(field: Field, source: Value): Value {
  const { value, guessed } = readingOf(field, source);
  return guessed ? source : value;
}

/** Whether a field asks for a year, by its limits: 年度 is from 2000 to 2100. */
function isYear({ min, max, unit }: Extract<Field, { kind: 'integer' }>): boolean {
  return unit === undefined && min !== undefined && max !== undefined && min >= 1900 && max <= 2200;
}

function yearReading(source: Value): ValueReading {
  const written = withoutUnit(source, '年');
  const year = numberOf(written);
  const short = year !== undefined && Number.isInteger(year) && year >= 0 && year < 100;
  return short ? { value: fullYear(year), guessed: true } : asWritten(written);
}

function asWritten(value: Value): ValueReading {
  return { value, guessed: false };
}

function withoutUnit(source: Value, unit: string): Value {
  if (typeof source === 'number') return source;
  const plain = source.trim().replace(/％$/u, '%');
  return unit !== '' && plain.endsWith(unit) ? plain.slice(0, -unit.length).trim() : source.trim();
}
