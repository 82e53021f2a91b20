import type { Element, ElementContent, Root } from 'hast';
import { baseBlank } from '../../src/components/sign-off.ts';
import { numberAnnexes } from '../../src/fill/annexes.ts';
import { hasClass } from '../../src/fill/block-text.ts';
import { inlineContent } from '../../src/markdown/blank-element.ts';
import { h } from '../../src/model/element.ts';
import type { Plan } from '../../src/model/plan.ts';
import { titlePhrases } from '../meeting/title-phrases.ts';
import { annexed } from './annexed.ts';
import { closing } from './closing.ts';
import { gridStep, onGrid } from './grid.ts';
import { officialStrings as words } from './strings.zh.ts';

/**
 * The whole paper: title, text, list of annexes, who issues it and when, annexes. The tables and charts of the plan's
 * data are annexes, tables of the prose stay where they are.
 *
 * @param prose the entry's prose with the plan's tables in it
 */
export function officialArticle(plan: Plan, template: string, prose: Root): Element {
  const { text, annexes } = annexed(contentOf(prose));
  const properties = { className: ['print-document'], dataSlug: plan.slug, dataTemplate: template };
  return numberAnnexes(
    h('main', properties, [titleBlock(plan), ...text.map(onGrid), closing(plan, annexes), ...annexes.map(onGrid)]),
  );
}

/** Its own sign-off takes the place of the one that every template gets. */
function contentOf({ children }: Root): ElementContent[] {
  return children.filter(
    (child): child is ElementContent =>
      child.type !== 'doctype' && !(child.type === 'element' && hasClass(child, 'sign-off')),
  );
}

function titleBlock(plan: Plan): Element {
  return h('header', { className: ['title-block'] }, [
    h('h1', { id: 'title', dataBlockStep: gridStep }, titlePhrases(inlineContent(plan.heading, plan.fields))),
    h('p', { className: ['title-note'] }, [words.from, baseBlank(plan, 'start'), words.length[plan.period]]),
  ]);
}
