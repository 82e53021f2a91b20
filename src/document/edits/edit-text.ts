/** What a writer's text in an edit stands for, whether it becomes blocks or HTML. */
import { parseTiming } from '../../model/time/read-timing.ts';
import type { Plan } from '../../model/plan.ts';
import type { Timing } from '../../model/time/timing.ts';
import { plainText } from './plain-text.ts';

/** A writer's text as paragraphs: an empty line begins a new one. At least one, even if it is empty. */
export function paragraphsOf(text: string): string[] {
  const paragraphs = plainText(text)
    .split(/\n\s*\n/)
    .map((words) => words.trim())
    .filter((words) => words !== '');
  return paragraphs.length > 0 ? paragraphs : [''];
}

/** Columns that name roles. */
const roleColumns = new Set(['owner', 'with', 'by', 'to']);
/** Columns whose unit stands in a column of its own, or in the head. */
const figureColumns = new Set(['baseline', 'target', 'amount']);

/** Whether a figure in a column is written without its unit. */
export function isFigureColumn(column: string): boolean {
  return figureColumns.has(column);
}

/** A time or the names of roles, where the text of a cell in one of the plan's tables is one of these. */
export function typedCell(
  column: string,
  text: string,
  { roles }: Plan,
): { readonly timing: Timing } | { readonly roles: readonly string[] } | undefined {
  const timing = column === 'time' ? parseTiming(text) : undefined;
  if (timing !== undefined) return { timing };
  const names = plainText(text).split('、');
  const areRoles = roleColumns.has(column) && names.every((name) => roles.some((role) => role.name === name));
  return areRoles ? { roles: names } : undefined;
}
