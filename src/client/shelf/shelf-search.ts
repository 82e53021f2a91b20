/** The search at the head of the shelf: its field, and the plans that answer in the place of the cards. */
import { searchStrings as words } from '../../components/shelf/search-strings.zh.ts';
import type { ShelfPlan } from '../../model/shelf/shelf.ts';
import { part } from '../part.ts';
import type { PlanSearch, Ranking } from '../search/plan-search.ts';
import type { ResultParts, ResultsView } from '../search/results-view.ts';
import { onTyped } from '../search/on-typed.ts';

/** What answers to a query, before it is narrowed by facets. */
export interface Answer {
  readonly search: PlanSearch;
  readonly query: string;
  readonly ranking: Ranking;
}

export class ShelfSearch {
  readonly #parts: ResultParts;
  readonly #root: string;
  #view: ResultsView | undefined;

  /** @param asked called with every query that the reader types or chooses */
  constructor(shelf: HTMLElement, form: HTMLFormElement, asked: (query: string) => void) {
    this.#root = shelf.dataset['base'] ?? '/';
    const field = part('[role="combobox"]', HTMLInputElement, form);
    this.#parts = {
      field,
      status: part('.results [role="status"]', HTMLElement, shelf),
      loosen: part('.search-loosen', HTMLButtonElement, shelf),
      list: part('[role="listbox"]', HTMLElement, shelf),
      more: part('.search-more', HTMLButtonElement, shelf),
    };
    const clear = part('.search-clear', HTMLButtonElement, form);
    const ask = (query: string): void => {
      this.put(query);
      asked(query.trim());
    };
    onTyped(field, () => {
      ask(field.value);
    });
    field.addEventListener('focus', () => void this.#load().catch(() => undefined), { once: true });
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing || field.value === '') return;
      event.preventDefault();
      ask('');
    });
    clear.addEventListener('click', () => {
      ask('');
      field.focus();
    });
    form.addEventListener('click', (event) => {
      const example = event.target instanceof Element ? event.target.closest('a') : null;
      if (example === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      ask(example.dataset['query'] ?? '');
      field.focus();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
  }

  /** Shows a query in the field; what the reader writes just now stays as it is. */
  put(query: string): void {
    const { field } = this.#parts;
    if (field.value.trim() !== query.trim()) field.value = query;
    const clear = field.form?.querySelector<HTMLElement>('.search-clear');
    if (clear) clear.hidden = field.value === '';
  }

  /** @throws where the search cannot be loaded */
  async ask(query: string): Promise<Answer> {
    if (this.#view === undefined) this.#parts.status.textContent = words.loading;
    const search = await this.#load();
    return { search, query, ranking: await search.rank(query) };
  }

  /** Shows what answers, of the plans that the facets leave. */
  async show(answer: Answer, left: readonly ShelfPlan[], narrowed: boolean): Promise<void> {
    const slugs = new Set(left.map(({ slug }) => slug));
    await this.#view?.show({ ...answer, allows: ({ slug }) => slugs.has(slug), narrowed });
  }

  clear(): void {
    this.#view?.clear();
  }

  /** With the first use: a shelf that is only looked at costs nothing for it. */
  async #load(): Promise<PlanSearch> {
    const [{ openSearch }, { ResultsView }] = await Promise.all([
      import('../search/open-search.ts'),
      import('../search/results-view.ts'),
    ]);
    this.#view ??= new ResultsView(this.#parts);
    return openSearch(this.#root);
  }
}
