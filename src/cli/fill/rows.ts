import type { Draft } from '../../fill/draft.ts';
import { readValue } from '../../model/read-value.ts';
import { valueProblems } from '../../fill/value-problems.ts';
import type { Field } from '../../model/field.ts';
import { nearest } from '../../model/nearest.ts';
import type { Plan } from '../../model/plan.ts';
import { isOpen } from '../../model/value.ts';
import { UsageError } from '../command.ts';
import type { ValuesRow, ValuesTable } from './table.ts';

/** What each column is; one without a title and without words is none. */
type Column =
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'empty' };

/** The columns of a table, and what is to be said about them. */
export interface Columns {
  readonly columns: readonly Column[];
  readonly notes: readonly string[];
}

/**
 * Finds out what each column is: a field by label or name, or a role. White space in titles does not count.
 * @throws {UsageError} where a column is unknown or stands twice, or a required field has none
 */
export function columnsOf(table: ValuesTable, plan: Plan, base: Draft, file: string): Columns {
  const wrong: string[] = [];
  const seen = new Map<string, number>();
  const columns = table.head.map((title, index): Column => {
    const column = columnNamed(title, plan);
    const name = column.kind === 'field' ? column.field.label : column.kind === 'role' ? column.role : '';
    const before = seen.get(name);
    if (column.kind !== 'empty') {
      if (before !== undefined) wrong.push(`第 ${index + 1} 列的“${title}”与第 ${before} 列重复`);
      seen.set(name, before ?? index + 1);
      return column;
    }
    const used = table.rows.find(({ cells }) => (cells[index] ?? '').trim() !== '');
    if (title === '' && used !== undefined)
      wrong.push(`第 ${index + 1} 列没有列名，${used.place}却写了“${used.cells[index]?.trim() ?? ''}”`);
    if (title !== '') wrong.push(unknownTitle(title, plan));
    return column;
  });
  const given = new Set([
    ...columns.flatMap((column) => (column.kind === 'field' ? [column.field.name] : [])),
    ...Object.keys(base.values),
  ]);
  const open = plan.fields.filter(
    (field) => field.kind !== 'computed' && field.default === undefined && !given.has(field.name),
  );
  for (const { label } of open.filter(({ required }) => required === true)) wrong.push(`缺少必填的列“${label}”`);
  if (wrong.length > 0)
    throw new UsageError(`${file} 的第一行有 ${wrong.length} 处不对，没有生成任何文件：\n  ${wrong.join('\n  ')}`);
  const notes = open.length === 0 ? [] : [`没有这些列，文件里留空：${open.map(({ label }) => label).join('、')}`];
  return { columns, notes };
}

function columnNamed(title: string, { fields, roles }: Plan): Column {
  for (const form of [(name: string) => name, (name: string) => name.replace(/\s/gu, '')]) {
    const isMeant = (name: string): boolean => title !== '' && form(name) === form(title);
    const field = fields.find(({ label }) => isMeant(label)) ?? fields.find(({ name }) => isMeant(name));
    if (field !== undefined) return { kind: 'field', field };
    const role = roles.find(({ name }) => isMeant(name));
    if (role !== undefined) return { kind: 'role', role: role.name };
  }
  return { kind: 'empty' };
}

function unknownTitle(title: string, { fields, roles }: Plan): string {
  const meant = nearest(title, [...fields.map(({ label }) => label), ...roles.map(({ name }) => name)]);
  return `没有填写项或岗位叫“${title}”${meant === undefined ? '' : `，是否要写“${meant}”`}`;
}

/** A row as a draft over what all rows share; or why it cannot be one. */
export type RowReading = { readonly draft: Draft; readonly notes: readonly string[] } | { readonly reason: string };

/** A cell of the wrong kind makes a row bad; one beyond a limit is kept and noted. */
export function readRow({ cells }: ValuesRow, columns: readonly Column[], base: Draft, plan: Plan): RowReading {
  if (cells.length !== columns.length)
    return { reason: `有 ${cells.length} 格，而第一行有 ${columns.length} 列；请核对分隔符和引号` };
  const values = new Map(Object.entries(base.values));
  const people = new Map(Object.entries(base.people));
  columns.forEach((column, index) => {
    const cell = cells[index] ?? '';
    if (isOpen(cell) || column.kind === 'empty') return;
    if (column.kind === 'role') people.set(column.role, cell);
    else values.set(column.field.name, readValue(column.field, cell));
  });
  const draft = { ...base, values: Object.fromEntries(values), people: Object.fromEntries(people) };
  const problems = valueProblems(plan.fields, draft.values);
  const bad = problems.filter(({ code }) => code === 'kind' || code === 'missing');
  if (bad.length > 0) return { reason: bad.map(({ message }) => message).join('') };
  return { draft, notes: problems.map(({ message }) => message) };
}
