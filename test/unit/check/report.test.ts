import { describe, expect, test } from 'vitest';
import { isReportFormat, placeOf, report } from '../../../src/check/report.ts';
import { type Problem, point, wholeFile } from '../../../src/model/problem.ts';

const problem: Problem = {
  code: 'kpi-unit',
  severity: 'error',
  file: 'content/plans/客服, 100%:甲.mdx',
  position: point(12, 3),
  what: '指标“满意度: 100%”没有单位',
  why: '没有单位的数字无法考核。',
  fix: '写上单位。\n第二行',
};
const warning: Problem = { ...problem, code: 'field-unused', severity: 'warning', position: wholeFile, file: 'b.mdx' };

test('text names place, severity, code, what, why and how to fix it', () => {
  expect(report([problem, warning], 3, 'text')).toBe(
    [
      'content/plans/客服, 100%:甲.mdx:12:3 错误 kpi-unit',
      '  指标“满意度: 100%”没有单位。',
      '  原因：没有单位的数字无法考核。',
      '  改法：写上单位。',
      '第二行',
      '',
      'b.mdx 警告 field-unused',
      '  指标“满意度: 100%”没有单位。',
      '  原因：没有单位的数字无法考核。',
      '  改法：写上单位。',
      '第二行',
      '',
      '检查了 3 份计划：2 份有问题，错误 1 个，警告 1 个。',
    ].join('\n'),
  );
});

test('text of a run without problems is one line', () => {
  expect(report([], 21, 'text')).toBe('检查了 21 份计划，没有问题。');
});

test('json holds counts and whole problems', () => {
  expect(JSON.parse(report([problem, warning], 3, 'json'))).toEqual({
    files: 3,
    errors: 1,
    warnings: 1,
    problems: [problem, warning],
  });
});

test('github escapes what its commands would misread', () => {
  const [first, second, last] = report([problem, warning], 3, 'github').split('\n');
  expect(first).toBe(
    '::error file=content/plans/客服%2C 100%25%3A甲.mdx,line=12,col=3,title=kpi-unit::' +
      '指标“满意度: 100%25”没有单位。没有单位的数字无法考核。改法：写上单位。%0A第二行',
  );
  expect(second).toMatch(/^::warning file=b\.mdx,title=field-unused::/);
  expect(last).toBe('检查了 3 份计划：2 份有问题，错误 1 个，警告 1 个。');
});

test.each([
  [problem, 'content/plans/客服, 100%:甲.mdx:12:3'],
  [warning, 'b.mdx'],
])('place %#', (given, expected) => {
  expect(placeOf(given)).toBe(expected);
});

describe('format names', () => {
  test.each([
    ['text', true],
    ['json', true],
    ['github', true],
    ['xml', false],
    ['', false],
    ['toString', false],
  ])('%s → %s', (name, expected) => {
    expect(isReportFormat(name)).toBe(expected);
  });
});
