import { resolveValues } from '../model/compute.ts';
import type { Field } from '../model/field.ts';
import { longestValue } from '../model/limits.ts';
import { type CalendarDate, formatDate } from '../model/time/offset.ts';
import { type DateReading, lastDayOf, readDate } from '../model/time/read-date.ts';
import { readingOf } from '../model/read-value.ts';
import { unitOf } from '../model/unit.ts';
import { type Value, type Values, formatNumber, formatValue, isOpen, isTooLarge, numberOf } from '../model/value.ts';
import { datePairs } from './date-pairs.ts';
import { readValues } from './read-content.ts';

/** What is to be said about a value. It is kept and shown all the same. */
export interface ValueProblem {
  /** Name of the field. */
  readonly field: string;
  /**
   * `kind`: it is not of the field's kind; `limit`: it is beyond a limit; `order`: it is earlier than what it is the end
   * of; `guess`: part of it was completed; `blank`: there is nothing but space; `missing`: a required field is open;
   * `unknown`: no such field, or a computed one.
   */
  readonly code: 'kind' | 'limit' | 'order' | 'guess' | 'blank' | 'missing' | 'unknown';
  readonly message: string;
}

/** Compares values with what their fields ask for. */
export function valueProblems(fields: readonly Field[], values: Values): ValueProblem[] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const unknown = Object.keys(values).flatMap((name): ValueProblem[] => {
    const field = byName.get(name);
    if (field === undefined)
      return [{ field: name, code: 'unknown', message: `这份计划没有名为 ${name} 的填写项，这个值没有用上。` }];
    return field.kind === 'computed'
      ? [{ field: name, code: 'unknown', message: `【${field.label}】由其他填写项自动算出，给它的值没有用上。` }]
      : [];
  });
  const found = fields.flatMap((field) => {
    const value = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
    if (typeof value === 'string' && value.length > longestValue)
      return [
        { field: field.name, code: 'kind' as const, message: `【${field.label}】超过 ${longestValue} 字，请删减。` },
      ];
    if (!isOpen(value)) return problemOf(field, value ?? '') ?? [];
    if (isRequired(field))
      return [{ field: field.name, code: 'missing' as const, message: `【${field.label}】必填，还没有填。` }];
    return value === undefined ? [] : (problemOf(field, value) ?? []);
  });
  return [...unknown, ...found, ...orderProblems(fields, values)];
}

function isRequired(field: Field): boolean {
  return field.required === true && field.kind !== 'computed' && field.default === undefined;
}

/** The problems of each field, as {@link valueProblems} finds them. */
export function problemsByField(fields: readonly Field[], values: Values): ReadonlyMap<string, ValueProblem> {
  const all = valueProblems(fields, values).toReversed();
  return new Map(all.map((problem) => [problem.field, problem]));
}

/** Ends that come before their beginnings. */
function orderProblems(fields: readonly Field[], values: Values): ValueProblem[] {
  const resolved = resolveValues(fields, readValues(fields, values));
  return datePairs(fields).flatMap(({ from, to }): ValueProblem[] => {
    const [begin, end] = [resolved.get(from.name), resolved.get(to.name)];
    if (begin === undefined || end === undefined || !isSorted(begin) || !isSorted(end) || end >= begin) return [];
    const message = `【${to.label}】${formatValue(to, end)}早于【${from.label}】${formatValue(from, begin)}，请核对（已保留）。`;
    return [{ field: to.name, code: 'order', message }];
  });
}

/** Days and months as fields keep them are in the order of time when they are in that of their characters. */
function isSorted(value: Value): boolean {
  return /^\d{4}-\d{2}(?:-\d{2})?$/.test(String(value));
}

/** The first thing to be said about one value; undefined where it is as it should be. */
export function problemOf(field: Field, value: Value): ValueProblem | undefined {
  const wrong = (code: ValueProblem['code'], message: string): ValueProblem => ({ field: field.name, code, message });
  if (field.kind === 'computed' || value === '') return undefined;
  if (isOpen(value)) {
    const preset = field.default === undefined ? '' : `，仍用预填的 ${formatValue(field, field.default)}`;
    return wrong('blank', `【${field.label}】只有空格，按未填写处理${preset}。`);
  }
  const { value: read, guessed } = readingOf(field, value);
  if (guessed)
    return wrong(
      'guess',
      `【${field.label}】的“${shortened(value)}”按 ${formatValue(field, read)}${field.kind === 'integer' ? ' 年' : ''}处理，请核对；建议写全年份。`,
    );
  switch (field.kind) {
    case 'text':
    case 'longtext': {
      const length = Array.from(String(value)).length;
      return field.maxLength === undefined || length <= field.maxLength
        ? undefined
        : wrong(
            'limit',
            `【${field.label}】有 ${length} 字，超过 ${field.maxLength} 字（已保留），请在预览中核对是否放得下。`,
          );
    }
    case 'choice':
      return field.options.includes(String(read))
        ? undefined
        : wrong('kind', `【${field.label}】的“${shortened(value)}”不在选项中，可选：${field.options.join('、')}。`);
    case 'date':
      return dateProblem(field, value);
    case 'month':
      return /^\d{4}-/.test(String(read))
        ? undefined
        : wrong('kind', `【${field.label}】的“${shortened(value)}”不是月份，请写成 2027-01 的形式。`);
    default:
      return numberProblem(field, read);
  }
}

/** Years of a date beyond which a figure is likely to be missing or doubled. */
const usualYears = { from: 1900, to: 2199 } as const;

function dateProblem(field: Field, value: Value): ValueProblem | undefined {
  const reading = readDate(String(value));
  if (reading.kind === 'day') {
    const { year } = reading.date;
    const usual = year >= usualYears.from && year <= usualYears.to;
    const message = `【${field.label}】的年份是 ${year}，请核对（已保留）。`;
    return usual ? undefined : { field: field.name, code: 'limit', message };
  }
  const message = `【${field.label}】的“${shortened(value)}”${notADay(reading)}，请写成 2027-01-05 的形式。`;
  return { field: field.name, code: 'kind', message };
}

function notADay(reading: Exclude<DateReading, { kind: 'day' }>): string {
  switch (reading.kind) {
    case 'no-day':
      return `不是日期：${impossibleDayMessage(reading.date)}`;
    case 'no-year':
      return `${noSuchDay(reading) ? '不是日期：没有这一天，也' : ''}没有写年份`;
    case 'ambiguous':
      return `可能是${reading.dates.map(formatDate).join('、')}，不能确定`;
    case 'none':
      return '不是日期';
  }
}

/** 2月30日 is in no year. */
function noSuchDay({ month, day }: { readonly month: number; readonly day: number }): boolean {
  const last = lastDayOf({ year: 2024, month, day });
  return last === undefined || day < 1 || day > last;
}

function impossibleDayMessage({ year, month, day }: CalendarDate): string {
  const last = lastDayOf({ year, month, day });
  return last === undefined ? `月份写成了 ${month}` : `${year}年${month}月只有 ${last} 天`;
}

type NumberField = Extract<Field, { kind: 'number' | 'integer' | 'percent' | 'money' }>;

function numberProblem(field: NumberField, value: Value): ValueProblem | undefined {
  const wrong = (code: ValueProblem['code'], message: string): ValueProblem => ({ field: field.name, code, message });
  const number = numberOf(value);
  const unit = unitOf(field);
  if (isTooLarge(value))
    return wrong('limit', `【${field.label}】的“${shortened(value)}”太大，算不准，不参与计算，请核对（已保留）。`);
  if (number === undefined)
    return wrong(
      'kind',
      `【${field.label}】的“${shortened(value)}”不是数字，请只写数字，如 ${field.example ?? field.default ?? 2800}${unit === '' ? '' : `，不写单位（单位是 ${unit}）`}。`,
    );
  const written = `${formatNumber(number, undefined)}${unit}`;
  if (field.kind === 'integer' && !Number.isInteger(number))
    return wrong('limit', `【${field.label}】应是整数，现在是 ${number}。`);
  if (field.min !== undefined && number < field.min)
    return wrong('limit', `【${field.label}】是 ${written}，低于 ${field.min}${unit}，请核对（已保留）。`);
  if (field.max !== undefined && number > field.max)
    return wrong('limit', `【${field.label}】是 ${written}，超过 ${field.max}${unit}，请核对（已保留）。`);
  if (field.kind === 'percent' && field.max === undefined && number > 100)
    return wrong('limit', `【${field.label}】是 ${written}，超过 100%，请核对（已保留）。`);
  return undefined;
}

function shortened(value: Value): string {
  const text = Array.from(String(value));
  return text.length > 20 ? `${text.slice(0, 20).join('')}…` : text.join('');
}
