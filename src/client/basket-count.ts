/** How many papers are in the basket, beside the link to it. */
import { readBasket } from './basket.ts';

/** Heard by the header of the same window; other windows hear of a change by the `storage` event. */
const changed = 'planshelf:basket';

/** Tells the header of this window how many papers there are now. */
export function announceBasketCount(count: number): void {
  document.dispatchEvent(new CustomEvent(changed, { detail: count }));
}

/** Keeps the number up to date. */
export function showBasketCount(place: Element | null): void {
  if (place === null) return;
  const show = (count: number): void => {
    place.textContent = count === 0 ? '' : String(count);
  };
  document.addEventListener(changed, (event) => {
    if (event instanceof CustomEvent) show(Number(event.detail));
  });
  const read = (): void => {
    show(readBasket().length);
  };
  addEventListener('storage', read);
  // A page that is come back to has heard nothing while it was away.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) read();
  });
  read();
}
