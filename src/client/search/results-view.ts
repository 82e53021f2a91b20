/** The results of a search at work: groups, keyboard, and more on demand; in the dialog and on the shelf alike. */
import { searchStrings as words } from '../../components/shelf/search-strings.zh.ts';
import type { SearchHead } from '../../model/search/search-head.ts';
import { type Found, findPlans, shownPlans } from './find-plans.ts';
import type { PlanSearch, Ranking } from './plan-search.ts';
import { fillList, optionsIn } from './result-list.ts';

export interface ResultParts {
  readonly field: HTMLInputElement;
  readonly status: HTMLElement;
  readonly loosen: HTMLButtonElement;
  readonly list: HTMLElement;
  readonly more: HTMLButtonElement;
}

/** What is to be shown. */
export interface Results {
  readonly search: PlanSearch;
  readonly query: string;
  readonly ranking: Ranking;
  readonly allows: (head: SearchHead) => boolean;
  /** Whether the reader has narrowed the search. */
  readonly narrowed: boolean;
}

export class ResultsView {
  readonly #parts: ResultParts;
  #asked = 0;
  #more: () => void = () => undefined;

  constructor(parts: ResultParts) {
    this.#parts = parts;
    parts.field.addEventListener('keydown', (event) => {
      this.#moveThrough(event);
    });
    parts.more.addEventListener('click', () => {
      this.#more();
    });
  }

  /** Nothing is shown any more, and nothing that is still on its way will be. */
  clear(): void {
    this.#asked++;
    this.#fill({ exact: { plans: [], total: 0 }, similar: { plans: [], total: 0 } });
    this.#parts.loosen.hidden = true;
  }

  async show(results: Results): Promise<void> {
    await this.#show(results, shownPlans);
    this.#parts.list.scrollTop = 0;
  }

  async #show(results: Results, most: number): Promise<void> {
    const question = ++this.#asked;
    const found = await findPlans(results.search, results.ranking, results.allows, most);
    // Something else has been asked meanwhile.
    if (question !== this.#asked) return;
    this.#fill(found);
    this.#parts.loosen.hidden = found.exact.total > 0 || !hidesSome(results);
    this.#parts.status.textContent = statusOf(found, results);
    this.#more = () => void this.#showMore(results, most);
  }

  /** The first of the plans that come in has the focus then: the button may be gone. */
  async #showMore(results: Results, most: number): Promise<void> {
    const before = optionsIn(this.#parts.list).length;
    await this.#show(results, most + shownPlans);
    this.#choose(before);
    this.#parts.field.focus({ preventScroll: true });
  }

  #fill(found: Found): void {
    const { list, field, more } = this.#parts;
    fillList(list, found);
    const shown = found.exact.plans.length + found.similar.plans.length;
    const left = found.exact.total + found.similar.total - shown;
    list.hidden = shown === 0;
    field.ariaExpanded = String(shown > 0);
    more.hidden = left === 0;
    more.textContent = words.more(left);
    this.#choose(-1);
  }

  /** Arrow keys move through the options while the field keeps the focus; Enter opens the chosen one, else the first. */
  #moveThrough(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const options = optionsIn(this.#parts.list);
    const chosen = options.findIndex((option) => option.ariaSelected === 'true');
    if (event.key === 'ArrowDown') this.#choose((chosen + 1) % Math.max(1, options.length));
    else if (event.key === 'ArrowUp') this.#choose(chosen <= 0 ? options.length - 1 : chosen - 1);
    else if (event.key === 'Enter') options[Math.max(0, chosen)]?.click();
    else return;
    event.preventDefault();
  }

  #choose(place: number): void {
    const { field, list } = this.#parts;
    const options = optionsIn(list);
    for (const [index, option] of options.entries()) {
      option.ariaSelected = String(index === place);
      if (index === place) option.scrollIntoView({ block: 'nearest' });
    }
    const id = options[place]?.id;
    if (id === undefined) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', id);
  }
}

/** Whether there are plans that the reader has left out. */
function hidesSome({ ranking: { exact, similar }, narrowed }: Results): boolean {
  return narrowed && exact.length + similar.length > 0;
}

function statusOf({ exact, similar }: Found, results: Results): string {
  const { query } = results;
  if (exact.total > 0) return words.found(exact.total, similar.total);
  if (similar.total > 0) return words.onlySimilar(query, similar.total);
  if (query === '') return words.noneOfFacets;
  return hidesSome(results) ? words.noneWithFacets(query) : words.none(query);
}
