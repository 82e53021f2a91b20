import type { Field } from '../model/field.ts';
import { isoDate, parseDate } from '../model/offset.ts';
import { unitOf } from '../model/unit.ts';
import type { Value } from '../model/value.ts';

/**
 * A value as people write it in a table or a file, as its field keeps it: `530 万元` → `530`, `2027/1/5` and
 * `2027年1月5日` → `2027-01-05`. What does not read that way stays as it is, for a writer's words are never lost.
 */
export function readValue(field: Field, source: Value): Value {
  if (typeof source === 'number') return source;
  switch (field.kind) {
    case 'date':
      return dayOf(source) ?? source;
    case 'month':
      return monthOf(source) ?? source;
    case 'number':
    case 'integer':
    case 'percent':
    case 'money':
      return withoutUnit(source.trim(), unitOf(field));
    case 'choice':
      return source.trim();
    default:
      return source;
  }
}

function dayOf(source: string): string | undefined {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u.exec(source.normalize('NFKC').trim());
  if (match === null) return undefined;
  const iso = `${match[1] ?? ''}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`;
  const date = parseDate(iso);
  return date === undefined ? undefined : isoDate(date);
}

function monthOf(source: string): string | undefined {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/u.exec(source.normalize('NFKC').trim());
  const month = Number(match?.[2]);
  return match === null || month < 1 || month > 12 ? undefined : `${match[1] ?? ''}-${String(month).padStart(2, '0')}`;
}

function withoutUnit(source: string, unit: string): string {
  const plain = source.replace(/％$/u, '%');
  return unit !== '' && plain.endsWith(unit) ? plain.slice(0, -unit.length).trim() : source;
}
