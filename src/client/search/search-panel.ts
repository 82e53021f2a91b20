/** The search dialog at work: from what is typed and chosen to the list, and through the list by keyboard. */
import { searchStrings as words } from '../../components/search-strings.zh.ts';
import { part } from '../part.ts';
import { findPlans, type FoundPlan } from './find-plans.ts';
import { type Filters, openIndex, type Pagefind } from './pagefind.ts';
import { showResults } from './result-list.ts';

interface Panel {
  readonly dialog: HTMLDialogElement;
  readonly field: HTMLInputElement;
  readonly selects: readonly HTMLSelectElement[];
  readonly status: HTMLElement;
  readonly loosen: HTMLButtonElement;
  readonly list: HTMLElement;
}

const started = new WeakMap<HTMLElement, Promise<void>>();

/** Makes a search dialog work, once. */
export function startPanel(search: HTMLElement): void {
  const panel = panelOf(search);
  if (started.has(search)) return;
  started.set(
    search,
    start(panel, search.dataset['root'] ?? '/').catch((error: unknown) => {
      started.delete(search);
      throw error;
    }),
  );
}

async function start(panel: Panel, root: string): Promise<void> {
  panel.status.textContent = words.loading;
  panel.dialog.querySelector('.search-close')?.addEventListener('click', () => {
    panel.dialog.close();
  });
  try {
    const pagefind = await openIndex(root);
    await offerFacets(panel, pagefind);
    listen(panel, pagefind);
  } catch (error) {
    panel.status.textContent = words.failed;
    throw error;
  }
}

/** A facet's values that no plan has are not offered. */
async function offerFacets(panel: Panel, pagefind: Pagefind): Promise<void> {
  const inUse = await pagefind.filters();
  for (const select of panel.selects) {
    const values = inUse[select.dataset['facet'] ?? ''] ?? {};
    for (const option of [...select.options]) if (option.value !== '' && !(option.value in values)) option.remove();
  }
}

function listen(panel: Panel, pagefind: Pagefind): void {
  const { dialog, field, selects, loosen, list } = panel;
  let asked = 0;
  const update = async (): Promise<void> => {
    const question = ++asked;
    const filters = filtersOf(selects);
    const found = await findPlans(pagefind, field.value, filters);
    // A later key has asked again meanwhile.
    if (question !== asked) return;
    show(panel, found, Object.keys(filters).length > 0);
  };
  const ask = (): void => {
    update().catch((error: unknown) => {
      panel.status.textContent = words.failed;
      throw error;
    });
  };
  field.addEventListener('input', (event) => {
    // Letters of an input method are not yet the reader's words.
    if (!(event instanceof InputEvent && event.isComposing)) ask();
  });
  field.addEventListener('compositionend', ask);
  field.addEventListener('keydown', (event) => {
    moveThrough(panel, event);
  });
  for (const select of selects) select.addEventListener('change', ask);
  loosen.addEventListener('click', () => {
    for (const select of selects) select.value = '';
    field.focus();
    ask();
  });
  list.addEventListener('click', (event) => {
    // A match on this very page would stay behind the dialog.
    const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
    if (option !== null && !event.ctrlKey && !event.metaKey) dialog.close();
  });
  ask();
}

function show(
  { field, status, loosen, list }: Panel,
  found: { readonly plans: readonly FoundPlan[]; readonly total: number } | undefined,
  narrowed: boolean,
): void {
  const plans = found?.plans ?? [];
  showResults(list, plans);
  list.scrollTop = 0;
  choose(field, list, -1);
  field.ariaExpanded = String(plans.length > 0);
  loosen.hidden = found === undefined || plans.length > 0 || !narrowed;
  status.textContent = statusOf(found, field.value.trim(), narrowed);
}

function statusOf(
  found: { readonly plans: readonly FoundPlan[]; readonly total: number } | undefined,
  query: string,
  narrowed: boolean,
): string {
  if (found === undefined) return words.intro;
  const { plans, total } = found;
  if (plans.length === 0 && query === '') return words.noneOfFacets;
  if (plans.length === 0) return narrowed ? words.noneWithFacets(query) : words.none(query);
  return plans.length < total ? words.foundFirst(total, plans.length) : words.found(total);
}

/** Arrow keys move through the options while the field keeps the focus; Enter opens the chosen one, else the first. */
function moveThrough({ field, list }: Panel, event: KeyboardEvent): void {
  if (event.isComposing) return;
  const options = [...list.children];
  const chosen = options.findIndex((option) => option.ariaSelected === 'true');
  switch (event.key) {
    case 'ArrowDown':
      choose(field, list, (chosen + 1) % Math.max(1, options.length));
      break;
    case 'ArrowUp':
      choose(field, list, chosen <= 0 ? options.length - 1 : chosen - 1);
      break;
    case 'Enter': {
      const option = options[Math.max(0, chosen)];
      if (option instanceof HTMLElement) option.click();
      break;
    }
    default:
      return;
  }
  event.preventDefault();
}

function choose(field: HTMLInputElement, list: HTMLElement, place: number): void {
  for (const [index, option] of [...list.children].entries()) {
    option.ariaSelected = String(index === place);
    if (index === place) option.scrollIntoView({ block: 'nearest' });
  }
  const id = list.children[place]?.id;
  if (id === undefined) field.removeAttribute('aria-activedescendant');
  else field.setAttribute('aria-activedescendant', id);
}

function filtersOf(selects: readonly HTMLSelectElement[]): Filters {
  return Object.fromEntries(
    selects.flatMap(({ dataset, value }) => (value === '' ? [] : [[dataset['facet'] ?? '', value] as const])),
  );
}

function panelOf(search: HTMLElement): Panel {
  return {
    dialog: part('dialog', HTMLDialogElement, search),
    field: part('[role="combobox"]', HTMLInputElement, search),
    selects: [...search.querySelectorAll('select')],
    status: part('[role="status"]', HTMLElement, search),
    loosen: part('.search-loosen', HTMLButtonElement, search),
    list: part('[role="listbox"]', HTMLElement, search),
  };
}
