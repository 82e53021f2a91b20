/** Makes a document fit one page before it is paginated: in preview and press by the same steps, by measuring. */
import { type FitOrder, type Reduction, largerTypes, reductions } from '../../model/template/fit.ts';
import { type PageBox, readPageBox } from './page-box.ts';
import { lengthsOf, reduced } from './reduce.ts';

/** Smallest part of a CSS pixel that counts; a page that is measured full to the last hair may break. */
const tolerance = 1;

/** Most room, in points, that the rows of a page that is not full are given above and below, and its steps. */
const air = { most: 2.5, step: 0.25 } as const;

/** A document that may be reduced, and the place where its heights are taken. */
interface Fitting {
  readonly whole: HTMLElement;
  readonly order: FitOrder;
  readonly place: HTMLElement;
  readonly box: PageBox;
}

/**
 * Reduces the document's article, or single papers of a booklet, where they say how (`data-fit`), by its order to what
 * fits the page; see `reductions`.
 * Where not even the last step fits, that one stays: the proof then finds a second page.
 *
 * @param css texts of the style sheets that the document is printed with
 * @returns HTML of the article as it will be paginated; undefined where the document takes the pages that it needs
 */
export function fitDocument(content: DocumentFragment, css: readonly string[]): string | undefined {
  const wholes = [...content.querySelectorAll<HTMLElement>('[data-fit]')];
  if (wholes.length === 0) return undefined;
  const style = document.createElement('style');
  style.dataset['pagedjsIgnore'] = '';
  style.textContent = css.join('\n');
  document.head.append(style);
  const place = document.createElement('div');
  document.body.append(place);
  try {
    for (const whole of wholes) {
      const box = readPageBox(style, whole.dataset['page']);
      place.style.cssText = `display: flow-root; width: ${String(box.width)}px`;
      // The template's own description, carried by its document.
      const order = JSON.parse(whole.dataset['fit'] ?? '') as FitOrder;
      whole.replaceWith(fit({ whole, order, place, box }));
    }
    return content.querySelector('main')?.outerHTML;
  } finally {
    place.remove();
    style.remove();
  }
}

function fit(fitting: Fitting): HTMLElement {
  const { whole, order } = fitting;
  const steps = reductions(order, lengthsOf(whole, order));
  const step = steps[firstThat(steps.length, (index) => fits(fitting, make(fitting, steps[index])))];
  const larger = largerTypes(order).map((type) => step && { ...step, type });
  const roomy =
    step?.type === order.type.usual ? larger.find((grown) => fits(fitting, make(fitting, grown))) : undefined;
  return withRowSpacing(fitting, make(fitting, roomy ?? step));
}

function make({ whole, order }: Fitting, reduction: Reduction | undefined): HTMLElement {
  if (reduction === undefined) throw new Error('the order of fitting has no steps');
  return reduced(whole, order, reduction);
}

/** Index of the first that passes, in a row in which all behind it do; the last where none does. */
function firstThat(length: number, passes: (index: number) => boolean): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function fits({ place, box }: Fitting, article: HTMLElement): boolean {
  place.replaceChildren(article);
  return place.getBoundingClientRect().height <= box.height - tolerance && place.scrollWidth <= place.clientWidth + 1;
}

/** Gives the rows of a page that is not full the room that is left, evenly. */
function withRowSpacing(fitting: Fitting, article: HTMLElement): HTMLElement {
  for (let room: number = air.most; room > 0; room -= air.step) {
    article.style.setProperty('--air', `${String(room)}pt`);
    if (fits(fitting, article)) return article;
  }
  article.style.removeProperty('--air');
  return article;
}
