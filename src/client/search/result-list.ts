import type { ExcerptRun } from '../../model/excerpt.ts';
import type { FoundPlan } from './find-plans.ts';

/** Fills a listbox with found plans. Options are links, so that they open in a new tab as links do. */
export function showResults(list: HTMLElement, plans: readonly FoundPlan[]): void {
  list.replaceChildren(...plans.map(option));
}

function option(plan: FoundPlan, index: number): HTMLElement {
  const link = document.createElement('a');
  link.id = `search-option-${index}`;
  link.href = plan.address;
  link.tabIndex = -1;
  link.role = 'option';
  link.ariaSelected = 'false';
  const excerpt = stretch('search-excerpt', plan.excerpt);
  if (plan.section !== '') excerpt.prepend(stretch('search-section', [{ text: plan.section, marked: false }]), ' ');
  link.append(stretch('search-title', plan.title), facts(plan.facts), excerpt);
  return link;
}

function facts(text: string): HTMLElement {
  return stretch('search-facts', [{ text, marked: false }]);
}

/** Texts are set as text: whatever a plan holds, nothing of it becomes markup. */
function stretch(name: string, runs: readonly ExcerptRun[]): HTMLElement {
  const span = document.createElement('span');
  span.className = name;
  for (const { text, marked } of runs) {
    if (!marked) span.append(text);
    else span.append(Object.assign(document.createElement('mark'), { textContent: text }));
  }
  return span;
}
