/** What the buttons above the desk and the keys do. */
import { fillStrings as words } from '../../components/fill/fill-strings.zh.ts';
import { exampleValues } from '../../model/compute.ts';
import { isOpen } from '../../model/value.ts';
import type { Desk } from './desk.ts';
import type { DeskContent } from './desk-content.ts';
import type { Ways } from './findings.ts';
import { closeNotice, notice } from './notices.ts';

export interface DeskActions {
  readonly content: DeskContent;
  readonly desk: Desk;
  readonly newId: () => string;
  readonly print: () => void;
  /** What leads to what the writer should look at first. */
  readonly ways: Ways;
}

const opened = ['drafts', 'share', 'export'] as const;

/** Listens to the buttons of the page; returns what listens to the keys, for the frames too. */
export function listenToActions(actions: DeskActions): (event: KeyboardEvent) => void {
  const { content, desk, print } = actions;
  const act = (name: string): void => {
    if (name === 'undo' || name === 'redo') step(desk, name);
    if (name === 'examples' || name === 'clear') fillOrClear(actions, name);
    if (name === 'print') leave('print', print);
    const dialog = opened.find((other) => other === name);
    if (dialog === 'export') leave(dialog, () => void openDialogOf(dialog, actions));
    else if (dialog !== undefined) void openDialogOf(dialog, actions);
  };
  const leave = (way: 'print' | 'export', then: () => void): void => {
    void import('./findings.ts').then((findings) => findings.leave(content, actions.ways, way, then));
  };
  for (const button of document.querySelectorAll<HTMLElement>('[data-act]')) {
    button.addEventListener('click', () => {
      act(button.dataset['act'] ?? '');
    });
  }
  desk.listen(({ kind }) => {
    if (kind === 'saving') return;
    showHistory(desk);
    // What it offers to take back would from now on be something else.
    closeNotice('history');
  });
  const onKey = (event: KeyboardEvent): void => {
    const name = nameOf(event);
    // In a dialog the keys belong to its own controls.
    if (name === undefined || document.querySelector('dialog:modal') !== null) return;
    event.preventDefault();
    const button = document.querySelector<HTMLElement>(`[data-act=${name}]`);
    if (button?.closest('[inert]') === null) act(name);
  };
  document.addEventListener('keydown', onKey);
  return onKey;
}

function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): 'undo' | 'redo' | 'print' | undefined {
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  switch (key.toLowerCase()) {
    case 'z':
      return shiftKey ? 'redo' : 'undo';
    case 'y':
      return 'redo';
    case 'p':
      return 'print';
    default:
      return undefined;
  }
}

function step(desk: Desk, way: 'undo' | 'redo'): void {
  const done = way === 'undo' ? desk.undo() : desk.redo();
  if (!done) notice(words.nothing[way], { about: 'history', passing: true });
}

function fillOrClear({ content, desk }: DeskActions, what: 'examples' | 'clear'): void {
  const values = what === 'clear' ? undefined : openExamples(content, desk);
  const nothing = values !== undefined && Object.keys(values).length === 0;
  const done = !nothing && desk.change(values === undefined ? { kind: 'clear' } : { kind: 'values', values });
  const actions = done ? [{ label: words.undo, run: () => desk.undo() }] : [];
  notice((done ? words.said : words.nothing)[what], { about: 'history', passing: true, actions });
}

/** Examples for what is still open. */
function openExamples({ plan }: DeskContent, desk: Desk): Record<string, string | number> {
  const { values } = desk.draft;
  return Object.fromEntries(
    Object.entries(exampleValues(plan.fields)).filter(([name]) => !Object.hasOwn(values, name) || isOpen(values[name])),
  );
}

/** Dialogs load when they are asked for. */
async function openDialogOf(name: (typeof opened)[number], actions: DeskActions): Promise<void> {
  const { content, desk, newId } = actions;
  if (name === 'drafts') (await import('./drafts/drafts-dialog.ts')).openDrafts(content, desk, newId);
  else if (name === 'share') await (await import('./drafts/share-dialog.ts')).openShare(content, desk.draft);
  else (await import('./export-dialog.ts')).openExport(content, desk.draft);
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
