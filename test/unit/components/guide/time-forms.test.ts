import { expect, test } from 'vitest';
import { rhythmForms } from '../../../../src/components/guide/time-forms.ts';
import { parseTiming } from '../../../../src/model/time/read-timing.ts';

test('rhythms are said in words, the first one more than once', () => {
  expect(rhythmForms()[0]).toEqual({ source: 'every: day, times: 2', words: '每日2次' });
  expect(rhythmForms()[1]).toEqual({ source: 'every: week', words: '每周' });
  for (const { words } of rhythmForms()) expect(parseTiming(words)?.every).toBeDefined();
});
