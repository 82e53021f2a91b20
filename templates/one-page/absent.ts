/** What the page never shows. The document carries it hidden, so that a writer's changes reach it as they reach the rest. */
import { budgetTable, reviewTable } from '../../src/components/plan-tables.ts';
import type { Element, ElementContent, Root } from 'hast';
import { childElements, hasClass } from '../../src/fill/block-text.ts';
import { elementFlow } from '../../src/fill/document-sections.ts';
import { planTableName } from '../../src/fill/table-columns.ts';
import { h } from '../../src/model/element.ts';
import type { Plan } from '../../src/model/plan.ts';
import { isWords, showsIndicators } from './goals.ts';

/**
 * The plan's tables that are not on the page, the headings of sections whose words are not, and what the section of the
 * goals has beside words. The fitting names them at the foot of the page and takes them out.
 */
export function absentParts(plan: Plan, prose: Root): Element[] {
  const flow = elementFlow(childElements(prose));
  const sections = (flow?.sections ?? []).map(({ heading, content, sections: below }) => ({
    heading,
    blocks: [...content, ...below.flatMap(flattened)].filter((child) => child.type === 'element'),
  }));
  const goals = sections.find(({ blocks }) => blocks.some(showsIndicators));
  const others = sections.filter((section) => section !== goals && section.blocks.some(says));
  return [
    ...part('budget', [budgetTable(plan)]),
    ...part('reviews', [reviewTable(plan)]),
    ...part('lead', childElements({ children: [...(flow?.lead ?? [])] }).filter(says)),
    ...part('goals', goals?.blocks.filter((block) => says(block) && !isWords(block)) ?? []),
    ...part(
      'prose',
      others.map(({ heading }) => heading),
    ),
  ];
}

type Sections = NonNullable<ReturnType<typeof elementFlow>>['sections'];

function flattened({ content, sections }: Sections[number]): ElementContent[] {
  return [...content, ...sections.flatMap(flattened)];
}

/** Whether a block says something that only the text says: the plan's tables and drawings stand on the page or are named. */
function says(block: Element): boolean {
  if (/^(?:h[1-6]|hr)$/.test(block.tagName) || hasClass(block, 'schedule') || planTableName(block) !== undefined)
    return false;
  return block.tagName !== 'div' || childElements(block).some(says);
}

function part(name: string, content: readonly (Element | undefined)[]): Element[] {
  const shown = content.filter((element) => element !== undefined);
  return shown.length === 0 ? [] : [h('div', { hidden: true, dataAbsent: name }, shown)];
}
