import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedBy, unchanged } from '../../../src/document/changes/changed-document.ts';
import { documentPlaces } from '../../../src/document/edits/document-places.ts';
import type { DraftContent } from '../../../src/fill/draft.ts';
import {
  type DraftChange,
  changed,
  longestPast,
  newHistory,
  redone,
  stepEnded,
  undone,
} from '../../../src/fill/draft-history.ts';
import { sampleDocument } from '../document/sample-entry.ts';
import { fullPlan } from './sample-document.ts';

const empty: DraftContent = { values: {}, people: {} };
const published = unchanged(sampleDocument());
const rewritten = changedBy(published, fullPlan, {
  kind: 'text',
  at: documentPlaces(published.base)[0]?.address ?? '',
  text: '新的话',
});
const value = (name: string, given: string): DraftChange => ({ kind: 'value', name, value: given });

test('typing on in one control is one step; another control, or coming back, is a step of its own', () => {
  const typed = [value('a', '1'), value('a', '12'), value('b', 'x')].reduce(changed, newHistory(empty));
  expect(typed.past).toHaveLength(2);
  expect(undone(typed).present.values).toEqual({ a: '12' });
  expect(undone(undone(typed)).present).toEqual(empty);
  expect(changed(stepEnded(typed), value('b', 'xy')).past).toHaveLength(3);
});

test('a change that changes nothing is no step', () => {
  const made: DraftChange[] = [value('a', '1'), { kind: 'text', changed: rewritten }, value('b', '2')];
  const history = undone(made.reduce(changed, newHistory(empty)));
  for (const change of [
    value('a', '1'),
    value('z', ''),
    { kind: 'text', changed: structuredClone(rewritten) },
    { kind: 'values', values: { a: '1' } },
    { kind: 'values', values: {} },
    { kind: 'replace', content: structuredClone(history.present) },
  ] as const)
    expect(changed(history, change)).toBe(history);
});

test('an emptied value is none', () => {
  const history = [value('a', '1'), value('a', '')].reduce(changed, newHistory(empty));
  expect(history.present.values).toEqual({});
});

test('a change after an undo drops what was undone', () => {
  const history = [value('a', '1'), value('b', '2')].reduce(changed, newHistory(empty));
  const other = changed(undone(history), value('c', '3'));
  expect(redone(other)).toBe(other);
  expect(other.present.values).toEqual({ a: '1', c: '3' });
});

test('names like __proto__ are names', () => {
  const history = changed(newHistory(empty), { kind: 'person', role: '__proto__', name: '张静' });
  expect(Object.entries(history.present.people)).toEqual([['__proto__', '张静']]);
});

test('a draft holds documents as long as its text is changed, and no longer', () => {
  const pending: DraftContent = { ...empty, edits: [{ kind: 'omit', at: 's/p1#abc' }] };
  const history = changed(newHistory(pending), { kind: 'text', changed: rewritten });
  expect(history.present).toEqual({ ...empty, changes: rewritten });
  expect(changed(history, { kind: 'text', changed: published }).present).toEqual(empty);
  expect(undone(history).present).toEqual(pending);
});

describe('any run of changes', () => {
  const change = fc.oneof(
    fc.record({ kind: fc.constant('value' as const), name: fc.constantFrom('a', 'b'), value: fc.string() }),
    fc.record({ kind: fc.constant('person' as const), role: fc.constantFrom('甲', '乙'), name: fc.string() }),
    fc.constant<DraftChange>({ kind: 'clear' }),
    fc.constant<DraftChange>({ kind: 'text', changed: rewritten }),
    fc.constant<DraftChange>({ kind: 'text', changed: published }),
  );

  test('is undone to where it began and redone to where it ended', () => {
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const end = changes.reduce<ReturnType<typeof newHistory>>(changed, newHistory(empty));
        let back = end;
        while (undone(back) !== back) back = undone(back);
        expect(back.present).toEqual(empty);
        while (redone(back) !== back) back = redone(back);
        expect(back.present).toEqual(end.present);
      }),
    );
  });

  test('keeps no more steps than it may', () => {
    const many = Array.from({ length: longestPast + 50 }, (_, i) => value(`n${i}`, '1'));
    expect(many.reduce(changed, newHistory(empty)).past).toHaveLength(longestPast);
  });
});
