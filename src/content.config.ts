import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { planSchema } from './model/plan.ts';
import { slugOf } from './model/slug.ts';

/** The plans. An entry's id is its slug. */
const plans = defineCollection({
  loader: glob({ base: './content/plans', pattern: '**/*.mdx', generateId: ({ entry }) => slugOf(entry) }),
  schema: planSchema,
});

export const collections = { plans };
