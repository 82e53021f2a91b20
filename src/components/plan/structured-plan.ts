import type { Plan } from '../../model/plan.ts';
import { routesUnder } from '../../model/shelf/routes.ts';
import { licences } from '../../model/shelf/shelf-settings.ts';
import { industryTitles } from '../shelf/industry-titles.ts';
import { shelf } from '../shelf/shelf.ts';
import { strings } from '../strings.zh.ts';

/** A plan and the way to it, as schema.org describes them; nothing on a shelf that search engines are kept off. */
export function structuredPlan(plan: Plan, site: URL | undefined): Readonly<Record<string, unknown>> | undefined {
  if (shelf.internal) return undefined;
  const licence = licences[shelf.licence];
  const routes = routesUnder(import.meta.env.BASE_URL);
  const at = (path: string) => new URL(path, site).href;
  const way = [
    [shelf.name, at(routes.shelf)],
    [industryTitles.get(plan.industry) ?? plan.industry, at(routes.industry(plan.industry))],
    [plan.title, at(routes.plan(plan.slug))],
  ];
  return {
    '@graph': [
      {
        '@type': 'DigitalDocument',
        name: plan.title,
        description: plan.summary,
        url: at(routes.plan(plan.slug)),
        dateModified: plan.updated,
        inLanguage: strings.language,
        keywords: plan.tags,
        ...('url' in licence && { license: licence.url, isAccessibleForFree: true }),
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: way.map(([name, item], index) => ({ '@type': 'ListItem', position: index + 1, name, item })),
      },
    ],
  };
}
