/** How many papers are in the basket, beside the link to it. */
import { readBasket } from './basket.ts';

/** Received by the header of the same window; other windows get the `storage` event. */
const changed = 'planshelf:basket';

/** Sends the number of papers to the header of this window. */
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
  // A page restored from the back/forward cache has missed events.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) read();
  });
  read();
}
