import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import type { PressResult } from '../../src/press/press-job.ts';
import { template } from '../../templates/official/template.ts';
import { outermost, readPlans } from './fillings.ts';
import { pressFillings } from './press-fillings.ts';
import { sharedSite } from './shared-sites.ts';

const content = resolve(import.meta.dirname, '../../content');

let plans: readonly Plan[];
let results: readonly PressResult[];

beforeAll(async () => {
  const site = await sharedSite('collection');
  plans = await readPlans(content);
  results = await pressFillings(site, plans, template, outermost);
});

test('every plan in every filling keeps to the standard', () => {
  expect(plans.length).toBeGreaterThan(15);
  expect(results).toHaveLength(plans.length * outermost.length);
  expect(results.filter(({ outcome }) => outcome !== 'made')).toEqual([]);
});
