/** A control for words with blanks in them: plain text, the blanks as chips that can be moved. */
import { editStrings as words } from '../../components/edit-strings.zh.ts';
import { splitBlanks } from '../../model/blank.ts';

/** Words as {@link ChipText} takes them: 【标签】 is a blank, \【 a bracket, [^1] a footnote, \n a line break. */
export interface ChipText {
  readonly element: HTMLElement;
  text: string;
  /** Puts a blank where the caret is, else at the end. */
  insertBlank(label: string): void;
}

const footnote = /(\[\^[^\]\s]+\])/u;

export function makeChipText(text: string, label: string): ChipText {
  const element = document.createElement('div');
  element.className = 'chip-text';
  // Without formatting; where it is not known, paste and drop are made plain below.
  element.contentEditable = 'true';
  element.role = 'textbox';
  element.ariaMultiLine = 'true';
  element.ariaLabel = label;
  element.spellcheck = false;
  /** What is dragged: a chip, or words of this control with the chips in them. */
  let moving: HTMLElement | Range | undefined;

  element.addEventListener('paste', (event) => {
    event.preventDefault();
    insertAtCaret(element, nodesOf(event.clipboardData?.getData('text/plain') ?? ''));
  });
  for (const way of ['copy', 'cut'] as const)
    element.addEventListener(way, (event) => {
      const taken = selectedIn(element);
      if (taken === undefined) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', wordsOf(taken.cloneContents()));
      if (way === 'cut') taken.deleteContents();
    });
  element.addEventListener('beforeinput', (event) => {
    if (event.inputType.startsWith('format')) event.preventDefault();
    if (event.inputType !== 'insertParagraph' && event.inputType !== 'insertLineBreak') return;
    event.preventDefault();
    insertAtCaret(element, [document.createTextNode('\n')]);
  });
  element.addEventListener('dragstart', (event) => {
    moving = chipOf(event.target) ?? selectedIn(element)?.cloneRange();
    if (moving === undefined) return;
    event.dataTransfer?.setData('text/plain', wordsOf(moving instanceof Range ? moving.cloneContents() : moving));
  });
  element.addEventListener('dragend', () => {
    moving = undefined;
  });
  element.addEventListener('drop', (event) => {
    event.preventDefault();
    const range = caretAt(event.clientX, event.clientY);
    if (range === undefined || !element.contains(range.startContainer) || isWithin(range, moving)) return;
    const dropped = moving instanceof HTMLElement ? [moving] : nodesOf(event.dataTransfer?.getData('text/plain') ?? '');
    for (const node of dropped.reverse()) range.insertNode(node);
    if (moving instanceof Range) moving.deleteContents();
    moving = undefined;
  });
  element.addEventListener('keydown', (event) => {
    const chip = chipOf(event.target);
    if (chip !== undefined) moveByKey(event, chip, element);
  });
  element.replaceChildren(...nodesOf(text));
  return {
    element,
    get text() {
      return wordsOf(element).replace(/\n+$/, '');
    },
    set text(next: string) {
      element.replaceChildren(...nodesOf(next));
    },
    insertBlank: (blank) => {
      insertAtCaret(element, [chip(`【${blank}】`, blank)]);
    },
  };
}

function nodesOf(text: string): Node[] {
  return text.split(footnote).flatMap((piece) => {
    if (footnote.test(piece)) return [chip(piece, words.editor.note(piece.slice(2, -1)))];
    return splitBlanks(piece).map((run) =>
      run.kind === 'text' ? document.createTextNode(run.text) : chip(`【${run.label}】`, run.label),
    );
  });
}

function chip(token: string, label: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'chip';
  element.contentEditable = 'false';
  element.draggable = true;
  element.tabIndex = 0;
  element.dataset['token'] = token;
  element.role = 'img';
  element.ariaLabel = words.editor.chip(label);
  element.textContent = label;
  return element;
}

function wordsOf(node: Node): string {
  if (node instanceof Text) return node.data.replaceAll('【', '\\【').replaceAll('\u00A0', ' ');
  if (node instanceof HTMLBRElement) return '\n';
  const token = node instanceof HTMLElement ? node.dataset['token'] : undefined;
  if (token !== undefined) return token;
  const inner = [...node.childNodes].map(wordsOf).join('');
  // A browser that makes paragraphs of lines puts each into a block.
  return node instanceof HTMLDivElement && node.previousSibling !== null && !node.isContentEditable
    ? `\n${inner}`
    : inner;
}

function chipOf(target: EventTarget | null): HTMLElement | undefined {
  const chip = target instanceof HTMLElement ? target.closest<HTMLElement>('.chip') : null;
  return chip ?? undefined;
}

/** What is selected in the control, if anything is. */
function selectedIn(element: HTMLElement): Range | undefined {
  const selection = getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  return range?.collapsed === false && element.contains(range.commonAncestorContainer) ? range : undefined;
}

/** Whether a place lies in what is to be moved there. */
function isWithin({ startContainer, startOffset }: Range, moved: HTMLElement | Range | undefined): boolean {
  if (moved instanceof Range) return moved.isPointInRange(startContainer, startOffset);
  return moved?.contains(startContainer) === true;
}

function insertAtCaret(element: HTMLElement, nodes: readonly Node[]): void {
  const selection = getSelection();
  let range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  if (range === undefined || !element.contains(range.commonAncestorContainer)) {
    range = document.createRange();
    range.selectNodeContents(element);
    range.collapse(false);
  }
  range.deleteContents();
  const fragment = document.createDocumentFragment();
  fragment.append(...nodes);
  const last = fragment.lastChild;
  range.insertNode(fragment);
  if (last === null) return;
  range.setStartAfter(last);
  range.collapse(true);
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** A chip with the focus goes one character to the left or right, or away. */
function moveByKey(event: KeyboardEvent, chip: HTMLElement, element: HTMLElement): void {
  if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    chip.remove();
    element.focus();
    return;
  }
  const back = event.key === 'ArrowLeft';
  if (!back && event.key !== 'ArrowRight') return;
  event.preventDefault();
  element.normalize();
  const beside = back ? chip.previousSibling : chip.nextSibling;
  if (beside instanceof Text && beside.length > 0) {
    const characters = Array.from(beside.data);
    const step = (back ? characters.at(-1) : characters[0])?.length ?? 1;
    beside.splitText(back ? beside.length - step : step).before(chip);
  } else if (beside !== null) {
    if (back) beside.before(chip);
    else beside.after(chip);
  }
  chip.focus();
}

function caretAt(x: number, y: number): Range | undefined {
  const caret = document.caretPositionFromPoint(x, y);
  if (caret === null) return undefined;
  const range = document.createRange();
  range.setStart(caret.offsetNode, caret.offset);
  return range;
}
