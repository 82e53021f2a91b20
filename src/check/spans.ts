import type { Root } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { LineCounter } from 'yaml';
import type { Position } from '../model/problem.ts';
import { type FrontMatterString, positionAt } from './data/front-matter.ts';
import type { TextSpan } from './rule.ts';
import { sourceOffset } from './source-offset.ts';

/**
 * Keys of the front matter whose strings are shown in the document. Fields are not among them: of those, it shows what its
 * blanks call for.
 */
export const shownParts: ReadonlySet<PropertyKey> = new Set<PropertyKey>([
  'title',
  'heading',
  'summary',
  'roles',
  'kpis',
  'tasks',
  'budget',
  'risks',
  'reviews',
]);
/** Keys below these parts whose strings are choices, not text. */
const choices = new Set<PropertyKey>(['every', 'cycle', 'likelihood', 'impact', 'due', 'start']);

/** All text of an entry that readers will see, front matter first. */
export function textSpans(
  text: string,
  strings: readonly FrontMatterString[],
  prose: Root | undefined,
  lines: LineCounter,
): TextSpan[] {
  const place = (offset: number): Position => positionAt(lines, offset);
  const shown = strings.filter(({ path }) => shownParts.has(path[0] ?? '') && !choices.has(path.at(-1) ?? ''));
  const spans = shown.map((string) => stringSpan(text, string, place));
  if (prose === undefined) return spans;
  const offsetOf = ({ line, column }: Point): number => (lines.lineStarts[line - 1] ?? 0) + column - 1;
  visit(prose, (node) => {
    if (node.type !== 'text' && node.type !== 'inlineCode' && node.type !== 'code') return;
    const { value, position } = node;
    if (position === undefined) return;
    const offset = (index: number): number => {
      const start = offsetOf(position.start);
      return start + sourceOffset(text.slice(start, offsetOf(position.end)), value, index);
    };
    const locate = (index: number): Position => place(offset(index));
    spans.push({ path: node.type === 'text' ? 'prose' : 'code', value, offset, locate });
  });
  return spans;
}

/** A string of the front matter as text to read. */
export function stringSpan(
  text: string,
  string: FrontMatterString,
  positionAt: (offset: number) => Position,
): TextSpan {
  const { path, value } = string;
  const offset = (index: number): number => {
    const { start, end } = string.place();
    return start + sourceOffset(text.slice(start, end), value, index);
  };
  return { path, value, offset, locate: (index) => positionAt(offset(index)) };
}
