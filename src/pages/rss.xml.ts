import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { industryTitles } from '../components/shelf/industry-titles.ts';
import { shelf } from '../components/shelf/shelf.ts';
import { plansOnShelf } from '../components/shelf/shelf-collection.ts';
import { strings } from '../components/strings.zh.ts';
import { routesUnder } from '../model/shelf/routes.ts';
import { sorted } from '../model/shelf/shelf.ts';
import { toShelfPlan } from '../components/shelf/shelf-plan.ts';

/** A reader of feeds is told what is new, not what the shelf holds. */
const longest = 50;

/** New and changed plans, the latest first. A changed plan is a new item, since its date is in the identifier. */
export const GET: APIRoute = async ({ site }) => {
  const routes = routesUnder(import.meta.env.BASE_URL);
  if (site === undefined) throw new Error('订阅需要站点地址：astro.config.mjs 里的 site 没有设置。');
  const at = (path: string) => new URL(path, site).href;
  const plans = sorted((await plansOnShelf()).map(toShelfPlan), 'updated').slice(0, longest);
  return rss({
    title: shelf.name,
    description: strings.site.feedDescription,
    site: at(routes.shelf),
    trailingSlash: true,
    customData: `<language>${strings.language}</language>`,
    items: plans.map((plan) => ({
      title: plan.title,
      description: plan.summary,
      link: at(routes.plan(plan.slug)),
      pubDate: new Date(`${plan.updated}T00:00:00Z`),
      categories: [industryTitles.get(plan.industry) ?? plan.industry],
      customData: `<guid isPermaLink="false">${at(routes.plan(plan.slug))}#${plan.updated}</guid>`,
    })),
  });
};
