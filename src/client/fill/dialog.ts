import { fillStrings as words } from '../../components/fill/fill-strings.zh.ts';
import { part } from '../part.ts';

/** An element with a class, text or children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...content);
  return element;
}

export function makeButton(label: string, run: () => void, className = ''): HTMLButtonElement {
  const button = make('button', className, label);
  button.type = 'button';
  button.addEventListener('click', run);
  return button;
}

/** Controls that may hold words that are kept nowhere yet. */
const takesWords = 'form, .chip-text, input:not([readonly], [hidden])';

/** Escape, and the cross, close a dialog with words in it by another way than that which would lose them. */
export function keepWords(dialog: HTMLDialogElement, away: () => void): void {
  const leave = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    away();
  };
  dialog.addEventListener('cancel', leave);
  dialog.querySelector('header .close')?.addEventListener('click', leave, { capture: true });
}

/** Opens a dialog with a title and a way out; it is gone once it is closed. */
export function openDialog(title: string, ...content: Node[]): HTMLDialogElement {
  const heading = make('h2', '', title);
  heading.id = 'desk-dialog-title';
  const close = makeButton('×', () => {
    dialog.close();
  });
  close.className = 'close';
  close.setAttribute('aria-label', words.close);
  const dialog = make('dialog', 'desk-dialog', make('header', '', heading, close), ...content);
  dialog.setAttribute('aria-labelledby', heading.id);
  dialog.addEventListener('close', () => {
    // What was said in it stays.
    part('#notices', HTMLElement).append(...dialog.querySelectorAll('.notice'));
    dialog.remove();
  });
  // A press beside the dialog closes it where no words can be lost; one that began inside, as when text is marked, does not.
  dialog.addEventListener('pointerdown', (event) => {
    if (isBeside(event, dialog) && dialog.querySelector(takesWords) === null) dialog.close();
  });
  document.querySelector('#desk')?.append(dialog);
  dialog.showModal();
  return dialog;
}

/** The dialog is also the target where its own padding, gaps or scroll bar are pressed: only the place tells. */
function isBeside({ target, clientX, clientY }: PointerEvent, dialog: HTMLElement): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return target === dialog && (clientX < left || clientX > right || clientY < top || clientY > bottom);
}

/** Hands a file to the writer. */
export function saveFile(name: string, content: BlobPart, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

/** Date and time of an instant, for a list. */
export function momentOf(instant: string): string {
  return new Date(instant).toLocaleString(words.language, { dateStyle: 'medium', timeStyle: 'short' });
}
