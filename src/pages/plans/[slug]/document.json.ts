import type { APIRoute, GetStaticPaths } from 'astro';
import { entryKey } from '../../../components/page-key.ts';
import { type PlanWithEntry, documentOfEntry, planEntries } from '../../../components/plan-entries.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await planEntries()).map(({ entry, plan }) => ({
    params: { slug: plan.slug },
    props: { entry, plan },
    cacheKey: entryKey({ entry, plan }),
  }));

/** What a writer's browser makes files of. */
export const GET: APIRoute<PlanWithEntry> = ({ props }) => Response.json(documentOfEntry(props));
