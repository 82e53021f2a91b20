/** The switch between light and dark. `public/first-paint.js` applies the same choice before the next page is painted. */
import { readStored, writeStored } from './stored.ts';

type Theme = 'light' | 'dark';

const key = 'planshelf:theme';
const prefersDark = matchMedia('(prefers-color-scheme: dark)');

const systemTheme = (): Theme => (prefersDark.matches ? 'dark' : 'light');

function chosenTheme(): Theme | undefined {
  const theme = document.documentElement.dataset['theme'] ?? readStored(key);
  return theme === 'light' || theme === 'dark' ? theme : undefined;
}

/** Shows a theme; undefined is the system's. */
function apply(theme: Theme | undefined): void {
  if (theme === undefined) delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => {
      const next: Theme = this.#shown() === 'dark' ? 'light' : 'dark';
      // What the system wants anyway need not be remembered: then the site goes on following it.
      const chosen = next === systemTheme() ? undefined : next;
      writeStored(key, chosen);
      apply(chosen);
      this.#announce();
    });
    prefersDark.addEventListener('change', () => {
      this.#announce();
    });
    this.#announce();
  }

  #shown(): Theme {
    return chosenTheme() ?? systemTheme();
  }

  #announce(): void {
    this.querySelector('button')?.setAttribute('aria-pressed', String(this.#shown() === 'dark'));
  }
}

customElements.define('theme-switch', ThemeSwitch);
