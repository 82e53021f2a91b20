import { compareText } from './search/text-order.ts';

/** Where a problem stands. A problem of a whole file (empty, not UTF-8, two files with one slug) has no point in it. */
export type Position =
  { readonly kind: 'file' } | { readonly kind: 'point'; readonly line: number; readonly column: number };

/** One finding about content. Line and column are 1-based; texts are zh-CN. */
export interface Problem {
  /** Stable name of the rule, kebab-case. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Path as the user knows it, relative to the project's root, with forward slashes. */
  readonly file: string;
  readonly position: Position;
  /** What is wrong. */
  readonly what: string;
  /** Why it matters. */
  readonly why: string;
  /** How to fix it, with the corrected text where it can be shown. */
  readonly fix: string;
}

export const wholeFile: Position = { kind: 'file' };

export function point(line: number, column: number): Position {
  return { kind: 'point', line, column };
}

/** Orders by file, then line, then column, then code; problems of a whole file come first in it. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    lineOf(a) - lineOf(b) ||
    columnOf(a) - columnOf(b) ||
    compareText(a.code, b.code) ||
    compareText(a.what, b.what)
  );
}

function lineOf({ position }: Problem): number {
  return position.kind === 'point' ? position.line : 0;
}

function columnOf({ position }: Problem): number {
  return position.kind === 'point' ? position.column : 0;
}
