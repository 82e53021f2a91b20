/** The search dialog at work: from what is typed and chosen to the results. */
import { searchStrings as words } from '../../components/shelf/search-strings.zh.ts';
import type { SearchHead } from '../../model/search/search-head.ts';
import { termsOf } from '../../model/search/search-term.ts';
import { part } from '../part.ts';
import { openSearch } from './open-search.ts';
import type { PlanSearch } from './plan-search.ts';
import { type ResultParts, ResultsView } from './results-view.ts';
import { onTyped } from './on-typed.ts';

interface Panel extends ResultParts {
  readonly dialog: HTMLDialogElement;
  /** In the order of a head's facets. */
  readonly selects: readonly HTMLSelectElement[];
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
    const search = await openSearch(root);
    offerFacets(panel, search.plans);
    listen(panel, search);
  } catch (error) {
    panel.status.textContent = words.failed;
    throw error;
  }
}

/** A facet's values that no plan has are not offered. */
function offerFacets({ selects }: Panel, plans: readonly SearchHead[]): void {
  for (const [place, select] of selects.entries()) {
    const inUse = new Set(plans.map(({ facets }) => facets[place]));
    for (const option of [...select.options]) if (option.value !== '' && !inUse.has(option.value)) option.remove();
  }
}

function listen(panel: Panel, search: PlanSearch): void {
  const { dialog, field, selects, loosen, list } = panel;
  const view = new ResultsView(panel);
  let asked = 0;
  const update = async (): Promise<void> => {
    const question = ++asked;
    const query = field.value.trim();
    const narrowed = selects.some(({ value }) => value !== '');
    if (termsOf(query).length === 0 && !narrowed) {
      view.clear();
      panel.status.textContent = words.intro;
      return;
    }
    const ranking = await search.rank(query);
    // A later key has asked again meanwhile.
    if (question === asked) await view.show({ search, query, ranking, allows: allowedBy(selects), narrowed });
  };
  const ask = (): void => {
    update().catch((error: unknown) => {
      panel.status.textContent = words.failed;
      throw error;
    });
  };
  onTyped(field, ask);
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

function allowedBy(selects: readonly HTMLSelectElement[]): (head: SearchHead) => boolean {
  const wanted = selects.map(({ value }) => value);
  return ({ facets }) => wanted.every((value, place) => value === '' || value === facets[place]);
}

function panelOf(search: HTMLElement): Panel {
  return {
    dialog: part('dialog', HTMLDialogElement, search),
    field: part('[role="combobox"]', HTMLInputElement, search),
    selects: ['industry', 'period', 'level'].map((facet) =>
      part(`select[data-facet="${facet}"]`, HTMLSelectElement, search),
    ),
    status: part('[role="status"]', HTMLElement, search),
    loosen: part('.search-loosen', HTMLButtonElement, search),
    list: part('[role="listbox"]', HTMLElement, search),
    more: part('.search-more', HTMLButtonElement, search),
  };
}
