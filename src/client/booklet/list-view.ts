/** The list of papers: shown, reordered, taken out and put back. */
import { bookletPageStrings as words } from '../../components/booklet/booklet-page-strings.zh.ts';
import { mostPapers } from '../../fill/sharing.ts';
import { draftIdOf } from '../basket.ts';
import { type PaperTemplates, withEntry } from '../basket-change.ts';
import { part } from '../part.ts';
import { notice } from '../fill/notices.ts';
import { type BookletDesk, withMoved, withRestored } from './booklet-desk.ts';
import { dragRows } from './drag.ts';
import { ownDrafts } from './own-drafts.ts';
import { type RowTemplate, paperRow } from './paper-row.ts';
import type { Paper, Papers } from './papers.ts';

export interface ListView {
  show(): void;
  /** Puts an entry at the end, and says so. */
  add(entry: string): void;
  clear(): void;
}

export function openList(desk: BookletDesk, papers: Papers): ListView {
  const list = part('#papers', HTMLOListElement);
  const said = part('#list-said', HTMLElement);
  const titleOf = (entry: string): string => papers.paperOf(entry).title;

  const move = (entry: string, place: number): void => {
    const entries = withMoved(desk.state.entries, entry, place);
    if (entries.join('\n') === desk.state.entries.join('\n')) return;
    desk.change({ entries });
    said.textContent = words.moved(titleOf(entry), entries.indexOf(entry) + 1, entries.length);
  };
  const remove = (entry: string): void => {
    const title = titleOf(entry);
    const place = desk.state.entries.indexOf(entry);
    desk.change({ entries: desk.state.entries.filter((other) => other !== entry) });
    // The next row takes the focus, so that the keyboard goes on where it was.
    const rows = list.querySelectorAll<HTMLElement>('li .remove');
    (rows[Math.min(place, rows.length - 1)] ?? part('#add-paper', HTMLElement)).focus();
    undoable(words.removed(title), () => {
      desk.change({ entries: withRestored(desk.state.entries, entry, place) });
    });
  };
  const choose = (entry: string, chosen: string): void => {
    const { entries } = desk.state;
    if (entries.includes(chosen)) {
      said.textContent = words.there(titleOf(chosen));
      show();
      return;
    }
    const { [entry]: template, ...others } = desk.state.templates;
    desk.change({
      entries: entries.map((other) => (other === entry ? chosen : other)),
      templates: template === undefined ? others : { ...others, [chosen]: template },
    });
  };
  const setIn = (entry: string, template: string): void => {
    const others = Object.entries(desk.state.templates).filter(([other]) => other !== entry);
    const own = template === papers.templateOf(undefined) ? [] : [[entry, template]];
    desk.change({ templates: Object.fromEntries([...others, ...own]) as PaperTemplates });
  };
  const rowOf = (paper: Paper, index: number, count: number): HTMLLIElement => {
    const { entry, plan } = paper;
    const id = draftIdOf(entry);
    const fill = papers.routes.fill(plan) + (id === undefined ? '' : `?draft=${encodeURIComponent(id)}`);
    const drafts = ownDrafts().filter(({ draft }) => draft.plan === plan);
    return paperRow(
      paper,
      { index, count, drafts, fill, templates: papers.templates, template: templateShown(entry) },
      {
        move: (step) => {
          move(entry, index + step);
        },
        remove: () => {
          remove(entry);
        },
        choose: (chosen) => {
          choose(entry, chosen);
        },
        setIn: (template) => {
          setIn(entry, template);
        },
      },
    );
  };
  const templateShown = (entry: string): RowTemplate => {
    const asked = desk.state.templates[entry];
    const name = papers.templateOf(asked);
    return { name, lost: asked !== undefined && asked !== name ? asked : undefined };
  };
  const show = (): void => {
    const focus = focusIn(list);
    const { entries } = desk.state;
    list.replaceChildren(...entries.map((entry, index) => rowOf(papers.paperOf(entry), index, entries.length)));
    focus();
    part('#no-papers', HTMLElement).hidden = entries.length > 0;
    part('[data-act="clear"]', HTMLElement).hidden = entries.length === 0;
  };
  dragRows(list, move);
  return {
    show,
    add: (entry) => {
      const added = withEntry(desk.state.entries, entry);
      if ('refused' in added)
        said.textContent = added.refused === 'full' ? words.full(mostPapers) : words.there(titleOf(entry));
      else {
        desk.change({ entries: added.entries });
        said.textContent = words.added(titleOf(entry));
      }
    },
    clear: () => {
      const { entries } = desk.state;
      desk.change({ entries: [] });
      undoable(words.cleared(entries.length), () => {
        desk.change({ entries });
      });
    },
  };
}

function undoable(text: string, undo: () => void): void {
  notice(text, { about: 'removed', passing: true, actions: [{ label: words.undo, run: undo }] });
}

/** Remembers which control of which paper has the focus. @returns what gives it back */
function focusIn(list: HTMLElement): () => void {
  const active = document.activeElement;
  const entry = active?.closest<HTMLElement>('li[data-entry]')?.dataset['entry'];
  if (active === null || entry === undefined || !list.contains(active)) return () => undefined;
  const name = active.classList.item(0) ?? active.localName;
  return () => {
    const row = [...list.querySelectorAll<HTMLElement>('li')].find((other) => other.dataset['entry'] === entry);
    const same = row?.querySelector<HTMLElement>(`.${CSS.escape(name)}:not(:disabled), ${CSS.escape(name)}`);
    (same ?? row?.querySelector<HTMLElement>('.grip'))?.focus();
  };
}
