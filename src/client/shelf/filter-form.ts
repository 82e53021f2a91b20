/** The facets on the page: what is chosen in them, and how many plans each value would show. */
import { type Choice, everything, type Facet, facets, type ShelfPlan, valueCounts } from '../../model/shelf/shelf.ts';
import type { KnownValues } from '../../model/shelf/shelf-address.ts';

export class FilterForm {
  readonly #form: HTMLFormElement;

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  #inputs(facet: Facet): readonly HTMLInputElement[] {
    return [...this.#form.querySelectorAll<HTMLInputElement>(`input[name="${facet}"]`)];
  }

  #values(facet: Facet, wanted: (input: HTMLInputElement) => boolean): readonly string[] {
    return this.#inputs(facet)
      .filter(wanted)
      .map(({ value }) => value);
  }

  /** The values that the shelf has: those on the page. */
  known(): KnownValues {
    return this.#each((facet) => this.#values(facet, () => true));
  }

  chosen(): Choice['values'] {
    return this.#each((facet) => this.#values(facet, ({ checked }) => checked));
  }

  #each(read: (facet: Facet) => readonly string[]): Choice['values'] {
    return facets.reduce((all, facet) => ({ ...all, [facet]: read(facet) }), everything.values);
  }

  /** Name of a facet, or of one of its values, as the page shows it. */
  titleOf(facet: Facet, value?: string): string {
    if (value === undefined)
      return this.#form.querySelector<HTMLElement>(`[data-facet="${facet}"]`)?.dataset['title'] ?? facet;
    return this.#inputs(facet).find((input) => input.value === value)?.dataset['title'] ?? value;
  }

  /** Shows a choice, and the counts that go with it. */
  show(plans: readonly ShelfPlan[], choice: Choice): void {
    for (const facet of facets) {
      const counts = valueCounts(plans, choice, facet);
      for (const input of this.#inputs(facet)) {
        const count = counts.get(input.value) ?? 0;
        input.checked = choice.values[facet].includes(input.value);
        const label = input.closest('label');
        label?.toggleAttribute('data-none', count === 0);
        const shown = label?.querySelector('.count');
        if (shown) shown.textContent = String(count);
      }
    }
  }
}
