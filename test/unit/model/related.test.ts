import { expect, test } from 'vitest';
import { nearness, relatedPlans } from '../../../src/model/shelf/related.ts';

type Sample = Parameters<typeof nearness>[0];

const plan = (slug: string, parts: Partial<Sample> = {}): Sample => ({
  slug,
  title: slug,
  industry: 'property',
  level: 'team',
  period: 'year',
  tags: [],
  ...parts,
});

const here = plan('here', { tags: ['投诉', '收费'] });

test.each<[string, Partial<Sample>, number]>([
  ['the same in all', { tags: ['投诉', '收费'] }, 10],
  ['another industry', { industry: 'bank' }, 4],
  ['a neighbouring level', { level: 'department' }, 7],
  ['a far level', { level: 'company' }, 6],
  ['a far period', { period: 'week' }, 6],
  ['one shared tag', { tags: ['收费', '培训'] }, 9],
])('%s', (_, parts, expected) => {
  expect(nearness(here, plan('there', parts))).toBe(expected);
});

test('nearest first, never itself, as many as asked for', () => {
  const far = plan('far', { industry: 'bank', period: 'week', level: 'company' });
  const near = plan('near');
  const nearest = plan('nearest', { tags: ['投诉'] });
  expect(relatedPlans(here, [far, here, near, nearest], 2)).toEqual([nearest, near]);
});

test('the order of the collection makes no difference', () => {
  const others = ['c', 'a', 'b'].map((slug) => plan(slug));
  expect(relatedPlans(here, others, 3).map(({ slug }) => slug)).toEqual(['a', 'b', 'c']);
  expect(relatedPlans(here, others.toReversed(), 3).map(({ slug }) => slug)).toEqual(['a', 'b', 'c']);
});
