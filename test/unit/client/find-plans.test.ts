import { describe, expect, test } from 'vitest';
import { findPlans, inAll, sectionAt, shownPlans } from '../../../src/client/search/find-plans.ts';
import type { Filters, Hit, Pagefind, PageText } from '../../../src/client/search/pagefind.ts';
import { spaceCharacters } from '../../../src/model/search-term.ts';

const page = (name: string, content: string, parts: Partial<PageText> = {}): PageText => ({
  url: `/plans/${name}/`,
  content,
  meta: { title: name, facts: '物业' },
  anchors: [],
  ...parts,
});

const hit = (name: string, score: number, content = ''): Hit => ({
  id: name,
  score,
  data: () => Promise.resolve(page(name, content)),
});

/** An index that answers each phrase as it is told. */
function index(answers: Readonly<Record<string, readonly Hit[]>>): Pagefind & { readonly asked: unknown[] } {
  const asked: unknown[] = [];
  return {
    asked,
    options: () => Promise.resolve(),
    init: () => Promise.resolve(),
    filters: () => Promise.resolve({}),
    search: (phrase: string | null, { filters }: { readonly filters: Filters }) => {
      asked.push([phrase, filters]);
      return Promise.resolve({ results: answers[phrase ?? ''] ?? [] });
    },
  };
}

describe('finding plans', () => {
  test('a plan in which the phrase only runs across punctuation is not found', async () => {
    const found = await findPlans(
      index({ '"户 服"': [hit('a', 2, '客户。服务'), hit('b', 1, '客户服务')] }),
      '户服',
      {},
    );
    expect(found?.plans.map(({ address }) => address)).toEqual(['/plans/b/']);
    expect(found?.total).toBe(1);
  });

  test('every term is asked for, with the facets, and all must be there', async () => {
    const pagefind = index({
      '"客 户"': [hit('a', 1, '客户 投诉'), hit('b', 3, '客户')],
      '"投 诉"': [hit('a', 1, '客户 投诉'), hit('c', 9, '投诉')],
    });
    const found = await findPlans(pagefind, '客户 投诉', { industry: 'property' });
    expect(found?.plans).toHaveLength(1);
    expect(pagefind.asked).toEqual([
      ['"客 户"', { industry: 'property' }],
      ['"投 诉"', { industry: 'property' }],
    ]);
  });

  test('facets alone list their plans; nothing at all asks for nothing', async () => {
    expect((await findPlans(index({ '': [hit('a', 0, '文')] }), ' ', { level: 'team' }))?.total).toBe(1);
    expect(await findPlans(index({}), '，', {})).toBeUndefined();
  });

  test('so many are shown, all are counted', async () => {
    const hits = Array.from({ length: 30 }, (_, place) => hit(`p${place}`, 30 - place, place < 3 ? '客。户' : '客户'));
    const found = await findPlans(index({ '"客 户"': hits }), '客户', {});
    expect(found?.plans).toHaveLength(shownPlans);
    expect(found?.total).toBe(27);
    expect(found?.plans[0]?.address).toBe('/plans/p3/');
  });
});

test('hits of all answers, the best sum first', () => {
  const answers = [
    [hit('a', 1), hit('b', 2), hit('c', 3)],
    [hit('b', 1), hit('a', 5)],
  ];
  expect(inAll(answers).map(({ id }) => id)).toEqual(['a', 'b']);
});

test.each([
  ['引言', undefined],
  ['提升', '目标'],
  ['走访', '措施'],
])('%s stands in the section %s', (word, section) => {
  const content = '引言. 目标. 提升满意度。措施. 每周走访。';
  const anchors = ['目标', '措施'].map((text) => ({ id: text, text: spaceCharacters(text) }));
  expect(sectionAt({ content, anchors }, content.indexOf(word))?.id).toBe(section);
});
