import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileStem, safeFileName } from '../../../src/export/file-name.ts';
import { anyText } from '../fill/arbitrary-draft.ts';
import { filledValues, sampleManuscript } from './sample-manuscript.ts';

test('a filled title is the name; an open one gives way to the plan’s title', () => {
  expect(fileStem(sampleManuscript({ values: filledValues }))).toBe('锦绣物业2027年住宅小区物业客服部年度工作计划');
  expect(fileStem(sampleManuscript({ values: { organization: '锦绣物业' } }))).toBe(
    '锦绣物业 住宅小区物业客服部年度工作计划',
  );
  expect(fileStem(sampleManuscript())).toBe('住宅小区物业客服部年度工作计划');
});

test.each([
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
  ['../../etc/passwd', 'etc passwd'],
  ['CON', '_CON'],
  ['nul.2027', '_nul.2027'],
  ['计划. ', '计划'],
  ['a\u202Egpj.exe', 'a gpj.exe'],
  ['\u0000', ''],
])('%j becomes %j', (given, name) => {
  expect(safeFileName(given)).toBe(name);
});

test('every name is one that file systems take', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const name = safeFileName(text.repeat(30));
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(204);
      expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001F]|[. ]$|^[. ]/);
      expect(name.isWellFormed()).toBe(true);
    }),
  );
});
