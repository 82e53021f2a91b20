/** A control for words with blanks in them: plain text, the blanks as chips that can be moved. */
import { type Place, chip, lastLine, nodesOf, placeAt, plainLines, wordsOf } from './chip-words.ts';
import { TextHistory, type TextState } from './text-history.ts';

/**
 * Words as {@link ChipText} takes them: 【标签】 is a blank, \【 a bracket, [^1] a footnote, \n a line break and, where the
 * block can be several, \n\n a new one.
 */
export interface ChipText {
  readonly element: HTMLElement;
  text: string;
  /** Puts a blank where the caret is, else at the end. */
  insertBlank(label: string): void;
}

/**
 * @param divides whether the Enter key begins a new paragraph or item; elsewhere it breaks the line, as Shift+Enter
 *   always does. In the control a new paragraph is the character \n, a line break the element `br`.
 */
export function makeChipText(text: string, label: string, divides: boolean): ChipText {
  const element = document.createElement('div');
  element.className = 'chip-text';
  // Without formatting; where it is not known, paste and drop are made plain below.
  element.contentEditable = 'true';
  element.role = 'textbox';
  element.ariaMultiLine = 'true';
  element.ariaLabel = label;
  element.spellcheck = false;
  const words = (node: Node): string => wordsOf(node, divides);
  const nodes = (source: string): Node[] => nodesOf(source, divides);
  const show = (source: string): void => {
    element.replaceChildren(...nodes(source), lastLine());
  };
  show(text);

  const stateNow = (): TextState => {
    const range = rangeIn(element);
    const full = words(element);
    const end = (container: Node, offset: number): number => {
      const before = document.createRange();
      before.selectNodeContents(element);
      before.setEnd(container, offset);
      return words(before.cloneContents()).length;
    };
    if (range === undefined) return { text: full, from: full.length, to: full.length };
    return {
      text: full,
      from: end(range.startContainer, range.startOffset),
      to: end(range.endContainer, range.endOffset),
    };
  };
  const history = new TextHistory(stateNow());
  /** Changes the text by script; a step of its own. */
  const change = (act: () => void): void => {
    const { from, to } = stateNow();
    history.caret(from, to);
    act();
    if (!(element.lastChild instanceof HTMLBRElement)) element.append(lastLine());
    history.changed(stateNow(), '');
  };
  const go = (state: TextState | undefined): void => {
    if (state === undefined) return;
    show(state.text);
    select(element, placeAt(element, state.from, words), placeAt(element, state.to, words));
  };
  /** What is dragged: a chip, or words of this control with the chips in them. */
  let moving: HTMLElement | Range | undefined;

  element.addEventListener('paste', (event) => {
    event.preventDefault();
    const pasted = plainLines(event.clipboardData?.getData('text/plain') ?? '', divides);
    change(() => {
      insertAtCaret(element, nodes(pasted));
    });
  });
  for (const way of ['copy', 'cut'] as const)
    element.addEventListener(way, (event) => {
      const taken = selectedIn(element);
      if (taken === undefined) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', words(taken.cloneContents()));
      if (way === 'cut')
        change(() => {
          taken.deleteContents();
        });
    });
  element.addEventListener('beforeinput', (event) => {
    const { inputType } = event;
    if (inputType.startsWith('format')) event.preventDefault();
    if (inputType.startsWith('history')) {
      event.preventDefault();
      go(inputType === 'historyUndo' ? history.undo() : history.redo());
      return;
    }
    if (!event.isComposing) {
      const { from, to } = stateNow();
      history.caret(from, to);
    }
    if (inputType !== 'insertParagraph' && inputType !== 'insertLineBreak') return;
    event.preventDefault();
    const soft = divides && inputType === 'insertLineBreak';
    change(() => {
      insertAtCaret(element, [soft ? document.createElement('br') : document.createTextNode('\n')]);
      getSelection()?.focusNode?.parentElement?.scrollIntoView({ block: 'nearest' });
    });
  });
  const typed = (kind: string): void => {
    if (!(element.lastChild instanceof HTMLBRElement)) element.append(lastLine());
    history.changed(stateNow(), kind);
  };
  element.addEventListener('input', (event) => {
    if (event instanceof InputEvent && !event.isComposing) typed(event.inputType);
  });
  element.addEventListener('compositionend', () => {
    typed('insertText');
  });
  element.addEventListener('dragstart', (event) => {
    moving = chipOf(event.target) ?? selectedIn(element)?.cloneRange();
    if (moving === undefined) return;
    event.dataTransfer?.setData('text/plain', words(moving instanceof Range ? moving.cloneContents() : moving));
  });
  element.addEventListener('dragend', () => {
    moving = undefined;
  });
  element.addEventListener('drop', (event) => {
    event.preventDefault();
    const range = caretAt(event.clientX, event.clientY);
    if (range === undefined || !element.contains(range.startContainer) || isWithin(range, moving)) return;
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    change(() => {
      const dropped = moving instanceof HTMLElement ? [moving] : nodes(text);
      for (const node of dropped.reverse()) range.insertNode(node);
      if (moving instanceof Range) moving.deleteContents();
    });
    moving = undefined;
  });
  element.addEventListener('keydown', (event) => {
    const step = event.ctrlKey || event.metaKey ? historyKey(event) : undefined;
    if (step !== undefined) {
      event.preventDefault();
      event.stopPropagation(); // the desk has a history of its own
      go(history[step]());
      return;
    }
    const chip = chipOf(event.target);
    if (chip !== undefined && isMove(event.key))
      change(() => {
        moveByKey(event, chip, element);
      });
  });
  return {
    element,
    get text() {
      return words(element)
        .replace(/^\n+|\n+$/g, '')
        .replace(/\n{3,}/g, '\n\n');
    },
    set text(next: string) {
      change(() => {
        show(next);
      });
    },
    insertBlank: (blank) => {
      change(() => {
        insertAtCaret(element, [chip(`【${blank}】`, blank)]);
      });
    },
  };
}

function historyKey({ key, shiftKey, altKey }: KeyboardEvent): 'undo' | 'redo' | undefined {
  const letter = key.toLowerCase();
  if (altKey || (letter !== 'z' && letter !== 'y')) return undefined;
  return letter === 'y' || shiftKey ? 'redo' : 'undo';
}

function isMove(key: string): boolean {
  return ['Delete', 'Backspace', 'ArrowLeft', 'ArrowRight'].includes(key);
}

function select(element: HTMLElement, [anchor, from]: Place, [focus, to]: Place): void {
  element.focus();
  getSelection()?.setBaseAndExtent(anchor, from, focus, to);
}

function chipOf(target: EventTarget | null): HTMLElement | undefined {
  const chip = target instanceof HTMLElement ? target.closest<HTMLElement>('.chip') : null;
  return chip ?? undefined;
}

/** Where the caret is in the control, or what is selected there; undefined while that is elsewhere. */
function rangeIn(element: HTMLElement): Range | undefined {
  const selection = getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  return range !== undefined && element.contains(range.commonAncestorContainer) ? range : undefined;
}

/** What is selected in the control, if anything is. */
function selectedIn(element: HTMLElement): Range | undefined {
  const range = rangeIn(element);
  return range?.collapsed === false ? range : undefined;
}

/** Whether a place lies in what is to be moved there. */
function isWithin({ startContainer, startOffset }: Range, moved: HTMLElement | Range | undefined): boolean {
  if (moved instanceof Range) return moved.isPointInRange(startContainer, startOffset);
  return moved?.contains(startContainer) === true;
}

function insertAtCaret(element: HTMLElement, nodes: readonly Node[]): void {
  const selection = getSelection();
  let range = rangeIn(element);
  if (range === undefined) {
    range = document.createRange();
    range.selectNodeContents(element);
    if (element.lastChild instanceof HTMLBRElement) range.setEndBefore(element.lastChild);
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
