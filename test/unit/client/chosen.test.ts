import { expect, test } from 'vitest';
import { chosenIn, sharedNames } from '../../../src/client/compare/chosen.ts';

const known = new Set(['x', 'y', 'z', '客服-周计划']);

test.each<[string, readonly string[], readonly string[]]>([
  ['', [], []],
  ['?a=x&b=y', ['x', 'y'], []],
  ['?b=y&a=x', ['x', 'y'], []],
  ['?a=x&b=x', ['x'], []],
  ['?a=&b=y', ['y'], []],
  ['?a=x&b=nope&c=z', ['x', 'z'], ['nope']],
  ['?a=<script>alert(1)</script>', [], ['<script>alert(1)</script>']],
  ['?d=x', [], []],
  [`?a=${encodeURIComponent('客服-周计划')}`, ['客服-周计划'], []],
])('%s', (search, slugs, unknown) => {
  expect(chosenIn(search, known)).toEqual({ slugs, unknown });
});

test('a name is shared when another plan has it too, not when one plan has it twice', () => {
  expect([...sharedNames([['甲', '甲', '乙'], ['乙'], ['丙']])]).toEqual(['乙']);
});
