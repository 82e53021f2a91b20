/** Buttons that put a plan into the basket and take it out again. */
import { basketStrings as words } from './basket-strings.zh.ts';
import { readBasket, toggleInBasket } from './basket.ts';

export function keepBasketButtons(page: Document): void {
  const buttons = [...page.querySelectorAll<HTMLButtonElement>('button[data-basket]')];
  if (buttons.length === 0) return;
  // Kept beside the store, so that a blocked store costs the memory and not the button.
  let basket = readBasket();
  const show = (): void => {
    for (const button of buttons) {
      const inside = basket.includes(button.dataset['basket'] ?? '');
      button.ariaPressed = String(inside);
      const label = button.querySelector('span');
      if (label !== null) label.textContent = inside ? words.remove : words.add;
    }
  };
  for (const button of buttons)
    button.addEventListener('click', () => {
      basket = toggleInBasket(button.dataset['basket'] ?? '', basket);
      show();
    });
  addEventListener('storage', () => {
    basket = readBasket();
    show();
  });
  show();
}
