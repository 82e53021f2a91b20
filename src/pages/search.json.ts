import type { APIRoute } from 'astro';
import { industryTitles } from '../components/shelf/industry-titles.ts';
import { planEntries } from '../components/plan-entries.ts';
import { plansOnShelf } from '../components/shelf/shelf-collection.ts';
import { searchHeads } from '../components/shelf/search-heads.ts';
import { shelfSynonyms } from '../components/shelf/shelf-synonyms.ts';

/** What the search knows of every plan before it reads its text. */
export const GET: APIRoute = async () => {
  const prose = new Map((await planEntries()).map(({ plan, entry }) => [plan.slug, entry.body ?? '']));
  const plans = (await plansOnShelf()).map((plan) => ({ plan, prose: prose.get(plan.slug) ?? '' }));
  return Response.json(searchHeads(plans, industryTitles, shelfSynonyms));
};
