import { describe, expect, test } from 'vitest';
import { findPlans, sectionAt, shownPlans } from '../../../src/client/search/find-plans.ts';
import { slugsOf } from '../../../src/client/search/open-search.ts';
import type { Hit, Pagefind } from '../../../src/client/search/pagefind.ts';
import { PlanSearch } from '../../../src/client/search/plan-search.ts';
import { TextIndex } from '../../../src/client/search/text-index.ts';
import type { SearchHead } from '../../../src/model/search/search-head.ts';
import { spaceCharacters } from '../../../src/model/search/search-term.ts';
import type { SynonymGroups } from '../../../src/model/search/search-words.ts';

const head = (slug: string, parts: Partial<SearchHead> = {}): SearchHead => ({
  slug,
  title: `计划${slug}`,
  summary: '',
  tags: [],
  headings: [],
  names: [],
  facets: ['property', 'year', 'team'],
  facts: ['物业', '年度', '团队'],
  ...parts,
});

/** An index of texts: a phrase is found where its characters follow each other, whatever stands between them. */
function indexOf(texts: Readonly<Record<string, string>>): Pagefind & { readonly asked: string[] } {
  const hits = Object.entries(texts).map(([id, content]): Hit & { letters: string } => ({
    id,
    score: 1,
    letters: content.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
    data: () => Promise.resolve({ url: `/plans/${id}/`, content, anchors: [] }),
  }));
  const asked: string[] = [];
  return {
    asked,
    options: () => Promise.resolve(),
    init: () => Promise.resolve(),
    search: (phrase) => {
      if (phrase !== null) asked.push(phrase);
      const letters = phrase?.replace(/[" ]/g, '') ?? '';
      return Promise.resolve({ results: hits.filter((hit) => hit.letters.includes(letters)) });
    },
  };
}

interface Shelf {
  readonly texts: Readonly<Record<string, string>>;
  readonly heads?: readonly SearchHead[];
  readonly synonyms?: SynonymGroups;
}

async function searchOver({ texts, heads, synonyms = [] }: Shelf) {
  const pagefind = indexOf(texts);
  const names = new Map(Object.keys(texts).map((slug) => [slug, slug]));
  const plans = heads ?? Object.keys(texts).map((slug) => head(slug));
  const typed = { traditional: '缴繳 费費', readings: 'cui催 jiao缴 fei费' };
  return { search: new PlanSearch({ plans, synonyms, ...typed }, await TextIndex.of(pagefind, names)), pagefind };
}

async function find(
  shelf: Shelf,
  query: string,
  allows: (head: SearchHead) => boolean = () => true,
  most = shownPlans,
) {
  const { search } = await searchOver(shelf);
  const found = await findPlans(search, await search.rank(query), allows, most);
  const slugs = (group: 'exact' | 'similar') => found[group].plans.map(({ address }) => address.split('/')[2]);
  return { exact: slugs('exact'), similar: slugs('similar'), found };
}

describe('exact and similar plans', () => {
  test('a plan that holds every term is exact; one that holds a synonym or some of the words is similar', async () => {
    const shelf = {
      texts: { a: '催缴物业费', b: '投诉与收费', c: '催费与投诉', d: '保洁' },
      synonyms: [['催费', '催缴', '收费']],
    };
    expect(await find(shelf, '催费')).toMatchObject({ exact: ['c'], similar: ['a', 'b'] });
    expect(await find(shelf, '催费 投诉')).toMatchObject({ exact: ['c'], similar: ['b', 'a'] });
  });

  test('a plan in which the phrase only runs across punctuation is similar', async () => {
    const { exact, similar, found } = await find({ texts: { a: '客户。服务', b: '客户服务' } }, '户服');
    expect(exact).toEqual(['b']);
    expect(similar).toEqual(['a']);
    expect(found.exact.total).toBe(1);
  });

  test('the name of a facet is as good as a word of the text, and counts', async () => {
    const heads = [head('a'), head('b', { facets: ['bank', 'month', 'team'], facts: ['银行', '月度', '团队'] })];
    const shelf = { texts: { a: '投诉', b: '投诉' }, heads };
    expect((await find(shelf, '投诉 月度计划')).exact).toEqual(['b']);
    expect((await find(shelf, '投诉')).exact).toEqual(['a', 'b']);
  });

  test('nothing holds it: no exact plan', async () => {
    expect(await find({ texts: { a: '投诉', b: '保洁' } }, '叉车')).toMatchObject({ exact: [], similar: [] });
  });
});

describe('what is typed otherwise', () => {
  const texts = { a: '催缴物业费', b: '保洁' };
  const shelf = { texts, heads: [head('a', { tags: ['催缴', '缴费'] }), head('b')] };
  test.each(['催繳', '催 ', '缴'])('%s is found word for word', async (query) => {
    expect((await find(shelf, query)).exact).toEqual(['a']);
  });
  test.each(['cuijiao', 'jiaofei'])('%s is read as pinyin', async (query) => {
    expect((await find(shelf, query)).similar).toEqual(['a']);
  });
  test('a misspelt word is found by what is left of it', async () => {
    expect((await find({ texts: { a: '满意度测评', b: '保洁' } }, '满意度测平')).similar).toEqual(['a']);
  });
});

describe('so many at a time', () => {
  const texts = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`p${n}`, n < 3 ? '客。户' : '客户']));

  test('some are shown, all are counted; similar ones come after the last exact one', async () => {
    const first = await find({ texts }, '客户');
    expect(first.exact).toHaveLength(shownPlans);
    expect(first.exact[0]).toBe('p3');
    expect(first.found.exact.total).toBe(27);
    expect(first.similar).toEqual([]);
    const more = await find({ texts }, '客户', () => true, 30);
    expect(more.exact).toHaveLength(27);
    expect(more.similar).toEqual(['p0', 'p1', 'p2']);
  });

  test('of those that the reader has not left out', async () => {
    const { exact, found } = await find({ texts }, '客户', ({ slug }) => slug.endsWith('5'));
    expect(exact).toEqual(['p5', 'p15', 'p25']);
    expect(found.exact.total).toBe(3);
  });

  test('a query that asks for nothing lists the shelf', async () => {
    expect((await find({ texts }, '，')).exact[0]).toBe('p0');
  });
});

test('a phrase is asked for once', async () => {
  const { search, pagefind } = await searchOver({ texts: { a: '投诉' } });
  await search.rank('投诉');
  await search.rank('投诉');
  expect(pagefind.asked).toEqual([...new Set(pagefind.asked)]);
});

test('slugs of the index’s pages', () => {
  expect([...slugsOf({ 'zh-cn_1': 'plans/a-b/', 'zh-cn_2': 'plans/%E5%AE%A2%E6%9C%8D/' })]).toEqual([
    ['zh-cn_1', 'a-b'],
    ['zh-cn_2', '客服'],
  ]);
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
