import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findPlans, shownPlans } from '../../../src/client/search/find-plans.ts';
import { openShelfSearch, type ShelfSearch } from './shelf-search.ts';

/** Queries as clerks write them, with the plans that they expect; none where no plan holds what is asked for. */
const queriesSchema = z.array(z.object({ query: z.string(), expect: z.array(z.string()) }));

async function readQueries(name: string) {
  const path = resolve(import.meta.dirname, '../../fixtures/search', name);
  return queriesSchema.parse(JSON.parse(await readFile(path, 'utf8')));
}

let shelf: ShelfSearch;

beforeAll(async () => {
  shelf = await openShelfSearch();
});

afterAll(() => shelf.remove());

/** Slugs of what is shown for a query, exact ones first. */
async function shownFor(query: string) {
  const ranking = await shelf.search.rank(query);
  const { exact, similar } = await findPlans(shelf.search, ranking, () => true, shownPlans);
  const slugs = (plans: readonly { readonly address: string }[]) =>
    plans.map(({ address }) => decodeURIComponent(address.split('/')[2] ?? ''));
  return { exact: slugs(exact.plans), all: [...slugs(exact.plans), ...slugs(similar.plans)] };
}

/**
 * Recall among the first three: of as many expected plans as can stand there, the share that does. MRR: one over the
 * rank of the first expected plan.
 */
async function figuresOf(name: string) {
  const expecting = (await readQueries(name)).filter((each) => each.expect.length > 0);
  let recall = 0;
  let rank = 0;
  for (const { query, expect: expected } of expecting) {
    const { all } = await shownFor(query);
    const found = all.slice(0, 3).filter((slug) => expected.includes(slug)).length;
    recall += found / Math.min(3, expected.length);
    const first = all.findIndex((slug) => expected.includes(slug));
    rank += first === -1 ? 0 : 1 / (first + 1);
  }
  return { recall: recall / expecting.length, mrr: rank / expecting.length, queries: expecting.length };
}

describe('what clerks ask for is among the first three', () => {
  test.each([
    ['queries.json', 0.88, 50],
    ['own-queries.json', 0.85, 40],
  ])('%s: recall of at least %d', async (name, least, queries) => {
    const figures = await figuresOf(name);
    console.log(`${name}: recall@3 ${figures.recall.toFixed(3)}, MRR ${figures.mrr.toFixed(3)}`);
    expect(figures.queries).toBeGreaterThan(queries);
    expect(figures.recall).toBeGreaterThanOrEqual(least);
  });

  test('what no plan holds is found in none word for word', async () => {
    const all = [...(await readQueries('queries.json')), ...(await readQueries('own-queries.json'))];
    const nothing = all.filter((each) => each.expect.length === 0);
    expect(nothing.length).toBeGreaterThan(2);
    for (const { query } of nothing) expect((await shownFor(query)).exact, query).toEqual([]);
  });
});

test('the same query finds the same plans in the same order', async () => {
  const first = await shelf.search.rank('投诉处理流程');
  expect(await shelf.search.rank('投诉处理流程')).toEqual(first);
});

test.each([
  ['催费', 'residential-service-calendar'],
  ['呼叫中心', 'head-office-service-centre'],
  ['新人培训', 'hospital-training-and-follow-up'],
  ['双11', 'online-shop-team-annual'],
  ['電信 個人', 'telecom-clerk-study'],
  ['manyidu ceping', 'residential-service-calendar'],
])('%s finds %s among the first three', async (query, slug) => {
  expect((await shownFor(query)).all.slice(0, 3)).toContain(slug);
});
