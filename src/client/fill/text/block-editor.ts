import { editStrings as words } from '../../../components/fill/edit-strings.zh.ts';
import type { Field } from '../../../model/field.ts';
import { makeChipText } from './chip-text.ts';
import { keepWords, make, makeButton, openDialog } from '../dialog.ts';
import { closeNotice, notice } from '../notices.ts';

export type EditableKind = 'heading' | 'paragraph' | 'item' | 'cell';

export interface BlockEditing {
  readonly kind: EditableKind;
  /** Words as they are now, and as they were published. */
  readonly text: string;
  readonly published: string;
  readonly fields: readonly Field[];
  /** Where the block is on screen, so that the editor lies over it. */
  readonly place: DOMRect | undefined;
  readonly save: (text: string) => void;
  /** Takes back what was saved last. */
  readonly undo: () => void;
  /** Leaves out the block; for a cell its row. */
  readonly omit: (() => void) | undefined;
  /** Adds a row below; for a cell of one of the plan's tables. */
  readonly addBelow: (() => void) | undefined;
}

/** Changes the words of a block in their place. */
export function editBlock({ kind, text, published, fields, place, save, undo, omit, addBelow }: BlockEditing): void {
  const divides = kind === 'paragraph' || kind === 'item';
  const control = makeChipText(text, words.editor.label, divides);
  const insert = make('select');
  insert.ariaLabel = words.editor.insert;
  insert.append(new Option(words.editor.insert, ''), ...fields.map(({ label }) => new Option(label, label)));
  insert.addEventListener('change', () => {
    if (insert.value !== '') control.insertBlank(insert.value);
    insert.value = '';
    control.element.focus();
  });
  const begun = control.text;
  const done = (): void => {
    dialog.close();
    if (control.text !== begun) save(control.text);
  };
  /** Closed in whichever other way, what was written stays, and can be taken back. */
  const away = (): void => {
    const written = control.text;
    done();
    if (written !== begun)
      notice(words.editor.kept, { about: 'history', passing: true, actions: [{ label: words.undo, run: undo }] });
  };
  /** What was written is given up, but not beyond recall. */
  const give = (): void => {
    const written = control.text;
    dialog.close();
    if (written === begun) return;
    const back = (): void => {
      closeNotice('history');
      save(written);
    };
    notice(words.editor.dropped, {
      about: 'history',
      passing: true,
      actions: [{ label: words.editor.recall, run: back }],
    });
  };
  const finish = makeButton(words.editor.done, done, 'primary');
  const close = (then: () => void) => (): void => {
    dialog.close();
    then();
  };
  const original = makeButton(words.editor.original, () => {
    control.text = published;
    control.element.focus();
  });
  original.disabled = text === published;
  const keys = make('p', 'hint keys', words.editor.keys[divides ? 'divides' : 'breaks']);
  const footer = make('footer', '', finish, makeButton(words.editor.cancel, give), original);
  if (addBelow) footer.append(makeButton(words.editor.below, close(addBelow)));
  if (omit) footer.append(makeButton(words.editor.omit[kind], close(omit)));
  const dialog = openDialog(words.editor.title[kind], control.element, make('p', 'insert', insert), footer, keys);
  keepWords(dialog, away);
  dialog.classList.add('block-editor');
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) done();
  });
  if (place !== undefined) {
    const put = (): void => {
      placeOver(dialog, control.element, place);
    };
    put();
    // A keyboard on the screen leaves less room.
    visualViewport?.addEventListener('resize', put);
    dialog.addEventListener('close', () => visualViewport?.removeEventListener('resize', put));
  }
  control.element.focus();
  getSelection()?.selectAllChildren(control.element);
  getSelection()?.collapseToEnd();
}

/** Lays the dialog so that its text covers the block's own, as far as the window allows; it grows down to its edge. */
function placeOver(dialog: HTMLElement, control: HTMLElement, place: DOMRect): void {
  const margin = 16;
  const height = visualViewport?.height ?? innerHeight;
  const width = Math.min(Math.max(place.width + 2 * margin, 420), innerWidth - 2 * margin);
  dialog.style.width = `${width}px`;
  dialog.style.margin = '0';
  dialog.style.maxHeight = `${height - 2 * margin}px`;
  const within = control.getBoundingClientRect().top - dialog.getBoundingClientRect().top;
  // Room for some lines more than there are.
  const room = Math.min(height - 2 * margin, dialog.offsetHeight + roomToWrite);
  const top = Math.max(margin, Math.min(place.top - within, height - room - margin));
  dialog.style.left = `${Math.min(Math.max(place.left - margin, margin), innerWidth - width - margin)}px`;
  dialog.style.top = `${top}px`;
  dialog.style.maxHeight = `${height - top - margin}px`;
}

/** Pixels that a text may grow by before it scrolls in itself. */
const roomToWrite = 120;
