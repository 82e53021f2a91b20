import { expect, test } from 'vitest';
import { withoutRunningText } from '../../../src/proof/checks/check-pages.ts';

test.each([
  ['in order', '题目第 1 页', ['题目', '第 1 页'], ''],
  ['in another order', '第 1 页题目', ['题目', '第 1 页'], ''],
  ['one a beginning of the other', '题目二题目', ['题目', '题目二'], ''],
  ['with untagged text behind', '题目单', ['题目'], '单'],
  ['none wanted', '单', [], '单'],
  ['one missing', '题目', ['题目', '第 1 页'], undefined],
  ['another page number', '题目第 2 页', ['题目', '第 1 页'], undefined],
])('%s', (_, untagged, expected, rest) => {
  expect(withoutRunningText(untagged, expected)).toBe(rest);
});
