import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorOf, slugOf } from '../../../src/model/slug.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';

test.each([
  ['plan.mdx', 'plan'],
  ['客服 计划 2027.mdx', '客服-计划-2027'],
  ['content/plans/客服.mdx', '客服'],
  ['content\\plans\\A B.MDX', 'a-b'],
  ['a.b.c.mdx', 'a-b-c'],
  ['--a__b--.mdx', 'a-b'],
  ['😀客服😀.mdx', '客服'],
  ['甲（二）&乙"丙".mdx', '甲-二-乙-丙'],
  ['２０２７年.mdx', '２０２７年'],
  ['e\u0301tat.mdx', 'état'],
  ['plan', 'plan'],
  ['.mdx', ''],
  ['😀.mdx', ''],
])('%s → %s', (file, expected) => {
  expect(slugOf(file)).toBe(expected);
});

test.each([
  ['质量/成本', '质量-成本'],
  ['说明.mdx', '说明-mdx'],
  ['一、目标', '一-目标'],
  ['！？', ''],
])('anchor of %s', (heading, expected) => {
  expect(anchorOf(heading)).toBe(expected);
});

test('is safe in an address and stays as it is when taken again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const slug = slugOf(name);
      expect(slugOf(slug)).toBe(slug);
      expect(slug).not.toMatch(/[\s/\\?#%&"'<>.]|^-|-$|--/);
      expect(decodeURIComponent(encodeURIComponent(slug))).toBe(slug);
    }),
    { numRuns: fuzzRuns },
  );
});
