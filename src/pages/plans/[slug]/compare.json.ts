import type { APIRoute, GetStaticPaths } from 'astro';
import { comparisonOf } from '../../../components/comparison.ts';
import { industryTitles } from '../../../components/industry-titles.ts';
import { entryKey } from '../../../components/page-key.ts';
import { planEntries, type PlanWithEntry } from '../../../components/plan-entries.ts';
import { pageCountMark } from '../../../model/page-count.ts';
import { printDocuments } from '../../../../templates/print-templates.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await planEntries()).map(({ entry, plan }) => ({
    params: { slug: plan.slug },
    props: { entry, plan },
    cacheKey: entryKey({ entry, plan }),
  }));

/** What `/compare/` shows of a plan. */
export const GET: APIRoute<PlanWithEntry> = ({ props: { entry, plan } }) => {
  const industry = industryTitles.get(plan.industry) ?? plan.industry;
  const pages = pageCountMark(plan.slug, printDocuments[0]?.template.name ?? '');
  return Response.json(comparisonOf(plan, entry.body ?? '', industry, pages));
};
