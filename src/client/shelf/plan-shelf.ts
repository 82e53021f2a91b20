/**
 * `<plan-shelf>`: facets, order and pages of the shelf. Its state is the address's query and nothing else: a change
 * writes a new address, and every address, also one that is come back to, is shown the same way.
 */
import { shelfStrings as words } from '../../components/shelf/shelf-strings.zh.ts';
import { searchStrings as searchWords } from '../../components/shelf/search-strings.zh.ts';
import { routesUnder } from '../../model/shelf/routes.ts';
import {
  type Choice,
  everything,
  type Facet,
  facets,
  loosenings,
  matching,
  nearest,
  pageOf,
  type ShelfPlan,
  sorted,
  sorts,
} from '../../model/shelf/shelf.ts';
import { type Ignored, queryOf, readChoice } from '../../model/shelf/shelf-address.ts';
import { part } from '../part.ts';
import { type CardMaker, makeCard } from './card.ts';
import { FilterForm } from './filter-form.ts';
import { makeChips, makeEmptyResult, makePager } from './parts.ts';
import { loadShelf } from './shelf-index.ts';
import { type Answer, ShelfSearch } from './shelf-search.ts';

const nearestShown = 3;
/** Longest part of an unknown value that is repeated to its sender. */
const longestValue = 40;

class PlanShelf extends HTMLElement {
  #plans: readonly ShelfPlan[] = [];
  #choice: Choice = everything;
  #search: ShelfSearch | undefined;
  /** What answers to the query of the address; undefined where it has none. */
  #answer: Answer | undefined;
  /** Query of the cards on the page: they came with the page, for no query at all. */
  #shown = '';

  connectedCallback(): void {
    this.addEventListener('change', this.#changed);
    this.addEventListener('click', this.#clicked);
    this.#part('.filter', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
    });
    addEventListener('popstate', () => {
      void this.#showAddress();
    });
    const form = part('.shelf-search', HTMLFormElement);
    this.#search = new ShelfSearch(this, form, (query) => {
      this.#write({ ...this.#choice, query, page: 1 }, this.#choice.query !== '' && query !== '');
    });
    loadShelf(this.dataset['index'] ?? '')
      .then((plans) => {
        this.#plans = plans;
        return this.#showAddress();
      })
      .catch((error: unknown) => {
        this.#notice(words.failed);
        delete document.documentElement.dataset['query'];
        throw error;
      });
  }

  #part<T extends Element>(selector: string, kind: new () => T): T {
    return part(selector, kind, this);
  }

  #blank(name: string): HTMLTemplateElement {
    return this.#part(`template[data-part="${name}"]`, HTMLTemplateElement);
  }

  readonly #titleOf = (facet: Facet, value?: string): string => this.#form.titleOf(facet, value);

  get #form(): FilterForm {
    return new FilterForm(this.#part('.filter', HTMLFormElement));
  }

  get #sort(): HTMLSelectElement {
    return this.#part('[name="sort"]', HTMLSelectElement);
  }

  readonly #changed = (): void => {
    const sort = sorts.find((name) => name === this.#sort.value) ?? everything.sort;
    this.#write({ ...this.#choice, values: this.#form.chosen(), sort, page: 1 });
  };

  readonly #clicked = (event: MouseEvent): void => {
    const pressed = event.target instanceof Element ? event.target.closest('button, .pager a') : null;
    if (!(pressed instanceof HTMLElement) || pressed.dataset['basket'] !== undefined) return;
    const { page, facet, value } = pressed.dataset;
    if (pressed.matches('.search-more')) return;
    if (pressed.matches('.filter-open')) this.#openFilter(pressed.getAttribute('aria-expanded') !== 'true');
    else if (pressed.matches('.filter-done')) {
      this.#openFilter(false);
      this.#toResults();
    } else if (page !== undefined) {
      // It is to be opened elsewhere: the link does that by itself.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.#write({ ...this.#choice, page: Number(page) });
      this.#toResults();
    } else {
      this.#write({ ...this.#choice, page: 1, values: this.#without(facet, value) });
      this.#status.focus();
    }
  };

  /** On a phone the facets are out of the way until they are asked for. */
  #openFilter(open: boolean): void {
    this.#part('.filter-open', HTMLElement).setAttribute('aria-expanded', String(open));
  }

  #toResults(): void {
    this.#part('.results', HTMLElement).scrollIntoView();
    this.#status.focus({ preventScroll: true });
  }

  /** The values chosen but one; but a whole facet, where no value is given; none, where no facet is given. */
  #without(facet: string | undefined, value: string | undefined): Choice['values'] {
    const { values } = this.#choice;
    const given = facets.find((name) => name === facet);
    if (given === undefined) return everything.values;
    return { ...values, [given]: value === undefined ? [] : values[given].filter((chosen) => chosen !== value) };
  }

  get #status(): HTMLElement {
    return this.#part('[role="status"]', HTMLElement);
  }

  /** @param instead whether going back leads to what was before the address that is shown now */
  #write(choice: Choice, instead = false): void {
    const address = `${location.pathname}${queryOf(choice)}`;
    if (instead) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    void this.#showAddress();
  }

  async #showAddress(): Promise<void> {
    const { choice, ignored } = readChoice(location.search, this.#form.known());
    this.#choice = choice;
    this.#sort.value = choice.sort;
    this.#search?.put(choice.query);
    if (this.#plans.length === 0) return;
    this.#notice(ignored.length === 0 ? '' : words.ignored(ignored.map((one) => this.#named(one)).join('')));
    this.#showChips();
    const answer = choice.query === '' ? undefined : await this.#answerTo(choice.query);
    // The address has changed again meanwhile.
    if (choice !== this.#choice) return;
    this.#answer = answer;
    this.dataset['searching'] = answer === undefined ? 'no' : 'yes';
    this.#form.show(this.#found, choice);
    if (answer === undefined) this.#showCardsOfChoice();
    else await this.#showAnswer(answer);
    delete document.documentElement.dataset['query'];
  }

  /** The plans of the shelf; with a query those that answer to it. */
  get #found(): readonly ShelfPlan[] {
    if (this.#answer === undefined) return this.#plans;
    const { exact, similar } = this.#answer.ranking;
    const slugs = new Set([...exact, ...similar]);
    return this.#plans.filter(({ slug }) => slugs.has(slug));
  }

  /** A search that does not load leaves the shelf as it is, with a word of notice. */
  async #answerTo(query: string): Promise<Answer | undefined> {
    try {
      return this.#answer?.query === query ? this.#answer : await this.#search?.ask(query);
    } catch (error) {
      this.#notice(searchWords.failed);
      reportError(error);
      return undefined;
    }
  }

  async #showAnswer(answer: Answer): Promise<void> {
    const left = matching(this.#found, this.#choice);
    this.#showParts('.none', []);
    this.#showParts('.pager', []);
    this.#part('.filter-done', HTMLElement).textContent = words.doneWith(left.length);
    await this.#search?.show(answer, left, this.#chosen > 0);
  }

  #named({ name, value }: Ignored): string {
    const title = name === 'sort' ? words.sort : name === 'page' ? words.pager : this.#titleOf(name);
    return words.ignoredItem(title, value.length > longestValue ? `${value.slice(0, longestValue)}…` : value);
  }

  #notice(text: string): void {
    const notice = this.#part('.notice', HTMLElement);
    notice.textContent = text;
    notice.hidden = text === '';
  }

  #showCardsOfChoice(): void {
    this.#search?.clear();
    const found = sorted(matching(this.#plans, this.#choice), this.#choice.sort);
    const { items, page, pages } = pageOf(found, this.#choice.page, Number(this.dataset['pageSize']));
    const total = this.#plans.length;
    this.#status.textContent = found.length === total ? words.count(total) : words.found(found.length, total);
    this.#part('.filter-done', HTMLElement).textContent = words.doneWith(found.length);
    this.#showParts(
      '.none',
      found.length > 0 ? [] : makeEmptyResult(loosenings(this.#plans, this.#choice), this.#titleOf),
    );
    this.#showParts('.pager', pages === 1 ? [] : makePager(this.#choice, page, pages));
    const query = queryOf(this.#choice);
    if (query !== this.#shown)
      this.#showCards(found.length === 0 ? nearest(this.#plans, this.#choice, nearestShown) : items);
    this.#shown = query;
  }

  /** Fills a place of the page; hides it where there is nothing to show. */
  #showParts(selector: string, parts: readonly Node[]): void {
    const place = this.#part(selector, HTMLElement);
    place.replaceChildren(...parts);
    place.hidden = parts.length === 0;
  }

  #showCards(plans: readonly ShelfPlan[]): void {
    const maker: CardMaker = {
      template: this.#blank('card'),
      routes: routesUnder(this.dataset['base'] ?? '/'),
      paper: this.dataset['template'] ?? '',
      titleOf: this.#titleOf,
    };
    this.#part('.cards', HTMLElement).replaceChildren(...plans.map((plan) => makeCard(maker, plan)));
  }

  /** How many values are chosen in the facets. */
  get #chosen(): number {
    return facets.reduce((sum, facet) => sum + this.#choice.values[facet].length, 0);
  }

  #showChips(): void {
    const list = this.#part('.chips', HTMLElement);
    list.replaceChildren(...makeChips(this.#blank('chip'), this.#choice, this.#titleOf));
    const chosen = this.#chosen;
    list.hidden = chosen === 0;
    this.#part('.filter-open span', HTMLElement).textContent = chosen === 0 ? words.filter : words.filterChosen(chosen);
  }
}

customElements.define('plan-shelf', PlanShelf);
