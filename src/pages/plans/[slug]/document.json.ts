import type { APIRoute, GetStaticPaths } from 'astro';
import { entryKey } from '../../../components/page-key.ts';
import { type PlanWithEntry, planEntries } from '../../../components/plan-entries.ts';
import { entryDocument } from '../../../document/entry-document.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await planEntries()).map(({ entry, plan }) => ({
    params: { slug: plan.slug },
    props: { entry, plan },
    cacheKey: entryKey({ entry, plan }),
  }));

/** What a writer's browser makes files of. */
export const GET: APIRoute<PlanWithEntry> = ({ props: { entry, plan } }) =>
  // The body comes without its front matter; a line before it keeps a rule at its top from being taken for one.
  Response.json(entryDocument(plan, `\n${entry.body ?? ''}`));
