import { expect, test } from 'vitest';
import { escapedCharacters } from '../../../src/fonts/escaped-characters.ts';

test.each([
  ['版权&copy;，约&frac12;，箭头&rArr;', '©½⇒'],
  ['圆&#12295;，罕字&#x3402;，&#x20000;', '〇㐂𠀀'],
  ['summary: "箭头\\u21D2与\\U00003402，\\xA9"', '⇒㐂©'],
  ['甲&乙;，A&B，&没有;，\\u12', ''],
])('%s', (source, characters) => {
  expect(escapedCharacters(source)).toBe(characters);
});

test('what is no character stops nothing', () => {
  expect(escapedCharacters('\\UFFFFFFFF')).toBe('');
  expect(() => escapedCharacters('&#99999999;&#0;')).not.toThrow();
});
