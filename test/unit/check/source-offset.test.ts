import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceOffset } from '../../../src/check/source-offset.ts';

describe('the place of ★ in a source that spells the text otherwise', () => {
  test.each([
    ['the same', '甲★', '甲★'],
    ['quotes', '"甲★"', '甲★'],
    ['an escaped quote', '"\\"甲\\"★"', '"甲"★'],
    ['a doubled quote', "'甲''乙★'", "甲'乙★"],
    ['a unicode escape', '"\\u4e00★"', '一★'],
    ['an escaped line break', '"甲\\n乙★"', '甲\n乙★'],
    ['a folded line', '甲\n    乙★', '甲 乙★'],
    ['a folded line with CRLF', '甲\r\n    乙★', '甲 乙★'],
    ['a joined line', '"甲\\\n    乙★"', '甲乙★'],
    ['an indented block', '      甲\n      乙★\n', '甲\n乙★\n'],
    ['a quotation', '甲\n> 乙★', '甲\n乙★'],
    ['a character reference', '甲&amp;乙★', '甲&乙★'],
    ['a reference beyond the basic plane', '甲&#x1F600;乙★', '甲😀乙★'],
    ['a markdown escape', '\\*甲★', '*甲★'],
    ['an escaped bracket, which stays', '\\【甲】★', '\\【甲】★'],
    ['an escaped bracket in quotes', '"\\\\【甲】★"', '\\【甲】★'],
  ])('%s', (_, source, text) => {
    expect(sourceOffset(source, text, text.indexOf('★'))).toBe(source.indexOf('★'));
  });
});

test('what has no counterpart stays inside the source', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(20), (source, text, index) => {
      const at = sourceOffset(source, text, Math.min(index, text.length));
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThanOrEqual(Math.max(source.length, source === text ? index : 0));
    }),
  );
});
