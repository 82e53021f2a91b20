/** What was written in a text control, step by step. */

/** The words at one moment, and what is selected in them, in UTF-16 units of the words. */
export interface TextState {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * One history for all that changes a text: typing, deleting, pasting, dropping, moving a blank. What is typed or deleted
 * in one go is one step. A browser's own history does not know what a script has changed.
 */
export class TextHistory {
  readonly #past: TextState[] = [];
  #present: TextState;
  #future: TextState[] = [];
  /** What the last step was; typing on belongs to it. */
  #kind = '';

  constructor(present: TextState) {
    this.#present = present;
  }

  /** Notes where the caret is, before something is changed; to have moved it ends a step. */
  caret(from: number, to: number): void {
    if (from === this.#present.from && to === this.#present.to) return;
    this.#present = { ...this.#present, from, to };
    this.#kind = '';
  }

  /** @param kind `inputType` of typing or deleting, which goes on; '' for what is a step of its own */
  changed(next: TextState, kind: string): void {
    if (next.text === this.#present.text) {
      this.#present = next;
      return;
    }
    if (kind === '' || kind !== this.#kind) this.#past.push(this.#present);
    this.#present = next;
    this.#future = [];
    this.#kind = kind;
  }

  undo(): TextState | undefined {
    return this.#step(this.#past, this.#future);
  }

  redo(): TextState | undefined {
    return this.#step(this.#future, this.#past);
  }

  #step(from: TextState[], to: TextState[]): TextState | undefined {
    const state = from.pop();
    this.#kind = '';
    if (state === undefined) return undefined;
    to.push(this.#present);
    this.#present = state;
    return state;
  }
}
