import { expect, test } from 'vitest';
import { isPaintedAs, passageAt, reversed, visualOrder } from '../../../src/proof/pdf/bidi.ts';

test.each([
  ['中文שלום中文', 2, 'שלום'],
  ['中文שלום', 0, ''],
  ['שלום123，完', 0, 'שלום123'],
  ['שלום（עולם）完', 0, 'שלום（עולם'],
  ['שלוםabc', 0, 'שלום'],
])('passage of %s at %d', (text, at, passage) => {
  expect(passageAt(text, at)).toBe(passage);
});

test('a line is shown from right to left, its numbers from left to right', () => {
  expect(visualOrder('אב12,5%ג')).toBe('ג12,5%בא');
});

test('a passage may stand on several lines', () => {
  const passage = 'אבגדהו';
  expect(isPaintedAs(passage, reversed(passage))).toBe(true);
  expect(isPaintedAs(passage, `${reversed('אבג')}${reversed('דהו')}`)).toBe(true);
  expect(isPaintedAs(passage, 'אבגדוה')).toBe(true);
  expect(isPaintedAs(passage, reversed('אבגדה'))).toBe(false);
  expect(isPaintedAs(passage, reversed('אבגדהה'))).toBe(false);
});
