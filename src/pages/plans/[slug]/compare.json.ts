import type { APIRoute, GetStaticPaths } from 'astro';
import { comparisonOf } from '../../../components/plan/comparison.ts';
import { industryTitles } from '../../../components/shelf/industry-titles.ts';
import { keyedEntries } from '../../../components/page-key.ts';
import type { PlanWithEntry } from '../../../components/plan-entries.ts';
import { pageCountMark } from '../../../model/template/page-count.ts';
import { printDocuments } from '../../../../templates/print-templates.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await keyedEntries()).map(({ entry, plan, cacheKey }) => ({
    params: { slug: plan.slug },
    props: { entry, plan },
    cacheKey,
  }));

/** What `/compare/` shows of a plan. */
export const GET: APIRoute<PlanWithEntry> = ({ props: { entry, plan } }) => {
  const industry = industryTitles.get(plan.industry) ?? plan.industry;
  const pages = pageCountMark(plan.slug, printDocuments[0]?.template.name ?? '');
  return Response.json(comparisonOf(plan, entry.body ?? '', industry, pages));
};
