import type { z } from 'zod';
import { impossibleDay } from '../calendar-day.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What does not fit its bounds or form, and how to fix it where the bound says so. */
export function misfitWords(issue: Issue, given: unknown): { what: string; fix?: string } {
  const name = pathName(issue.path);
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const bound = Number(issue.code === 'too_big' ? issue.maximum : issue.minimum);
    const small = issue.code === 'too_small';
    if (typeof given === 'string') {
      const inList = typeof issue.path.at(-1) === 'number';
      if (given.trim() === '')
        return inList ? { what: `${name} 是空的`, fix: '补上内容，或者删去这一项。' } : { what: `${name} 是空的` };
      return lengthWords(name, given.trim().length, bound, small);
    }
    if (Array.isArray(given)) {
      return small
        ? { what: `${name} 有 ${given.length} 项，至少要有 ${bound} 项` }
        : { what: `${name} 有 ${given.length} 项，最多 ${bound} 项`, fix: `删减到 ${bound} 项以内。` };
    }
    const side = small
      ? issue.inclusive === false
        ? '大于'
        : '不小于'
      : issue.inclusive === false
        ? '小于'
        : '不大于';
    return { what: `${name} 是 ${shown(given)}，应当${side} ${bound}` };
  }
  return { what: `${name} 的“${shown(given)}”不合写法` };
}

function lengthWords(name: string, length: number, bound: number, small: boolean): { what: string; fix: string } {
  if (small) return { what: `${name} 太短：有 ${length} 个字，至少 ${bound} 个字`, fix: `补写到 ${bound} 个字以上。` };
  return { what: `${name} 太长：有 ${length} 个字，最多 ${bound} 个字`, fix: `删减到 ${bound} 个字以内。` };
}

/** An offset that does not parse. */
export function offsetWords(path: Path, given: unknown): { what: string; fix: string } {
  return {
    what: `${pathName(path)} 的“${shown(given)}”读不懂`,
    fix: '从起始日期算起，写成 +45d（天）、+2w（周）或 +3m（月）。',
  };
}

/** A day or month that no calendar has, or that is written in another form; undefined for what is no date. */
export function noDayWords(path: Path, given: unknown): { what: string; fix: string } | undefined {
  const match = /^\s*(\d{2,4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|\s*月?)\s*$/u.exec(String(given));
  if (match === null) return undefined;
  const [, year = '', month = '', day] = match;
  const why = impossibleDay(Number(year), Number(month), Number(day ?? 1));
  const name = `${pathName(path)} 的“${shown(given)}”`;
  if (why !== undefined) return { what: `${name}不是日历上的日子：${why}`, fix: '改成日历上有的日子。' };
  const full = year.length === 2 ? `20${year}` : year;
  const mended = [full, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
  return { what: `${name}不合写法`, fix: `写成 ${lastKey(path)}: ${mended}。` };
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表（每项一行，以 - 开头）',
  object: '一组“键: 值”',
};

export function typeName(expected: string): string {
  return typeNames[expected] ?? expected;
}

/** A value as a writer knows it, cut where it is long. */
export function shown(value: unknown): string {
  const text =
    typeof value === 'string'
      ? value
      : value instanceof Date
        ? value.toISOString().slice(0, 10)
        : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The value at a path; undefined where the path leads nowhere. */
export function valueAt(content: unknown, path: Path): unknown {
  let value = content;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

export function lastKey(path: Path): string {
  return String(path.at(-1) ?? '数据部分');
}

/** `kpis[2].target`, counted from 1 as people count. */
export function pathName(path: Path): string {
  if (path.length === 0) return '数据部分';
  return path
    .map((key, i) => (typeof key === 'number' ? `[${key + 1}]` : `${i === 0 ? '' : '.'}${String(key)}`))
    .join('');
}
