/** The part of Paged.js 0.4.3 that Planshelf uses; the package ships no types. */
declare module 'pagedjs' {
  export interface Layout {
    readonly bounds: DOMRect;
    /** The first place that no longer fits on the page, up to the end of what was rendered. */
    findOverflow(rendered: Element, bounds?: DOMRect, gap?: number): Range | undefined;
  }

  export interface Page {
    readonly element: HTMLElement;
    readonly area: HTMLElement;
    /** Undefined of a page that was left free. */
    readonly wrapper?: HTMLElement;
    readonly layoutMethod?: Layout;
    removeListeners(): void;
  }

  export interface Chunker {
    readonly pages: readonly Page[];
    total: number;
    readonly source: DocumentFragment;
    readonly q: { tick: (callback: () => void) => void };
    /** Adds a page of the same kind, without text, and does not count it in `total`. */
    clonePage(page: Page): Promise<void>;
    destroy(): void;
  }

  /** Where the next page goes on. */
  export interface BreakToken {
    readonly node: Node;
  }

  export interface Polisher {
    destroy(): void;
  }

  export interface PreviewSettings {
    /** Characters laid out between two looks at the overflow. */
    readonly maxChars?: number;
  }

  /** A class whose methods are named after Paged.js hooks and called at them. */
  export class Handler {
    constructor(chunker: Chunker, polisher: Polisher, caller: Previewer);
    readonly chunker: Chunker;
    readonly polisher: Polisher;
    readonly caller: Previewer;
  }

  export class Previewer {
    constructor(settings?: PreviewSettings);
    readonly chunker: Chunker;
    readonly polisher: Polisher;
    /** A style sheet is `{ url: css text }`; `url` is the base of the addresses in it. */
    preview(
      content: DocumentFragment,
      styleSheets: readonly Readonly<Record<string, string>>[],
      renderTo: Element,
    ): Promise<Chunker>;
  }

  export function registerHandlers(...handlers: readonly (typeof Handler)[]): void;
}
