import { routesUnder } from '../model/shelf/routes.ts';
import type { RuleContext } from './rule.ts';

const routes = routesUnder('/');

/** What every shelf has beside its plans. */
const ofShelf: readonly string[] = [
  routes.shelf,
  routes.booklet,
  routes.bookletPrint,
  routes.bookletPdf,
  routes.compare(),
  routes.guide,
  routes.plans,
  routes.feed,
  routes.planSchema,
];

/**
 * Whether the site makes a page or file of its own at a path, which starts with / and is not percent-encoded. How many pages
 * an industry has depends on all plans: each page is assumed to exist. Pictures of pages are for the site's own use.
 */
export function isOfSite(path: string, { industries, planExists, planTemplates }: SiteParts): boolean {
  const slug = /^\/(?:plans|print|pdf)\/([^/.]+)/.exec(path)?.[1];
  const addresses = [
    ...ofShelf,
    ...industries.map((key) => routes.industry(key)),
    ...(slug !== undefined && planExists(slug) ? ofPlan(slug, planTemplates) : []),
  ];
  const first = path.replace(/^(\/industry\/[^/]+)\/(?:[2-9]|[1-9]\d+)\/?$/, '$1/');
  // A page is found without the / at its end, too; a file with one is not.
  return addresses.map(decodeURI).some((address) => address === first || address === `${first}/`);
}

type SiteParts = Pick<RuleContext, 'industries' | 'planExists' | 'planTemplates'>;

function ofPlan(slug: string, templates: readonly string[]): string[] {
  return [
    routes.plan(slug),
    routes.fill(slug),
    routes.planData(slug),
    routes.planDocument(slug),
    routes.comparison(slug),
    ...routes.downloadsOf(slug).map(({ address }) => address),
    ...templates.flatMap((template) => [routes.print(slug, template), routes.pdf(slug, template)]),
  ];
}
