import { LineCounter, isMap, isNode, isScalar, parseDocument } from 'yaml';
import type { Draft } from '../../fill/draft.ts';
import { valueProblems } from '../../fill/value-problems.ts';
import type { Plan } from '../../model/plan.ts';
import { fieldNamed } from './values-file.ts';

/**
 * Where each field has its value in a values file: name of the field → `值.yaml:5:9`. JSON is YAML, so that a draft's own
 * file is read too.
 */
function valuePlaces(text: string, file: string, plan: Plan): ReadonlyMap<string, string> {
  const lines = new LineCounter();
  const { contents } = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines });
  if (!isMap(contents)) return new Map();
  // An exported document holds its draft.
  const draft = contents.get('draft');
  const values = (isMap(draft) ? draft : contents).get('values');
  if (!isMap(values)) return new Map();
  return new Map(
    values.items.flatMap(({ key, value }): [string, string][] => {
      const field = isScalar(key) ? fieldNamed(plan.fields, String(key.value)) : undefined;
      const offset = isNode(value) ? value.range[0] : undefined;
      if (field === undefined || offset === undefined) return [];
      const { line, col } = lines.linePos(offset);
      return [[field.name, `${file}:${line}:${col}`]];
    }),
  );
}

/** What is to be said about a file's values, each with its place. */
export function placedProblems(draft: Draft, text: string, file: string, plan: Plan): string[] {
  const problems = valueProblems(plan.fields, draft.values);
  // An exported file holds the plan's documents too: long to read for nothing.
  const places = problems.length === 0 ? new Map<string, string>() : valuePlaces(text, file, plan);
  return problems.map(({ field, message }) => `${places.get(field) ?? file} 注意：${message}`);
}
