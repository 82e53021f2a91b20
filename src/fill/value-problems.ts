import type { Field } from '../model/field.ts';
import { longestValue } from '../model/limits.ts';
import { parseDate } from '../model/offset.ts';
import { unitOf } from '../model/unit.ts';
import { type Value, type Values, formatNumber, isTooLarge, numberOf } from '../model/value.ts';

/** What is to be said about a value. It is kept and shown all the same. */
export interface ValueProblem {
  /** Name of the field. */
  readonly field: string;
  /** `kind`: it is not of the field's kind; `limit`: it is beyond a limit; `missing`: a required field is open; `unknown`: no such field, or a computed one. */
  readonly code: 'kind' | 'limit' | 'missing' | 'unknown';
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
    if (value !== undefined && value !== '') return problemOf(field, value) ?? [];
    const open = field.required === true && field.kind !== 'computed' && field.default === undefined;
    return open ? [{ field: field.name, code: 'missing' as const, message: `【${field.label}】必填，还没有填。` }] : [];
  });
  return [...unknown, ...found];
}

/** The first thing to be said about one value; undefined where it is as it should be. */
export function problemOf(field: Field, value: Value): ValueProblem | undefined {
  const wrong = (code: ValueProblem['code'], message: string): ValueProblem => ({ field: field.name, code, message });
  switch (field.kind) {
    case 'computed':
      return undefined;
    case 'text':
    case 'longtext': {
      const length = Array.from(String(value)).length;
      return field.maxLength === undefined || length <= field.maxLength
        ? undefined
        : wrong(
            'limit',
            `【${field.label}】有 ${length} 字，超过 ${field.maxLength} 字；照样保留，排出来看看是否放得下。`,
          );
    }
    case 'choice':
      return field.options.includes(String(value))
        ? undefined
        : wrong('kind', `【${field.label}】的“${shortened(value)}”不在选项中，可选：${field.options.join('、')}。`);
    case 'date':
      return parseDate(String(value)) === undefined
        ? wrong('kind', `【${field.label}】的“${shortened(value)}”不是日期，请写成 2027-01-05 的形式。`)
        : undefined;
    case 'month':
      return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(String(value))
        ? undefined
        : wrong('kind', `【${field.label}】的“${shortened(value)}”不是月份，请写成 2027-01 的形式。`);
    default:
      return numberProblem(field, value);
  }
}

type NumberField = Extract<Field, { kind: 'number' | 'integer' | 'percent' | 'money' }>;

function numberProblem(field: NumberField, value: Value): ValueProblem | undefined {
  const wrong = (code: ValueProblem['code'], message: string): ValueProblem => ({ field: field.name, code, message });
  const number = numberOf(value);
  const unit = unitOf(field);
  if (isTooLarge(value))
    return wrong('limit', `【${field.label}】的“${shortened(value)}”太大，算不准；照样保留，不参与计算，请核对。`);
  if (number === undefined)
    return wrong(
      'kind',
      `【${field.label}】的“${shortened(value)}”不是数字，请只写数字${unit === '' ? '' : `，不写单位（单位是 ${unit}）`}。`,
    );
  if (field.kind === 'integer' && !Number.isInteger(number))
    return wrong('limit', `【${field.label}】应是整数，现在是 ${number}。`);
  if (field.min !== undefined && number < field.min)
    return wrong(
      'limit',
      `【${field.label}】是 ${formatNumber(number, undefined)}${unit}，低于下限 ${field.min}${unit}；照样保留，请核对。`,
    );
  if (field.max !== undefined && number > field.max)
    return wrong(
      'limit',
      `【${field.label}】是 ${formatNumber(number, undefined)}${unit}，高于上限 ${field.max}${unit}；照样保留，请核对。`,
    );
  return undefined;
}

function shortened(value: Value): string {
  const text = Array.from(String(value));
  return text.length > 20 ? `${text.slice(0, 20).join('')}…` : text.join('');
}
