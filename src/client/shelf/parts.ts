/** The small parts of the shelf that change with the choice: chips, pager, the way out of an empty result. */
import { shelfStrings as words } from '../../components/shelf/shelf-strings.zh.ts';
import { type Choice, type Facet, facets, type Loosening } from '../../model/shelf/shelf.ts';
import { queryOf } from '../../model/shelf/shelf-address.ts';

/** Name of a facet, or of one of its values. */
export type TitleOf = (facet: Facet, value?: string) => string;

function paragraph(text: string): HTMLElement {
  return Object.assign(document.createElement('p'), { textContent: text });
}

/** One for each value chosen, to take it off; with several, one more to take off all. */
export function makeChips(blank: HTMLTemplateElement, { values }: Choice, titleOf: TitleOf): readonly Node[] {
  const chips = facets.flatMap((facet) =>
    values[facet].map((value) => makeChip(blank, words.chip(titleOf(facet), titleOf(facet, value)), { facet, value })),
  );
  return chips.length > 1 ? [...chips, makeChip(blank, words.clear, {})] : chips;
}

function makeChip(blank: HTMLTemplateElement, text: string, taken: { facet?: Facet; value?: string }): Node {
  const chip = document.importNode(blank.content, true);
  const button = chip.querySelector('button');
  const label = chip.querySelector('span');
  if (button === null || label === null) return chip;
  Object.assign(button.dataset, taken);
  if (taken.facet !== undefined) button.setAttribute('aria-label', `${words.takeOff} ${text}`);
  label.textContent = text;
  return chip;
}

/** What is said where no plan answers: which facets to give up, and what comes below. */
export function makeEmptyResult(ways: readonly Loosening[], titleOf: TitleOf): readonly Node[] {
  const buttons = ways.map(({ facet, plans }) => {
    const button = Object.assign(document.createElement('button'), { type: 'button' });
    button.dataset['facet'] = facet;
    button.textContent = words.loosening(titleOf(facet), plans);
    return button;
  });
  const advice = paragraph(ways.length === 0 ? words.looseningNone : words.loosen);
  return [paragraph(words.none), advice, ...buttons, paragraph(words.nearest)];
}

/** Links to the pages before and after, with addresses that can be copied. */
export function makePager(choice: Choice, page: number, pages: number): readonly Node[] {
  const link = (target: number, text: string): readonly Node[] => {
    if (target < 1 || target > pages) return [];
    const anchor = document.createElement('a');
    anchor.href = `${location.pathname}${queryOf({ ...choice, page: target })}`;
    anchor.dataset['page'] = String(target);
    anchor.textContent = text;
    return [anchor];
  };
  const here = Object.assign(document.createElement('span'), { textContent: words.page(page, pages) });
  return [...link(page - 1, words.previous), here, ...link(page + 1, words.next)];
}
