import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  budgets,
  type Choice,
  everything,
  facets,
  lengthOf,
  lengths,
  loosenings,
  matching,
  nearest,
  pageOf,
  type ShelfPlan,
  sorted,
  sorts,
  valueCounts,
  valueOf,
} from '../../../src/model/shelf/shelf.ts';
import { type KnownValues, longestQuery, queryOf, readChoice } from '../../../src/model/shelf/shelf-address.ts';
import { recommended } from '../../../src/model/shelf/shelf-order.ts';

const known: KnownValues = {
  industry: ['bank', 'telecom', '农业'],
  level: ['personal', 'team', 'department', 'company'],
  period: ['week', 'month', 'quarter', 'half-year', 'year'],
  length: lengths,
  budget: budgets,
};

const shelfPlan = fc.record({
  slug: fc.string({ minLength: 1 }),
  title: fc.string(),
  summary: fc.string(),
  industry: fc.constantFrom('bank', 'telecom', '农业'),
  level: fc.constantFrom('personal', 'team', 'department', 'company'),
  period: fc.constantFrom('week', 'month', 'quarter', 'half-year', 'year'),
  budget: fc.boolean(),
  pages: fc.option(fc.integer({ min: 1, max: 30 })),
  blanks: fc.nat(),
  updated: fc.constantFrom('2026-01-01', '2026-05-09', '2026-11-20'),
});
const shelfPlans = fc.array(shelfPlan, { maxLength: 30 });
const some = (values: readonly string[]) => fc.subarray([...values]);
const choices: fc.Arbitrary<Choice> = fc.record({
  query: fc
    .string({ maxLength: longestQuery })
    .map((text) => text.trim())
    .filter((text) => Array.from(text).length <= longestQuery && text.isWellFormed()),
  values: fc.record({
    industry: some(known.industry),
    level: some(known.level),
    period: some(known.period),
    length: some(known.length),
    budget: some(known.budget),
  }),
  sort: fc.constantFrom(...sorts),
  page: fc.integer({ min: 1, max: 99_999 }),
});

function plan(slug: string, given: Partial<ShelfPlan> = {}): ShelfPlan {
  const base = { title: slug, summary: '', industry: 'bank', level: 'team', period: 'year', budget: false } as const;
  return { ...base, slug, pages: 4, blanks: 5, updated: '2026-01-01', ...given };
}

function choose(values: Partial<Choice['values']>): Choice {
  return { ...everything, values: { ...everything.values, ...values } };
}

const slugs = (plans: readonly ShelfPlan[]) => plans.map(({ slug }) => slug);

const shelf = [
  plan('a', { pages: 2, updated: '2026-05-01' }),
  plan('b', { industry: 'telecom', pages: 7, budget: true }),
  plan('c', { industry: 'telecom', level: 'personal', pages: null, updated: '2026-08-01' }),
  plan('d', { industry: '农业', period: 'week', pages: 2 }),
];

test.each([
  [1, 'short'],
  [3, 'short'],
  [4, 'medium'],
  [6, 'medium'],
  [7, 'long'],
])('%i pages are %s', (pages, length) => {
  expect(lengthOf(pages)).toBe(length);
});

test.each([
  ['nothing chosen', {}, ['a', 'b', 'c', 'd']],
  ['any of the values of one facet', { industry: ['bank', '农业'] }, ['a', 'd']],
  ['all of the facets', { industry: ['telecom'], level: ['team'] }, ['b']],
  ['by length, where it is known', { length: ['short', 'long'] }, ['a', 'b', 'd']],
  ['by budget', { budget: ['with'] }, ['b']],
  ['nothing answers', { industry: ['bank'], period: ['week'] }, []],
])('matching: %s', (_, values, expected) => {
  expect(slugs(matching(shelf, choose(values)))).toEqual(expected);
});

test('counts follow the other facets, not their own', () => {
  const choice = choose({ industry: ['telecom'], level: ['team'] });
  expect([...valueCounts(shelf, choice, 'industry')]).toEqual([
    ['bank', 1],
    ['telecom', 1],
    ['农业', 1],
  ]);
  expect([...valueCounts(shelf, choice, 'level')]).toEqual([
    ['team', 1],
    ['personal', 1],
  ]);
});

test.each([
  ['recommended', ['a', 'b', 'c', 'd']],
  ['updated', ['c', 'a', 'b', 'd']],
  ['length', ['a', 'd', 'b', 'c']],
] as const)('sorted by %s', (sort, expected) => {
  expect(slugs(sorted(shelf, sort))).toEqual(expected);
});

test('an empty result names the facets to give up, the most fruitful first, and what is nearest', () => {
  const choice = choose({ industry: ['bank'], level: ['team'], period: ['week'] });
  expect(loosenings(shelf, choice)).toEqual([
    { facet: 'industry', plans: 1 },
    { facet: 'period', plans: 1 },
  ]);
  expect(slugs(nearest(shelf, choice, 2))).toEqual(['a', 'd']);
});

test('where no single facet helps, none is named', () => {
  const choice = choose({ industry: ['bank'], period: ['month'], budget: ['with'] });
  expect(loosenings(shelf, choice)).toEqual([]);
  expect(nearest(shelf, choice, 3)).toHaveLength(3);
});

describe('properties', () => {
  test('a count is what choosing that value alone would show', () => {
    fc.assert(
      fc.property(shelfPlans, choices, fc.constantFrom(...facets), (plans, choice, facet) => {
        const counts = valueCounts(plans, choice, facet);
        for (const value of known[facet]) {
          const alone = { ...choice, values: { ...choice.values, [facet]: [value] } };
          expect(counts.get(value) ?? 0).toBe(matching(plans, alone).length);
        }
      }),
    );
  });

  test('every match has a chosen value in every facet chosen, and nothing else is left out', () => {
    fc.assert(
      fc.property(shelfPlans, choices, (plans, choice) => {
        const found = new Set(matching(plans, choice));
        for (const one of plans) {
          const fits = facets.every((facet) => {
            const wanted = choice.values[facet];
            return wanted.length === 0 || wanted.includes(valueOf(one, facet) ?? '');
          });
          expect(found.has(one)).toBe(fits);
        }
      }),
    );
  });

  test('sorting keeps every plan, and does not touch the list', () => {
    fc.assert(
      fc.property(shelfPlans, fc.constantFrom(...sorts), (plans, sort) => {
        const before = [...plans];
        expect(new Set(sorted(plans, sort))).toEqual(new Set(plans));
        expect(plans).toEqual(before);
      }),
    );
  });

  test('pages hold every item once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (list, size) => {
        const { pages } = pageOf(list, 1, size);
        const all = Array.from({ length: pages }, (_, index) => pageOf(list, index + 1, size).items).flat();
        expect(all).toEqual(list);
        expect(pageOf(list, pages + 5, size).page).toBe(pages);
      }),
    );
  });

  test('an address gives back the choice that it was made of', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        expect(readChoice(queryOf(choice), known)).toEqual({ choice, ignored: [] });
      }),
    );
  });

  test('any address can be read, and names only what it does not know', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), fc.constantFrom(...facets, 'sort', 'page'), (text, name) => {
        const { choice, ignored } = readChoice(`?${name}=${text}`, known);
        for (const facet of facets) for (const value of choice.values[facet]) expect(known[facet]).toContain(value);
        expect(ignored.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test.each([
  ['', ''],
  ['?utm_source=x', ''],
  ['?level=team&industry=telecom&industry=bank', '?industry=bank&industry=telecom&level=team'],
  ['?industry=%E5%86%9C%E4%B8%9A&page=1&sort=recommended', '?industry=%E5%86%9C%E4%B8%9A'],
])('%s is written %s', (query, shortest) => {
  expect(queryOf(readChoice(query, known).choice)).toBe(shortest);
});

test.each([
  ['?industry=mining&industry=bank', [{ name: 'industry', value: 'mining' }]],
  ['?level=%3Cscript%3E', [{ name: 'level', value: '<script>' }]],
  ['?sort=__proto__', [{ name: 'sort', value: '__proto__' }]],
  ['?page=0', [{ name: 'page', value: '0' }]],
  ['?page=1e9', [{ name: 'page', value: '1e9' }]],
  ['?industry=', []],
])('%s: what the shelf does not know is named', (query, ignored) => {
  expect(readChoice(query, known).ignored).toEqual(ignored);
});

test('recommended: one of each industry in turn, the newest first', () => {
  const plans = [
    plan('b1', { updated: '2026-01-01' }),
    plan('b2', { updated: '2026-02-01' }),
    plan('t1', { industry: 'telecom' }),
    plan('n1', { industry: '农业' }),
    plan('x1', { industry: 'unknown' }),
    plan('b0', { updated: '2026-01-01' }),
  ];
  const order = ['b2', 't1', 'n1', 'x1', 'b0', 'b1'];
  expect(slugs(recommended(plans, known.industry))).toEqual(order);
  expect(slugs(recommended(plans.toReversed(), known.industry))).toEqual(order);
  expect(recommended([], known.industry)).toEqual([]);
});
