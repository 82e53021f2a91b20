import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { fillDocument } from '../../src/document/fill.ts';
import { runningTitle } from '../../src/document/running-title.ts';
import { withArticle } from '../../src/html/print-article.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { PrintTemplate } from '../../src/model/template/print-template.ts';
import type { PressResult, PrintJob } from '../../src/press/press-job.ts';
import { press } from '../../src/press/press.ts';
import { readLayout } from '../../src/press/site/print-site.ts';
import { publishedDocument } from '../../src/press/site/print-source.ts';
import { prove } from '../../src/proof/prove.ts';
import { freshCache } from '../fixtures/print/press-run.ts';
import { fillings } from './fillings.ts';
import type { FixtureSite } from './fixture-site.ts';

/**
 * Prints and proves every plan of a built site in some of its three states; a result's `slug` is `<slug> <state>`.
 * @param states names of `fillings`
 */
export async function pressFillings(
  site: FixtureSite,
  plans: readonly Plan[],
  template: PrintTemplate,
  states: readonly string[] = Object.keys(fillings),
): Promise<readonly PressResult[]> {
  const jobs = (await Promise.all(plans.map((plan) => jobsOf(site, plan, template, states)))).flat();
  return press(jobs, {
    root: site.dist,
    cacheFolder: await freshCache(site.root),
    prove: (pdf, job, fitted) => prove(pdf, job.html, job.template, fitted),
  });
}

async function jobsOf(
  site: FixtureSite,
  plan: Plan,
  template: PrintTemplate,
  states: readonly string[],
): Promise<PrintJob[]> {
  const html = await readFile(join(site.dist, 'print', plan.slug, template.name, 'index.html'), 'utf8');
  const published = await publishedDocument(site.dist, plan.slug);
  const layout = await readLayout(join(site.root, 'templates'), template.name);
  return states.map((name) => {
    const filling = fillings[name]?.(plan);
    const filled = filling && fillDocument(published, filling);
    return {
      slug: `${plan.slug} ${name}`,
      template,
      // As a writer's values are printed: the document's title follows them.
      html: filled === undefined ? html : toHtml(withArticle(fromHtml(html), layout(filled), runningTitle(filled))),
      sourceUrl: `/print/${plan.slug}/${template.name}/`,
      out: join(site.root, 'filled', template.name, `${plan.slug} ${name}.pdf`),
    };
  });
}
