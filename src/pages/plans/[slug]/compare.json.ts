import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection, getEntry } from 'astro:content';
import { comparisonOf } from '../../../components/comparison.ts';
import { industryTitles } from '../../../components/industry-titles.ts';
import { pageCountMark } from '../../../model/page-count.ts';
import { toPlan } from '../../../model/plan.ts';
import { printDocuments } from '../../../../templates/print-templates.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await getCollection('plans')).map(({ id }) => ({ params: { slug: id } }));

/** What `/compare/` shows of a plan. */
export const GET: APIRoute = async ({ params }) => {
  const entry = await getEntry('plans', params['slug'] ?? '');
  if (entry === undefined) throw new Error(`没有名为 ${params['slug'] ?? ''} 的计划`);
  const plan = toPlan(entry.id, entry.data);
  const industry = industryTitles.get(plan.industry) ?? plan.industry;
  const pages = pageCountMark(plan.slug, printDocuments[0]?.template.name ?? '');
  return Response.json(comparisonOf(plan, entry.body ?? '', industry, pages));
};
