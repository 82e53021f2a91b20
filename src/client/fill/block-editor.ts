import { editStrings as words } from '../../components/edit-strings.zh.ts';
import type { Field } from '../../model/field.ts';
import { makeChipText } from './chip-text.ts';
import { make, makeButton, openDialog } from './dialog.ts';

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
  /** Leaves out the block; for a cell its row. */
  readonly omit: (() => void) | undefined;
  /** Adds a row below; for a cell of one of the plan's tables. */
  readonly addBelow: (() => void) | undefined;
}

/** Changes the words of a block in their place. */
export function editBlock({ kind, text, published, fields, place, save, omit, addBelow }: BlockEditing): void {
  const control = makeChipText(text, words.editor.label);
  const insert = make('select');
  insert.ariaLabel = words.editor.insert;
  insert.append(new Option(words.editor.insert, ''), ...fields.map(({ label }) => new Option(label, label)));
  insert.addEventListener('change', () => {
    if (insert.value !== '') control.insertBlank(insert.value);
    insert.value = '';
    control.element.focus();
  });
  const done = (): void => {
    dialog.close();
    save(control.text);
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
  const keys = make('p', 'hint', words.editor.keys);
  const footer = make(
    'footer',
    '',
    finish,
    makeButton(
      words.editor.cancel,
      close(() => undefined),
    ),
    original,
  );
  if (addBelow) footer.append(makeButton(words.editor.below, close(addBelow)));
  if (omit) footer.append(makeButton(words.editor.omit[kind], close(omit)));
  const dialog = openDialog(words.editor.title[kind], control.element, make('p', 'insert', insert), footer, keys);
  dialog.classList.add('block-editor');
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) done();
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') event.stopPropagation(); // the control's own
  });
  if (place !== undefined) putOver(dialog, control.element, place);
  control.element.focus();
  getSelection()?.selectAllChildren(control.element);
  getSelection()?.collapseToEnd();
}

/** Lays the dialog so that its text covers the block's own, as far as the window allows. */
function putOver(dialog: HTMLElement, control: HTMLElement, place: DOMRect): void {
  const margin = 16;
  const width = Math.min(Math.max(place.width + 2 * margin, 420), innerWidth - 2 * margin);
  dialog.style.width = `${width}px`;
  dialog.style.margin = '0';
  const within = control.getBoundingClientRect().top - dialog.getBoundingClientRect().top;
  const top = Math.min(place.top - within, innerHeight - dialog.offsetHeight - margin);
  dialog.style.left = `${Math.min(Math.max(place.left - margin, margin), innerWidth - width - margin)}px`;
  dialog.style.top = `${Math.max(margin, top)}px`;
}
