/** The menu of a template's options: paper, margins, colour. */
import type { ChosenOptions } from '../../../model/template/template-options.ts';
import { part } from '../../part.ts';

export interface PaperMenu {
  /** Shows the options of a template, or nothing where it has none. */
  show(template: string): void;
  /** What is chosen for a template, without what holds by itself. */
  chosen(template: string): ChosenOptions;
}

/** @param onChange called when another choice was made */
export function openPaperMenu(onChange: () => void): PaperMenu {
  const menu = part('#paper', HTMLDetailsElement);
  const groups = [...menu.querySelectorAll<HTMLFieldSetElement>('fieldset[data-template]')];
  menu.addEventListener('change', onChange);
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
  return {
    show: (template) => {
      for (const group of groups) group.hidden = group.dataset['template'] !== template;
      menu.hidden = groups.every(({ hidden }) => hidden);
    },
    chosen: (template) => {
      const group = groups.find(({ dataset }) => dataset['template'] === template);
      const selects = [...(group?.querySelectorAll('select') ?? [])];
      return Object.fromEntries(
        selects.flatMap(({ name, value, selectedIndex }) => (selectedIndex > 0 ? [[name, value]] : [])),
      );
    },
  };
}
