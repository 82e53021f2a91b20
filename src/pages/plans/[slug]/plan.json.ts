import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { type Plan, toPlan } from '../../../model/plan.ts';

export async function getStaticPaths() {
  const entries = await getCollection('plans');
  return entries.map((entry) => ({ params: { slug: entry.id }, props: { plan: toPlan(entry.id, entry.data) } }));
}

/** What a booklet needs of a plan to put a writer's draft into its document. */
export const GET: APIRoute<{ plan: Plan }> = ({ props: { plan } }) => Response.json(plan);
