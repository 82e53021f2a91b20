/** The tabs of the desk: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ with selection that follows the focus. */
import { part } from '../part.ts';

export type TabName = 'form' | 'text' | 'pages';
const names: readonly TabName[] = ['form', 'text', 'pages'];

/** From this width on the pages stand beside the panel, whichever that is. */
const besides = matchMedia('(min-width: 60rem)');

export interface Tabs {
  readonly current: () => TabName;
  select(name: TabName): void;
  /** Whether the pages are beside the form. */
  readonly sideBySide: () => boolean;
  /** Whether the pages are to be seen. */
  readonly pagesShown: () => boolean;
}

export function openTabs(onSelect: (name: TabName) => void): Tabs {
  let current: TabName = 'form';
  const tab = (name: TabName): HTMLElement => part(`#tab-${name}`, HTMLElement);
  const show = (): void => {
    if (besides.matches && current === 'pages') current = 'form';
    for (const name of names) {
      const chosen = name === current;
      tab(name).setAttribute('aria-selected', String(chosen));
      tab(name).tabIndex = chosen ? 0 : -1;
      tab(name).hidden = besides.matches && name === 'pages';
      part(`#panel-${name}`, HTMLElement).hidden = !chosen && !(besides.matches && name === 'pages');
    }
  };
  const select = (name: TabName): void => {
    current = name;
    show();
    onSelect(current);
  };
  for (const name of names) {
    tab(name).addEventListener('click', () => {
      select(name);
    });
    tab(name).addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      if (step === 0) return;
      const shown = names.filter((other) => !tab(other).hidden);
      const next = shown.at((shown.indexOf(name) + step) % shown.length);
      if (next === undefined) return;
      select(next);
      tab(next).focus();
    });
  }
  besides.addEventListener('change', () => {
    select(current);
  });
  show();
  return {
    current: () => current,
    select,
    sideBySide: () => besides.matches,
    pagesShown: () => besides.matches || current === 'pages',
  };
}
