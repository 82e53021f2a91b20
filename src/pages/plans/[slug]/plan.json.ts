import type { APIRoute } from 'astro';
import { entryKey } from '../../../components/page-key.ts';
import { planEntries } from '../../../components/plan-entries.ts';
import type { Plan } from '../../../model/plan.ts';

export async function getStaticPaths() {
  return (await planEntries()).map(({ entry, plan }) => ({
    params: { slug: plan.slug },
    props: { plan },
    cacheKey: entryKey({ entry, plan }),
  }));
}

/** What a booklet needs of a plan to put a writer's draft into its document. */
export const GET: APIRoute<{ plan: Plan }> = ({ props: { plan } }) => Response.json(plan);
