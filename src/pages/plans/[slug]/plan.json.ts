import type { APIRoute } from 'astro';
import { keyedEntries } from '../../../components/page-key.ts';
import type { Plan } from '../../../model/plan.ts';

export async function getStaticPaths() {
  return (await keyedEntries()).map(({ plan, cacheKey }) => ({
    params: { slug: plan.slug },
    props: { plan },
    cacheKey,
  }));
}

/** What a booklet needs of a plan to put a writer's draft into its document. */
export const GET: APIRoute<{ plan: Plan }> = ({ props: { plan } }) => Response.json(plan);
