import { searchStrings as words } from '../../components/shelf/search-strings.zh.ts';
import type { ExcerptRun } from '../../model/shelf/excerpt.ts';
import type { Found, FoundGroup, FoundPlan } from './find-plans.ts';

/** Fills a listbox with found plans, exact and similar ones apart. */
export function fillList(list: HTMLElement, { exact, similar }: Found): void {
  let shown = 0;
  const groupOf = (name: 'exact' | 'similar', { plans, total }: FoundGroup): readonly HTMLElement[] => {
    if (plans.length === 0) return [];
    const group = document.createElement('div');
    group.className = 'search-group';
    group.role = 'group';
    group.ariaLabel = words[name];
    group.dataset['group'] = name;
    const title = Object.assign(document.createElement('p'), { className: 'search-group-title', ariaHidden: 'true' });
    title.append(words[name], Object.assign(document.createElement('span'), { textContent: String(total) }));
    group.append(title, ...plans.map((plan) => option(plan, `${list.id}-${shown++}`)));
    return [group];
  };
  list.replaceChildren(...groupOf('exact', exact), ...groupOf('similar', similar));
}

export function optionsIn(list: HTMLElement): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role="option"]')];
}

/** A link, so that it opens in a new tab as links do. */
function option(plan: FoundPlan, id: string): HTMLElement {
  const link = document.createElement('a');
  link.id = id;
  link.href = plan.address;
  link.tabIndex = -1;
  link.role = 'option';
  link.ariaSelected = 'false';
  const excerpt = stretch('search-excerpt', plan.excerpt);
  if (plan.section !== '') excerpt.prepend(stretch('search-section', [{ text: plan.section, marked: false }]), ' ');
  const facts = [{ text: plan.facts.join(words.separator), marked: false }];
  link.append(stretch('search-title', plan.title), stretch('search-facts', facts), excerpt);
  return link;
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
