import { expect, test } from 'vitest';
import type { Edit } from '../../../src/document/edits/edit.ts';
import { nextRowId, withEdit, withoutEdit } from '../../../src/document/changes/edit-list.ts';

const words = (text: string): Edit => ({ kind: 'text', at: 's/p1#a', text });
const row = (id: string, after?: string): Edit => ({
  kind: 'row',
  id,
  table: 'tasks',
  cells: { name: id },
  ...(after !== undefined && { after }),
});

test('a later edit of the same place takes the place of the earlier one', () => {
  const edits = [words('一'), row('r1'), words('二')].reduce<Edit[]>(withEdit, []);
  expect(edits).toEqual([words('二'), row('r1')]);
});

test('words and omission of one paragraph are two changes', () => {
  expect(withEdit([words('一')], { kind: 'omit', at: 's/p1#a' })).toHaveLength(2);
});

test('rows behind a row that is taken back move up to where it stood', () => {
  const edits = [row('r1', 's/t1/r2#b'), row('r2', 'r1'), row('r3')];
  expect(withoutEdit(edits, row('r1', 's/t1/r2#b'))).toEqual([row('r2', 's/t1/r2#b'), row('r3')]);
});

test('a row gets an id that none has', () => {
  expect(nextRowId([row('r1'), row('r2'), words('一')])).toBe('r3');
});
