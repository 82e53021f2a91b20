/** The page where a writer makes a plan their own: puts the draft, the form and the pages together. */
import { fillDocument } from '../../document/fill.ts';
import { runningTitle } from '../../document/running-title.ts';
import type { PlanDocument } from '../../document/schema.ts';
import { changesText } from '../../fill/changed-text.ts';
import type { DraftContent } from '../../fill/draft.ts';
import { plainContent } from '../../fill/plain-content.ts';
import { areUsual } from '../../fill/usual-values.ts';
import { publishedDocument } from '../document-source.ts';
import { part } from '../part.ts';
import { newId } from '../new-id.ts';
import { beginDraft } from './drafts/begin-draft.ts';
import { Desk, type DeskEvent } from './desk.ts';
import { listenToActions } from './desk-actions.ts';
import { type DeskContent, readDeskContent } from './desk-content.ts';
import { openFormView } from './form-view.ts';
import { rememberAddress } from './drafts/open-draft.ts';
import { openPagesView } from './pages/pages-view.ts';
import { showSaving } from './drafts/saving-view.ts';
import { openTabs } from './tabs.ts';
import { lazyNotice } from './lazy-notice.ts';
import type { FilledText, TextEditing } from './text/text-edit.ts';
import { watchGlyphs } from './pages/watch-glyphs.ts';
import { watchPublished } from './drafts/watch-published.ts';
import { watchWindow } from './watch-window.ts';

/** UTF-16 units of values whose pages take long. */
const longDraft = 20_000;

function start(content: DeskContent): void {
  const { plan, base } = content;
  const published = (): Promise<PlanDocument> => publishedDocument(content.document);
  const desk = new Desk({
    plan: plan.slug,
    name: plan.title,
    storage: () => localStorage,
    now: () => new Date(),
    newId,
  });
  /** A shared draft that is only looked at. */
  let previewed: DraftContent | undefined;
  /** What is on screen. */
  const shown = (): DraftContent => previewed ?? desk.draft;
  const textPanel = part('#panel-text', HTMLElement);
  let editing: TextEditing | undefined;
  let mode: 'form' | 'text' = 'form';
  const loadEditing = async (): Promise<TextEditing> => {
    const { openTextEditing } = await import('./text/text-edit.ts');
    return (editing ??= openTextEditing(plan, desk, pages, published, (fields) => {
      form.follow(fields);
    }));
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
    await show(textPanel);
    // The pages do not carry the marks of their blocks yet.
    if (fresh) pages.show(shown());
  };
  const form = openFormView(plan.fields, {
    change: (change) => {
      desk.change(change);
    },
    leave: () => {
      desk.endStep();
    },
    focus: (selector) => {
      pages.mark(selector, true);
    },
  });
  // The site's fonts are cut to all that plans say.
  const glyphs = watchGlyphs(content, JSON.stringify(plan));
  const pages = openPagesView(
    content,
    glyphs,
    async ({ shell, article }, draft) => {
      // To set it takes seconds in which nothing else is done: it is kept before.
      if (JSON.stringify([draft.values, draft.people]).length > longDraft) desk.flush();
      const { filled, marks } = await fill(await published(), draft);
      return shell.html(await article(filled, { base, ...(marks && { marks }) }), runningTitle(filled));
    },
    listenToFrame,
    () => {
      pages.show(shown());
    },
  );
  const onKey = listenToActions({
    content,
    desk,
    newId,
    ways: { shown, form, tabs, loadEditing },
    print: () => {
      if (!tabs.pagesShown()) tabs.select('pages');
      void pages.live.whenShown().then(() => {
        pages.live.front.contentWindow?.print();
      });
    },
  });

  async function fill(document: PlanDocument, draft: DraftContent): Promise<FilledText> {
    if (changesText(draft)) await loadEditing();
    if (editing !== undefined) return editing.fill(document, draft);
    const read = areUsual(plan.fields, draft.values)
      ? plainContent(draft)
      : (await import('./lazy-values.ts')).readContent(plan.fields, draft);
    return { filled: fillDocument(document, read) };
  }

  function listenToFrame(frame: Document): void {
    frame.addEventListener('click', (event) => {
      event.preventDefault(); // a link would lead the frame away
      const target = elementOf(event.target);
      if (target === undefined || textPanel.inert) return;
      if (mode === 'text' && editing?.press(target, pages.live.front) === true) return;
      const place = target.closest<HTMLElement>('[data-field], [data-role]');
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
    if (event.kind === 'forked') lazyNotice(event.kind, event.name);
    if (event.kind === 'followed' || event.kind === 'deleted-elsewhere') lazyNotice(event.kind);
    if (event.kind === 'opened') previewed = undefined;
    form.show(shown());
    pages.show(shown());
    if (mode === 'text') void startEditing();
    rememberAddress(desk);
  }

  // It comes while the frames load; what goes wrong is said with the pages.
  published().catch(() => undefined);
  pages.live.visible = tabs.pagesShown();
  desk.listen(show);
  watchWindow(desk);
  beginDraft(content, desk, (draft) => {
    previewed = draft;
    form.show(draft);
    pages.show(draft);
  });
  watchPublished(desk, content.digest);
}

/** The frames have their own `Element`, so that `instanceof` would not know it. */
function elementOf(target: EventTarget | null): Element | undefined {
  return target !== null && 'closest' in target ? (target as Element) : undefined;
}

start(readDeskContent());
