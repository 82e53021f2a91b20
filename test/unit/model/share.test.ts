import { expect, test } from 'vitest';
import { isShare } from '../../../src/model/shelf/share.ts';

test.each([
  ['满意度目标', true],
  ['业主满意度', true],
  ['上年收费率', true],
  ['物业费收缴率下限', true],
  ['线上业务占比', true],
  ['增长率', false],
  ['销售额增长率', false],
  ['满意度提升', false],
  ['任务完成率', false],
  ['毛利', false],
])('%s is a part of a whole: %s', (name, expected) => {
  expect(isShare(name)).toBe(expected);
});
