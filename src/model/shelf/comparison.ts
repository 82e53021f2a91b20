/** One line of a part: what it is called, and what more there is to say of it. */
export interface ComparedItem {
  readonly name: string;
  readonly detail: string;
}

/** What the comparison shows of a plan, ready in words: `/plans/<slug>/compare.json`. */
export interface Comparison {
  readonly slug: string;
  readonly title: string;
  /** Label → value, in the order in which they are shown. */
  readonly facts: Readonly<Record<string, string>>;
  /** Pages of the template that is offered first; null where it was not printed. Written as a mark before the press. */
  readonly pages: number | string | null;
  /** Characters and words of the prose, tables apart. */
  readonly characters: number;
  /** Rhythm → number of tasks and reviews. */
  readonly rhythms: Readonly<Record<string, number>>;
  readonly kpis: readonly ComparedItem[];
  readonly tasks: readonly ComparedItem[];
  readonly reviews: readonly ComparedItem[];
  /** Labels of the fields that are this plan's own: those that every plan has are no difference. */
  readonly blanks: readonly string[];
}
