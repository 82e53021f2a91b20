/** Fills the blank card of the page (`PlanCard.astro`) with a plan. */
import { readingWidth } from '../../model/template/page-picture.ts';
import type { Routes } from '../../model/shelf/routes.ts';
import { type Facet, type ShelfPlan, valueOf } from '../../model/shelf/shelf.ts';
import { firstPageSources } from '../../components/plan/first-page-sources.ts';
import { shelfStrings as words } from '../../components/shelf/shelf-strings.zh.ts';

/** What cards are made with. */
export interface CardMaker {
  readonly template: HTMLTemplateElement;
  readonly routes: Routes;
  /** Name of the template whose first page is shown. */
  readonly paper: string;
  readonly titleOf: (facet: Facet, value: string) => string;
}

export function makeCard({ template, routes, paper, titleOf }: CardMaker, plan: ShelfPlan): DocumentFragment {
  const card = document.importNode(template.content, true);
  const put = (selector: string, text: string): void => {
    const element = card.querySelector(selector);
    if (element !== null) element.textContent = text;
  };
  const link = card.querySelector('a');
  link?.setAttribute('href', routes.plan(plan.slug));
  put('a', plan.title);
  put('.card-text > p', plan.summary);
  for (const [index, facet] of (['industry', 'period', 'level'] as const).entries())
    put(`.facts li:nth-child(${index + 1})`, titleOf(facet, valueOf(plan, facet) ?? ''));
  const compare = card.querySelector('.card-compare a');
  compare?.setAttribute('href', routes.compare([plan.slug]));
  compare?.setAttribute('aria-label', words.compareWith(plan.title));
  const basket = card.querySelector<HTMLElement>('[data-basket]');
  if (basket !== null) {
    basket.dataset['basket'] = plan.slug;
    basket.dataset['title'] = plan.title;
  }
  put('.figures li:nth-last-child(3)', words.blanks(plan.blanks));
  put('.figures li:nth-last-child(4)', plan.pages === null ? '' : words.pages(plan.pages));
  for (const format of ['avif', 'webp'] as const)
    card
      .querySelector(`source[type="image/${format}"]`)
      ?.setAttribute('srcset', firstPageSources(routes, plan.slug, paper, format));
  card
    .querySelector('img')
    ?.setAttribute('src', routes.picture(plan.slug, paper, { page: 1, width: readingWidth, format: 'webp' }));
  return card;
}
