/** The page 会议材料: puts the list, the cover and the pages together. */
import { bookletPageStrings as words } from '../../components/booklet/booklet-page-strings.zh.ts';
import { bookletMark } from '../../fill/sharing.ts';
import { draftEntry } from '../basket.ts';
import { type ChosenOptions, type TemplateOption, notesOf } from '../../model/template/template-options.ts';
import { part } from '../part.ts';
import { momentOf } from '../fill/dialog.ts';
import { notice } from '../fill/notices.ts';
import { changedWords, watchGlyphs } from '../fill/pages/watch-glyphs.ts';
import { BookletDesk, type BookletState } from './booklet-desk.ts';
import { readPageContent } from './booklet-content.ts';
import { openList } from './list-view.ts';
import { ownDrafts } from './own-drafts.ts';
import { openPages } from './pages.ts';
import { Papers } from './papers.ts';

const parts = ['title', 'unit', 'date', 'mark'] as const;

function start(): void {
  const content = readPageContent();
  const papers = new Papers(content);
  const desk = new BookletDesk();
  const list = openList(desk, papers);
  const glyphs = watchGlyphs(content, '');
  const pages = openPages(papers, content.booklet, (state) => glyphs(wordsOf(state, papers)));

  const form = part('#cover', HTMLFormElement);
  const show = (): void => {
    list.show();
    showSetting(desk.state);
    showOptions(form, desk.state.options, content.booklet.options);
    pages.show(desk.state);
    if (desk.blocked) notice(words.blocked, { about: 'storage' });
  };
  desk.listen(show);

  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  form.addEventListener('input', () => {
    const { cover } = desk.state;
    desk.change({
      cover: Object.assign({ ...cover }, Object.fromEntries(parts.map((name) => [name, control(name).value]))),
      duplex: control('duplex').checked,
      options: chosenIn(form),
    });
  });
  const choice = part('#add-paper', HTMLSelectElement);
  part('#add', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    if (choice.value !== '') list.add(choice.value);
  });
  choice.addEventListener('focus', () => {
    offerDrafts(choice);
  });
  offerDrafts(choice);

  const acts: Readonly<Record<string, () => void>> = {
    clear: () => {
      list.clear();
    },
    print: () => void pages.print(),
    share: () => void import('./shared-booklet.ts').then(({ openBookletShare }) => openBookletShare(desk, papers)),
  };
  for (const button of document.querySelectorAll<HTMLElement>('[data-act]'))
    button.addEventListener('click', () => acts[button.dataset['act'] ?? '']?.());
  addEventListener('storage', () => {
    desk.follow();
  });
  // A page restored from the back/forward cache has missed events.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) desk.follow();
  });
  addEventListener('hashchange', receive);
  show();
  receive();

  function receive(): void {
    if (!location.hash.startsWith(`#${bookletMark}`)) return;
    void import('./shared-booklet.ts').then(({ receiveBooklet }) => receiveBooklet(desk, papers));
  }
}

function control(name: string): HTMLInputElement {
  return part(`#cover [name="${name}"]`, HTMLInputElement);
}

function showSetting({ cover, duplex }: BookletState): void {
  for (const name of parts) if (control(name).value !== cover[name]) control(name).value = cover[name];
  control('duplex').checked = duplex;
}

/** What is chosen in the form; the first of each option's choices is the one that needs no saying. */
function chosenIn(form: HTMLFormElement): ChosenOptions {
  const selects = [...form.querySelectorAll<HTMLSelectElement>('select[data-option]')];
  return Object.fromEntries(
    selects
      .filter(({ selectedIndex }) => selectedIndex > 0)
      .map((select) => [select.dataset['option'] ?? '', select.value]),
  );
}

function showOptions(form: HTMLFormElement, chosen: ChosenOptions, options: readonly TemplateOption[] = []): void {
  for (const select of form.querySelectorAll<HTMLSelectElement>('select[data-option]')) {
    const value = chosen[select.dataset['option'] ?? ''];
    const known = [...select.options].findIndex((option) => option.value === value);
    select.selectedIndex = Math.max(0, known);
  }
  part('#option-notes', HTMLElement).textContent = notesOf(options, chosen).join('');
}

/** The writer's own drafts come first among what can be added. */
function offerDrafts(choice: HTMLSelectElement): void {
  choice.querySelector('optgroup[data-drafts]')?.remove();
  const drafts = ownDrafts();
  if (drafts.length === 0) return;
  const group = document.createElement('optgroup');
  group.label = words.ownDrafts;
  group.dataset['drafts'] = '';
  for (const { id, draft } of drafts)
    group.append(new Option(words.draft(draft.name, momentOf(draft.updated)), draftEntry(id)));
  choice.querySelector('optgroup')?.before(group);
}

/** All that the writer has written into the booklet. */
function wordsOf({ entries, cover }: BookletState, papers: Papers) {
  const drafts = entries.flatMap((entry) => papers.paperOf(entry).draft ?? []);
  return {
    values: {
      cover: Object.values<string>(cover).join(''),
      drafts: drafts
        .map(({ values, people, changes }) => JSON.stringify([values, people]) + changedWords(changes))
        .join(''),
    },
    people: {},
    edits: drafts.flatMap(({ edits = [] }) => edits),
  };
}

start();
