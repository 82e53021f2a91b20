import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planByPlan, planPage, printed } from '../../../src/publish/plan-order.ts';

const paths = (...pathnames: string[]) => pathnames.map((pathname) => ({ pathname }));
const order = (...pathnames: string[]): string[] => planByPlan(paths(...pathnames)).map(({ pathname }) => pathname);

test('all of one plan, its paper first, then all of the next; everything else stays before them', () => {
  const made = order(
    '/',
    '/plans/a/',
    '/plans/b/',
    '/plans/a/fill/',
    '/print/booklet/',
    '/print/b/meeting/',
    '/print/a/meeting/',
    '/guide/',
    '/print/a/official/',
  );
  expect(made).toEqual([
    '/',
    '/print/booklet/',
    '/guide/',
    '/print/a/meeting/',
    '/print/a/official/',
    '/plans/a/',
    '/plans/a/fill/',
    '/print/b/meeting/',
    '/plans/b/',
  ]);
});

test('with and without slashes at the ends, and in Chinese', () => {
  expect(order('plans/客服-周计划', 'print/客服-周计划/meeting')).toEqual([
    'print/客服-周计划/meeting',
    'plans/客服-周计划',
  ]);
});

test('nothing is lost, nothing comes twice', () => {
  const name = fc.constantFrom('a', 'b', 'fill', 'booklet', '周计划');
  const path = fc
    .tuple(fc.constantFrom('plans', 'print', 'industry', ''), fc.array(name, { maxLength: 3 }))
    .map((parts) => `/${parts.flat().join('/')}/`);
  fc.assert(
    fc.property(fc.array(path), (all) => {
      expect(order(...all).sort()).toEqual(all.toSorted());
    }),
  );
});

test.each([
  ['/print/a/meeting/', { slug: 'a', template: 'meeting' }],
  ['print/a/one-page', { slug: 'a', template: 'one-page' }],
  ['/print/booklet/', undefined],
  ['/plans/a/', undefined],
  ['/plans/print/fill/', undefined],
  ['/', undefined],
])('%s is the print document of %o', (pathname, document) => {
  expect(printed(pathname)).toEqual(document);
});

test.each([
  ['/plans/a/', 'a'],
  ['plans/客服-周计划', '客服-周计划'],
  ['/plans/fill/', 'fill'],
  ['/plans/a/fill/', undefined],
  ['/print/booklet/', undefined],
  ['/print/a/meeting/', undefined],
  ['/plans.json', undefined],
  ['/', undefined],
])('%s is the page of %s', (pathname, slug) => {
  expect(planPage(pathname)).toBe(slug);
});
