import type { APIRoute } from 'astro';
import { industryTitles } from '../components/shelf/industry-titles.ts';
import { printed } from '../components/printed.ts';
import { plansOnShelf } from '../components/shelf/shelf-collection.ts';
import { toShelfPlan } from '../components/shelf/shelf-plan.ts';
import { pageCountMark } from '../model/template/page-count.ts';
import type { Plan } from '../model/plan.ts';
import { routesUnder } from '../model/shelf/routes.ts';
import { defaultTemplate, printDocuments } from '../../templates/print-templates.ts';

/**
 * Every plan of the shelf in the order 推荐, and how to come from a plan to its page and its PDFs. The shelf's own
 * facets work on it.
 */
export const GET: APIRoute = async () => {
  const routes = routesUnder(import.meta.env.BASE_URL);
  return Response.json({
    addresses: {
      plan: decodeURIComponent(routes.plan('{slug}')),
      pdf: decodeURIComponent(routes.pdf('{slug}', '{template}')),
    },
    industries: Object.fromEntries(industryTitles),
    templates: Object.fromEntries(printDocuments.map(({ template }) => [template.name, template.title])),
    plans: (await plansOnShelf()).map(entryOf),
  });
};

/** `pages` are those of the first template; the press puts the number in place of the mark. */
function entryOf(plan: Plan) {
  const pages = printed ? pageCountMark(plan.slug, defaultTemplate.name) : null;
  const chapter = plan.source === undefined ? {} : { chapter: plan.source.chapter };
  return { ...toShelfPlan(plan), pages, tags: plan.tags, ...chapter };
}
