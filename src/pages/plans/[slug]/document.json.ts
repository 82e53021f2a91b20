import type { APIRoute, GetStaticPaths } from 'astro';
import { keyedEntries } from '../../../components/page-key.ts';
import { type PlanWithEntry, documentOfEntry } from '../../../components/plan-entries.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await keyedEntries()).map(({ entry, plan, cacheKey }) => ({
    params: { slug: plan.slug },
    props: { entry, plan },
    cacheKey,
  }));

/** What a writer's browser makes files of. */
export const GET: APIRoute<PlanWithEntry> = async ({ props }) => Response.json(await documentOfEntry(props));
