/** The page where a writer makes a plan their own: puts the draft, the form and the pages together. */
import { fillDocument } from '../../components/fill-document.ts';
import { fillStrings as words } from '../../components/fill-strings.zh.ts';
import { plainContent } from '../../fill/plain-content.ts';
import { exampleValues } from '../../model/compute.ts';
import { Desk, type DeskEvent } from './desk.ts';
import { type DeskContent, type DeskTemplate, part, readDeskContent } from './desk-content.ts';
import { openFormView } from './form-view.ts';
import { chooseDraft, rememberAddress } from './open-draft.ts';
import { notice } from './notices.ts';
import { openPagesView } from './pages-view.ts';
import { showSaving } from './saving-view.ts';
import { openTabs } from './tabs.ts';
import type { TextEditing } from './text-edit.ts';
import { watchGlyphs } from './watch-glyphs.ts';
import { watchPublished } from './watch-published.ts';

function newId(): string {
  return crypto.getRandomValues(new Uint32Array(2)).reduce((id, part) => id + part.toString(36), '');
}

function start(content: DeskContent): void {
  const { plan } = content;
  const desk = new Desk({
    plan: plan.slug,
    name: plan.title,
    storage: () => localStorage,
    now: () => new Date(),
    newId,
  });
  let editing: TextEditing | undefined;
  let mode: 'form' | 'text' = 'form';
  const loadEditing = async (): Promise<TextEditing> => {
    const { openTextEditing } = await import('./text-edit.ts');
    return (editing ??= openTextEditing(plan, desk, pages));
  };
  const tabs = openTabs((name) => {
    pages.live.visible = tabs.pagesShown();
    if (name !== 'pages') mode = name;
    pages.live.editing = mode === 'text';
    pages.mark(undefined, false);
    if (name === 'text') void startEditing();
  });
  const startEditing = async (): Promise<void> => {
    const fresh = editing === undefined;
    const { show } = await loadEditing();
    await show(part('#panel-text', HTMLElement));
    // The pages do not carry the marks of their blocks yet.
    if (fresh) pages.show(desk.draft);
  };
  const form = openFormView(plan.fields, {
    change: (change) => {
      desk.change(change);
    },
    leave: () => {
      desk.settle();
    },
    focus: (selector) => {
      pages.mark(selector, true);
    },
  });
  const pages = openPagesView(
    content,
    async (published, draft) => {
      if (draft.edits.length > 0) await loadEditing();
      if (editing !== undefined) return editing.fill(published, draft);
      return published.html(fillDocument(published.article, plan, plainContent(draft)));
    },
    listenToFrame,
    () => {
      pages.show(desk.draft);
    },
  );

  function listenToFrame(frame: Document): void {
    frame.addEventListener('click', (event) => {
      event.preventDefault(); // a link would lead the frame away
      const target = elementOf(event.target);
      if (mode === 'text' && target !== undefined && editing?.press(target, pages.live.front) === true) return;
      const place = target?.closest<HTMLElement>('[data-field], [data-role]');
      if (!place) return;
      if (!tabs.sideBySide() || tabs.current() !== 'form') tabs.select('form');
      const { field, role } = place.dataset;
      form.focusOn(field === undefined ? { role } : { label: field });
    });
    frame.addEventListener('keydown', onKey);
  }

  function show(event: DeskEvent): void {
    if (event.kind === 'saving') {
      showSaving(desk.saving);
      return;
    }
    if (event.kind === 'forked') notice(words.saving.forked(event.name), { about: 'windows' });
    if (event.kind === 'followed') notice(words.saving.followed, { about: 'windows', passing: true });
    if (event.kind === 'deleted-elsewhere') notice(words.saving.deletedElsewhere, { about: 'windows' });
    form.show(desk.draft);
    pages.show(desk.draft);
    showHistory(desk);
    if (mode === 'text') void startEditing();
    rememberAddress(desk);
  }

  function act(name: string): void {
    if (name === 'undo' || name === 'redo') {
      const done = name === 'undo' ? desk.undo() : desk.redo();
      if (!done) notice(words.said.nothing, { about: 'history', passing: true });
    }
    if (name === 'examples' || name === 'clear') {
      if (name === 'clear') desk.change({ kind: 'clear' });
      else desk.change({ kind: 'values', values: openExamples(content, desk) });
      const undo = { label: words.actions.undo, run: () => desk.undo() };
      notice(words.said[name], { about: 'history', passing: true, actions: [undo] });
    }
    if (name === 'drafts' || name === 'share' || name === 'export') void openDialogOf(name);
    if (name === 'print') {
      if (!tabs.pagesShown()) tabs.select('pages');
      void pages.live.settled().then(() => {
        pages.live.front.contentWindow?.print();
      });
    }
  }

  /** Dialogs load when they are asked for. */
  async function openDialogOf(name: 'drafts' | 'share' | 'export'): Promise<void> {
    if (name === 'drafts') (await import('./drafts-dialog.ts')).openDrafts(content, desk, newId);
    else if (name === 'share') await (await import('./share-dialog.ts')).openShare(content, desk.draft);
    else {
      const { openExport } = await import('./export-dialog.ts');
      openExport(content, () => pages.live.published(wholeText(content)), desk.draft);
    }
  }

  function onKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const name =
      key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'y' ? 'redo' : key === 'p' ? 'print' : undefined;
    if (name === undefined) return;
    event.preventDefault();
    act(name);
  }

  pages.live.visible = tabs.pagesShown();
  desk.listen(show);
  document.addEventListener('keydown', onKey);
  for (const button of document.querySelectorAll<HTMLElement>('[data-act]')) {
    button.addEventListener('click', () => {
      act(button.dataset['act'] ?? '');
    });
  }
  addEventListener('storage', ({ key, newValue }) => {
    desk.heard(key, newValue);
  });
  addEventListener('pagehide', () => {
    desk.flush();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') desk.flush();
  });
  addEventListener('beforeunload', (event) => {
    desk.flush();
    // What is nowhere but on screen is not to be left by accident.
    if (desk.saving.state === 'failed') event.preventDefault();
  });
  const begin = (): void => {
    if (addressHoldsDraft()) void receive();
    else chooseDraft(desk);
  };
  const receive = async (): Promise<void> => {
    const shown = part('#panel-form', HTMLElement);
    const own = (): void => {
      shown.inert = false;
      chooseDraft(desk);
    };
    const { receiveShared } = await import('./shared-draft.ts');
    await receiveShared(content, {
      preview: (draft) => {
        desk.flush();
        shown.inert = true;
        form.show(draft);
        pages.show(draft);
      },
      accept: (draft) => {
        shown.inert = false;
        desk.openNew(draft);
        return desk.draft.name;
      },
      decline: own,
    });
  };
  addEventListener('hashchange', () => {
    if (addressHoldsDraft()) void receive();
  });
  begin();
  pages.onShown(() => {
    // Changes that could not be made are known once the pages are set.
    if (mode === 'text') void editing?.show(part('#panel-text', HTMLElement));
  });
  pages.onShown(watchGlyphs(content.fontCoverage, () => desk.draft));
  watchPublished(desk, plan, () => pages.live.published(wholeText(content)));
}

/** The first template holds the whole text: files are written from it, whichever is looked at. */
function wholeText({ templates }: DeskContent): DeskTemplate {
  const [first] = templates;
  if (first === undefined) throw new Error('the page has no template');
  return first;
}

/** Examples for what is still open. */
function openExamples({ plan }: DeskContent, desk: Desk): Record<string, string | number> {
  const { values } = desk.draft;
  return Object.fromEntries(
    Object.entries(exampleValues(plan.fields)).filter(([name]) => !Object.hasOwn(values, name)),
  );
}

function showHistory({ history }: Desk): void {
  for (const [name, steps] of [
    ['undo', history.past],
    ['redo', history.future],
  ] as const) {
    const button = document.querySelector<HTMLButtonElement>(`[data-act=${name}]`);
    if (button !== null) button.disabled = steps.length === 0;
  }
}

/** The frames have their own `Element`, so that `instanceof` would not know it. */
function elementOf(target: EventTarget | null): Element | undefined {
  return target !== null && 'closest' in target ? (target as Element) : undefined;
}

/** Whether the address holds a shared draft. */
function addressHoldsDraft(): boolean {
  return location.hash.startsWith('#draft=');
}

start(readDeskContent());
