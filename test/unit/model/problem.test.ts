import { expect, test } from 'vitest';
import { type Problem, compareProblems, point, wholeFile } from '../../../src/model/problem.ts';

const problem = (file: string, position: Problem['position'], code = 'a', what = ''): Problem => ({
  code,
  severity: 'error',
  file,
  position,
  what,
  why: '',
  fix: '',
});

test('problems are ordered by file, line, column, code and words; those of a whole file come first in it', () => {
  const sorted = [
    problem('a.mdx', wholeFile),
    problem('a.mdx', point(2, 9)),
    problem('a.mdx', point(10, 1), 'a'),
    problem('a.mdx', point(10, 1), 'b', '甲'),
    problem('a.mdx', point(10, 1), 'b', '乙'),
    problem('a.mdx', point(10, 2)),
    problem('b.mdx', wholeFile),
  ].sort(compareProblems);
  expect(sorted.map(({ file, position, code }) => [file, position.kind === 'point' ? position.line : 0, code])).toEqual(
    [
      ['a.mdx', 0, 'a'],
      ['a.mdx', 2, 'a'],
      ['a.mdx', 10, 'a'],
      ['a.mdx', 10, 'b'],
      ['a.mdx', 10, 'b'],
      ['a.mdx', 10, 'a'],
      ['b.mdx', 0, 'a'],
    ],
  );
  expect(sorted.toReversed().sort(compareProblems)).toEqual(sorted);
});

test('a problem is equal to itself', () => {
  expect(compareProblems(problem('a', point(1, 1)), problem('a', point(1, 1)))).toBe(0);
});
