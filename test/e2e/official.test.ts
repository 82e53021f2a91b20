import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import type { PressResult } from '../../src/press/press-job.ts';
import { template } from '../../templates/official/template.ts';
import { fillings, readPlans } from './fillings.ts';
import { type FixtureSite, makeFixtureSite } from './fixture-site.ts';
import { pressFillings } from './press-fillings.ts';

const content = resolve(import.meta.dirname, '../../content');

let site: FixtureSite;
let plans: readonly Plan[];
let results: readonly PressResult[];

beforeAll(async () => {
  site = await makeFixtureSite(content);
  const built = await site.run('build', [], { PLANSHELF_PDF: 'off', PLANSHELF_FILES: 'off' });
  expect(built.code, built.output).toBe(0);
  plans = await readPlans(content);
  results = await pressFillings(site, plans, template);
}, 300_000);

afterAll(async () => {
  await site.remove();
});

test('every plan in every filling keeps to the standard', () => {
  expect(plans.length).toBeGreaterThan(15);
  expect(results).toHaveLength(plans.length * Object.keys(fillings).length);
  expect(results.filter(({ outcome }) => outcome !== 'made')).toEqual([]);
});
