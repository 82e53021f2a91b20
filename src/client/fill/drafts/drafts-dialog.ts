import { fillDialogStrings as words } from '../../../components/fill/fill-dialog-strings.zh.ts';
import { fillStrings } from '../../../components/fill/fill-strings.zh.ts';
import { putBack, takeAway } from '../../../fill/draft-removal.ts';
import { type KeptDraft, type Shelf, type UnreadDraft, freeName, keep, readShelf } from '../../../fill/draft-shelf.ts';
import { routesUnder } from '../../../model/shelf/routes.ts';
import type { Desk } from '../desk.ts';
import type { DeskContent } from '../desk-content.ts';
import { make, makeButton, momentOf, openDialog, saveFile } from '../dialog.ts';
import { importDraft, importText } from './import-draft.ts';
import { notice } from '../notices.ts';
import { refill } from '../refill.ts';

/** The writer's drafts: those of this plan to be opened here, the others as links. */
export function openDrafts(content: DeskContent, desk: Desk, newId: () => string): void {
  desk.flush();
  const list = make('div', 'drafts');
  const show = (): void => {
    refill(dialog, () => {
      list.replaceChildren(
        ...sections(content, desk, {
          refresh: show,
          newId,
          close: () => {
            dialog.close();
          },
        }),
      );
    });
  };
  const file = make('input');
  file.type = 'file';
  file.accept = '.json,application/json';
  file.hidden = true;
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    file.value = '';
    if (chosen === undefined) return;
    dialog.close();
    void importDraft(chosen, content, desk);
  });
  const create = makeButton(words.drafts.create, () => {
    dialog.close();
    desk.openNew();
  });
  create.classList.add('primary');
  create.dataset['key'] = 'create';
  const bring = makeButton(words.drafts.import, () => {
    file.click();
  });
  const dialog = openDialog(
    words.drafts.title,
    make('p', 'intro', words.drafts.intro),
    list,
    make('footer', '', create, bring, file),
  );
  show();
}

interface Doing {
  readonly refresh: () => void;
  readonly newId: () => string;
  readonly close: () => void;
}

function sections(content: DeskContent, desk: Desk, doing: Doing): Node[] {
  let shelf: Shelf;
  try {
    shelf = readShelf(localStorage);
  } catch {
    return [make('p', 'problem', fillStrings.saving.blocked)];
  }
  const own = shelf.kept.filter(({ draft }) => draft.plan === content.plan.slug);
  const others = shelf.kept.filter(({ draft }) => draft.plan !== content.plan.slug);
  if (own.length + others.length + shelf.unread.length === 0) return [make('p', 'intro', words.drafts.none)];
  return [
    ...section(
      words.drafts.own,
      own.map((kept) => row(kept, content, desk, doing)),
    ),
    ...section(
      words.drafts.others,
      others.map((kept) => row(kept, content, desk, doing)),
    ),
    ...section(
      words.drafts.unread,
      shelf.unread.map((unread) => unreadRow(unread, content, desk, doing)),
    ),
  ];
}

function section(title: string, rows: HTMLElement[]): Node[] {
  return rows.length === 0 ? [] : [make('h3', '', title), make('ul', '', ...rows)];
}

function row(kept: KeptDraft, content: DeskContent, desk: Desk, doing: Doing): HTMLElement {
  const { id, revision, draft } = kept;
  const here = id === desk.id;
  const own = draft.plan === content.plan.slug;
  const name = make('span', 'name', draft.name);
  const what = make('span', 'hint', here ? words.drafts.now : words.drafts.updated(momentOf(draft.updated)));
  const open = own
    ? makeButton(words.drafts.open, () => {
        doing.close();
        desk.open(id, draft, revision);
      })
    : linkTo(kept, content);
  if (open instanceof HTMLButtonElement) open.disabled = here;
  const item = make('li');
  item.append(
    make('div', 'what', name, what),
    keyed(
      id,
      open,
      makeButton(words.drafts.rename, () => {
        renameIn(item, kept, desk, doing);
      }),
      makeButton(words.drafts.duplicate, () => {
        const copy = { ...draft, name: freeName(words.drafts.copyOf(draft.name), draftNames()) };
        said(keep(localStorage, doing.newId(), copy, 0).outcome === 'kept', doing);
      }),
      makeButton(words.drafts.delete, () => {
        remove(id, draft.name, desk, doing);
      }),
    ),
  );
  return item;
}

/** The controls of a draft, which are known again when the list is filled anew. */
function keyed(id: string, ...controls: HTMLElement[]): HTMLElement {
  for (const [index, { dataset }] of controls.entries()) dataset['key'] = `${index} ${id}`;
  return make('div', 'does', ...controls);
}

function linkTo({ id, draft }: KeptDraft, { base }: DeskContent): HTMLElement {
  const link = make('a', '', words.drafts.open);
  link.href = `${routesUnder(base).fill(draft.plan)}?draft=${encodeURIComponent(id)}`;
  return link;
}

function draftNames(): string[] {
  return readShelf(localStorage).kept.map(({ draft }) => draft.name);
}

function said(done: boolean, doing: Doing): void {
  if (!done) notice(words.drafts.failed, { about: 'storage' });
  doing.refresh();
}

function renameIn(item: HTMLElement, { id, revision, draft }: KeptDraft, desk: Desk, doing: Doing): void {
  const input = make('input');
  input.value = draft.name;
  input.maxLength = 100;
  input.setAttribute('aria-label', words.drafts.name);
  input.dataset['key'] = `1 ${id}`; // the button that it came by
  item.querySelector('.name')?.replaceChildren(input);
  input.select();
  let done = false;
  const take = (): void => {
    if (done) return;
    done = true;
    const name = input.value.trim();
    if (name === '' || name === draft.name) doing.refresh();
    else if (id === desk.id) {
      desk.rename(name);
      desk.flush();
      doing.refresh();
    } else said(keep(localStorage, id, { ...draft, name }, revision).outcome === 'kept', doing);
  };
  input.addEventListener('blur', take);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault(); // the dialog stays, and the key is not for the button that has the focus next
    if (event.key === 'Enter') {
      take();
      return;
    }
    done = true;
    doing.refresh();
  });
}

function remove(id: string, name: string, desk: Desk, doing: Doing): void {
  const taken = takeAway(localStorage, id);
  if (!('entry' in taken)) {
    said(false, doing);
    return;
  }
  if (id === desk.id) desk.openNew();
  doing.refresh();
  const { entry } = taken;
  notice(words.drafts.deleted(name), {
    about: 'deleted',
    passing: true,
    actions: [
      {
        label: words.drafts.restore,
        run: () => {
          said(entry !== null && putBack(localStorage, id, entry) === undefined, doing);
        },
      },
    ],
  });
}

function unreadRow({ id, text }: UnreadDraft, content: DeskContent, desk: Desk, doing: Doing): HTMLElement {
  return make(
    'li',
    '',
    make('div', 'what', make('span', 'hint', words.drafts.unreadText)),
    keyed(
      id,
      makeButton(words.drafts.open, () => {
        doing.close();
        void importText(text, content, desk);
      }),
      makeButton(words.drafts.raw, () => {
        saveFile(`${id}.txt`, text, 'text/plain');
      }),
      makeButton(words.drafts.delete, () => {
        remove(id, words.drafts.unread, desk, doing);
      }),
    ),
  );
}
