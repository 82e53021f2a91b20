/** Buttons that put a plan into the basket and take it out again, also those of cards that come later. */
import { basketStrings as words } from './basket-strings.zh.ts';
import { tellBasketCount } from './basket-count.ts';
import { readBasket, toggleInBasket } from './basket.ts';

export function keepBasketButtons(page: Document): void {
  // Kept beside the store, so that a blocked store costs the memory and not the button.
  let basket = readBasket();
  const show = (): void => {
    for (const button of page.querySelectorAll<HTMLElement>('button[data-basket]')) {
      const inside = String(basket.includes(button.dataset['basket'] ?? ''));
      if (button.ariaPressed === inside) continue;
      button.ariaPressed = inside;
      const label = inside === 'true' ? words.remove : words.add;
      const place = button.querySelector('span');
      if (place !== null) place.textContent = label;
      const { title } = button.dataset;
      if (title !== undefined) button.ariaLabel = words.named(label, title);
    }
  };
  page.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button[data-basket]') : null;
    if (button === null) return;
    basket = toggleInBasket(button.dataset['basket'] ?? '', basket);
    show();
    tellBasketCount(basket.length);
  });
  addEventListener('storage', () => {
    basket = readBasket();
    show();
  });
  new MutationObserver(show).observe(page.body, { childList: true, subtree: true });
  show();
}
