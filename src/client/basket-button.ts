/** Buttons that put a plan into the basket and take it out again, also those of cards that come later. */
import { basketStrings as words } from './basket-strings.zh.ts';
import { announceBasketCount } from './basket-count.ts';
import { toggleInBasket } from './basket-change.ts';
import { mostPapers } from '../fill/sharing.ts';
import { readBasket } from './basket.ts';

export function keepBasketButtons(page: Document): void {
  /** The basket where it cannot be kept: a blocked store costs the memory and not the button. */
  let unkept: readonly string[] | undefined;
  /** Read anew each time: this page may have slept while another one of the same window changed the basket. */
  const basket = (): readonly string[] => unkept ?? readBasket();
  /** The plan that there was no room for. */
  let refused: string | undefined;
  const show = (): void => {
    const entries = basket();
    for (const button of page.querySelectorAll<HTMLElement>('button[data-basket]')) {
      const slug = button.dataset['basket'] ?? '';
      const inside = entries.includes(slug);
      const label = inside ? words.remove : slug === refused ? words.full(mostPapers) : words.add;
      const place = button.querySelector('span');
      if (button.ariaPressed === String(inside) && place?.textContent === label) continue;
      button.ariaPressed = String(inside);
      if (place !== null) place.textContent = label;
      const { title } = button.dataset;
      if (title !== undefined) button.ariaLabel = words.named(label, title);
    }
  };
  page.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button[data-basket]') : null;
    if (button === null) return;
    const slug = button.dataset['basket'] ?? '';
    const { entries, kept, full } = toggleInBasket(slug, basket());
    refused = full ? slug : undefined;
    if (!full) unkept = kept ? undefined : entries;
    show();
    announceBasketCount(entries.length);
  });
  addEventListener('storage', show);
  // A page restored from the back/forward cache has missed events.
  addEventListener('pageshow', show);
  new MutationObserver(show).observe(page.body, { childList: true, subtree: true });
  show();
}
