import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextHistory, type TextState } from '../../../src/client/fill/text/text-history.ts';

const at = (text: string): TextState => ({ text, from: text.length, to: text.length });

test('typing, a paste and typing again are taken back in this order, and done again', () => {
  const history = new TextHistory(at(''));
  for (const text of ['甲', '甲乙']) history.changed(at(text), 'insertText');
  history.changed(at('甲乙贴上'), '');
  for (const text of ['甲乙贴上丙', '甲乙贴上丙丁']) history.changed(at(text), 'insertText');
  history.changed(at('甲乙贴上丙'), 'deleteContentBackward');
  expect(history.undo()?.text).toBe('甲乙贴上丙丁');
  expect(history.undo()?.text).toBe('甲乙贴上');
  expect(history.undo()?.text).toBe('甲乙');
  expect(history.redo()?.text).toBe('甲乙贴上');
  expect(history.undo()?.text).toBe('甲乙');
  expect(history.undo()?.text).toBe('');
  expect(history.undo()).toBeUndefined();
  expect([history.redo(), history.redo(), history.redo(), history.redo()].map((state) => state?.text)).toEqual([
    '甲乙',
    '甲乙贴上',
    '甲乙贴上丙丁',
    '甲乙贴上丙',
  ]);
  expect(history.redo()).toBeUndefined();
});

test('to move the caret ends a step, and undoing puts it back there', () => {
  const history = new TextHistory(at('甲'));
  history.changed(at('甲乙'), 'insertText');
  history.caret(0, 0);
  history.changed({ text: '丙甲乙', from: 1, to: 1 }, 'insertText');
  expect(history.undo()).toEqual({ text: '甲乙', from: 0, to: 0 });
  expect(history.undo()).toEqual(at('甲'));
});

test('whatever was done, undoing all leads to the beginning and redoing all to the end', () => {
  const steps = fc.array(fc.tuple(fc.string(), fc.constantFrom('', 'insertText', 'deleteContentBackward')));
  fc.assert(
    fc.property(steps, (changes) => {
      const history = new TextHistory(at('始'));
      for (const [text, kind] of changes) history.changed(at(text), kind);
      const last = changes.at(-1)?.[0] ?? '始';
      let seen = last;
      for (let state = history.undo(); state !== undefined; state = history.undo()) seen = state.text;
      expect(seen).toBe('始');
      for (let state = history.redo(); state !== undefined; state = history.redo()) seen = state.text;
      expect(seen).toBe(last);
    }),
  );
});
