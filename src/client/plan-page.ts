/** What a plan's page does in the browser. */
import './contents-place.ts';
import './page-strip.ts';
import { keepBasketButtons } from './basket-button.ts';
import { printOnRequest } from './print-request.ts';

/** WCAG 1.4.13: Escape takes a hint away without moving pointer or focus; it is back when its blank is met anew. */
function dismissHints(page: Document): void {
  page.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const blank of page.querySelectorAll<HTMLElement>('[data-hint]:is(:hover, :focus-visible)')) {
      blank.dataset['hintDismissed'] = '';
      const restore = (): void => {
        delete blank.dataset['hintDismissed'];
      };
      blank.addEventListener('pointerleave', restore, { once: true });
      blank.addEventListener('blur', restore, { once: true });
    }
  });
}

dismissHints(document);
printOnRequest(document);
keepBasketButtons(document);
