import { expect, test } from 'vitest';
import { facetGroups } from '../../../src/components/shelf/shelf-facets.ts';
import { byTitle, industriesOf } from '../../../src/components/shelf/shelf-industries.ts';
import { toShelfPlan } from '../../../src/components/shelf/shelf-plan.ts';
import { samplePlan } from './sample-plan.ts';

test('industries come in the order of the shelf, unknown ones last, empty ones not', () => {
  const titles = new Map([
    ['bank', '银行'],
    ['property', '物业'],
    ['telecom', '通信'],
  ]);
  const plans = ['zoo', 'property', 'bank', 'property'].map((industry) => samplePlan({ industry }));
  expect(industriesOf(plans, titles).map(({ title, plans: { length } }) => [title, length])).toEqual([
    ['银行', 1],
    ['物业', 2],
    ['zoo', 1],
  ]);
});

test('a list to choose from has the plans of an industry by title, as Chinese is sorted', () => {
  const plans = ['住宅', '办公', '物流'].map((title) => samplePlan({ title, industry: 'property' }));
  const [property] = byTitle(industriesOf(plans, new Map([['property', '物业']])));
  expect(property?.plans.map(({ title }) => title)).toEqual(['办公', '物流', '住宅']);
});

test('a plan on the shelf says what facets ask for', () => {
  const plan = samplePlan({ industry: 'bank', period: 'week', level: 'team' });
  expect(toShelfPlan(plan)).toMatchObject({ industry: 'bank', period: 'week', level: 'team', pages: null });
  expect(toShelfPlan({ ...plan, budget: undefined }).budget).toBe(false);
  expect(toShelfPlan({ ...plan, budget: { unit: '元', lines: [] } }).budget).toBe(true);
});

test('facets show the values that occur, with their counts; one that tells nothing apart is left out', () => {
  const titles = new Map([
    ['bank', '银行'],
    ['property', '物业'],
    ['telecom', '通信'],
  ]);
  const plans = ['property', 'bank', 'property'].map((industry) =>
    toShelfPlan(samplePlan({ industry, period: 'week', level: 'team' })),
  );
  const groups = facetGroups(plans, titles);
  expect(groups.map(({ facet }) => facet)).toEqual(['industry', 'length']);
  expect(groups[0]?.values).toEqual([
    { value: 'bank', title: '银行', count: 1 },
    { value: 'property', title: '物业', count: 2 },
  ]);
  expect(groups[1]?.values.map(({ title }) => title)).toEqual(['3 页以内', '4–6 页', '7 页以上']);
});
