/** Kinds of block that a writer can change or leave out, by the letter that names them in an id. */
export type PlaceLetter = 'p' | 'i' | 't' | 'f' | 's';

/**
 * Gives blocks their ids: the anchor of the heading above, a letter for the kind and the number among that kind there,
 * `重点措施/p2`. What stands within a quotation, a cell or a note is named after that: `重点措施/s1/b2`.
 */
export class BlockIds {
  #section = '';
  #whole: string | undefined;
  readonly #counts = new Map<string, number>();
  readonly #taken = new Set<string>();

  /** A heading, which begins a section but within a whole. */
  heading(anchor: string | undefined): string {
    if (this.#whole !== undefined) return this.next();
    this.#section = anchor ?? '';
    return this.#unused(`${this.#section}/h`);
  }

  /** The next block; without a letter one that has no words of its own to change. */
  next(letter?: PlaceLetter): string {
    const whole = this.#whole;
    return this.#counted(whole === undefined ? `${this.#section}/${letter ?? 'b'}` : `${whole}/b`);
  }

  /** Blocks that are made within another one belong to it. */
  within<Made>(id: string, make: () => Made): Made {
    const outer = this.#whole;
    this.#whole = id;
    const made = make();
    this.#whole = outer;
    return made;
  }

  #counted(path: string): string {
    const count = (this.#counts.get(path) ?? 0) + 1;
    this.#counts.set(path, count);
    return this.#unused(`${path}${count}`);
  }

  /** Two headings without an anchor have the same place: the second is `/h~2`. */
  #unused(id: string): string {
    let unused = id;
    for (let use = 2; this.#taken.has(unused); use++) unused = `${id}~${use}`;
    this.#taken.add(unused);
    return unused;
  }
}

/** The place of an id, which several blocks may share. */
export function placeOf(id: string): string {
  return id.replace(/~\d+$/, '');
}
