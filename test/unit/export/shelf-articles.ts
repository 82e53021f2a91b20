/** The print documents of all plans of the shelf, made from their entries as the site makes them, without building it. */
import { budgetTable, kpiTable, reviewTable, riskTable, taskTable } from '../../../src/components/plan-tables.ts';
import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { schedule } from '../../../src/components/schedule.ts';
import { signOff } from '../../../src/components/sign-off.ts';
import { entryDocument } from '../../../src/document/entry-document.ts';
import type { PlanDocument } from '../../../src/document/schema.ts';
import { articleOf } from '../../../src/fill/fill-draft.ts';
import type { PlanComponent } from '../../../src/markdown/remark-plan-components.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { slugOf } from '../../../src/model/slug.ts';
import { planIn } from '../../../src/check/read-plan.ts';
import { titleBlock } from '../../../templates/meeting/title-block.ts';
import { type Component, entryContent } from '../markdown/render-entry.ts';

const folder = resolve(import.meta.dirname, '../../../content/plans');

/** A plan with its document, and the article of its print document. */
export interface ShelfArticle {
  readonly plan: Plan;
  readonly document: PlanDocument;
  readonly article: Element;
}

/** Slugs of all plans of the shelf, sorted. */
export const shelfSlugs = (await readdir(folder)).filter((name) => name.endsWith('.mdx')).map(slugOf);

/** The entry's file. */
export function shelfEntry(slug: string): string {
  return join(folder, `${slug}.mdx`);
}

export async function shelfArticle(slug: string): Promise<ShelfArticle> {
  const path = shelfEntry(slug);
  const source = await readFile(path, 'utf8');
  const plan = planIn(source, slug, path);
  return { plan, document: entryDocument(plan, source), article: await articleOfEntry(source, plan) };
}

/** The article of an entry's print document, as the meeting template sets it. */
export async function articleOfEntry(source: string, plan: Plan): Promise<Element> {
  const prose = await entryContent(source, plan, components(plan));
  const main = h('main', { className: ['print-document'], dataSlug: plan.slug }, titleBlock(plan), prose);
  const article = articleOf(fromHtml(toHtml(main), { fragment: true }));
  if (article === undefined) throw new Error(`${plan.slug} has no article`);
  return article;
}

function components(plan: Plan): Record<PlanComponent, Component> {
  const shown =
    (element: Element | undefined): Component =>
    () =>
      element ?? { type: 'root', children: [] };
  return {
    Kpis: shown(kpiTable(plan)),
    Tasks: shown(taskTable(plan)),
    Schedule: shown(schedule(plan)),
    Budget: shown(budgetTable(plan)),
    Risks: shown(riskTable(plan)),
    Reviews: shown(reviewTable(plan)),
    SignOff: shown(signOff(plan)),
  };
}
