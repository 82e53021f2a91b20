import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillDocument } from '../../src/components/fill-document.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { PressResult, PrintJob } from '../../src/press/press-job.ts';
import { press } from '../../src/press/press.ts';
import { prove } from '../../src/press/proof/prove.ts';
import { template } from '../../templates/official/template.ts';
import { freshCache } from '../fixtures/print/press-run.ts';
import { fillings, readPlans } from './fillings.ts';
import { type FixtureSite, makeFixtureSite } from './fixture-site.ts';

const content = resolve(import.meta.dirname, '../../content');

let site: FixtureSite;
let plans: readonly Plan[];
let results: readonly PressResult[];

beforeAll(async () => {
  site = await makeFixtureSite(content);
  const built = await site.run('build', [], { PLANSHELF_PDF: 'off', PLANSHELF_FILES: 'off' });
  expect(built.code, built.output).toBe(0);
  plans = await readPlans(content);
  results = await press((await Promise.all(plans.map(jobsOf))).flat(), {
    root: site.dist,
    cacheFolder: await freshCache(site.root),
    prove: (pdf, job, fitted) => prove(pdf, job.html, job.template, fitted),
  });
}, 300_000);

afterAll(async () => {
  await site.remove();
});

async function jobsOf(plan: Plan): Promise<PrintJob[]> {
  const html = await readFile(join(site.dist, 'print', plan.slug, 'official/index.html'), 'utf8');
  return Object.entries(fillings).map(([name, fill]) => {
    const filling = fill(plan);
    return {
      slug: `${plan.slug} ${name}`,
      template,
      html: filling === undefined ? html : toHtml(fillDocument(fromHtml(html), plan, filling)),
      sourceUrl: `/print/${plan.slug}/official/`,
      out: join(site.root, 'pdf', `${plan.slug} ${name}.pdf`),
    };
  });
}

test('every plan in every filling keeps to the standard', () => {
  expect(plans.length).toBeGreaterThan(15);
  expect(results).toHaveLength(plans.length * Object.keys(fillings).length);
  expect(results.filter(({ outcome }) => outcome !== 'made')).toEqual([]);
});
