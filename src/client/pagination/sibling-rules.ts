/** Selectors that ask for siblings hold for the document as it is written, however its pages divide it. */
import { partsOf, rulesOf, withoutComments } from './css-rules.ts';

/** Names the selectors that an element of the source matches; Paged.js copies it with the element. */
const mark = 'data-sibling';

/** Combinators of siblings and pseudo-classes that count them, also within `:is()` or `:has()`. */
const ofSiblings = /[+~]|:(?:first|last|only|nth)-|:empty\b/;
/** What only finished pages have cannot be asked of the source, nor what stands for the rule around it. */
const ofPages = /pagedjs|data-split|&/;
const pseudoElement = /::[\w-]+(?:\([^)]*\))?(?::[\w-]+)*$|:(?:before|after|first-line|first-letter)$/;

/**
 * Marks the elements of a document that such selectors match, and rewrites the selectors to ask for the mark. The rest of
 * a rule stays as it is: its place, its media query, its pseudo-element, and its specificity, which `:not(… :not(*))` has
 * without ruling anything out.
 *
 * ```css
 * p, h2 + p::after { margin: 0 }
 * ```
 * ```css
 * p, :where([data-sibling~="1"]):not(h2 + p:not(*))::after { margin: 0 }
 * ```
 *
 * @param content the document's source, before it is divided
 * @param sheets texts of its style sheets
 * @returns the texts with marks in place of such selectors
 */
export function markSiblings(content: DocumentFragment, sheets: readonly string[]): readonly string[] {
  if (!sheets.some((css) => ofSiblings.test(css))) return sheets;
  const body = document.createElement('body');
  const root = document.createElement('html');
  root.lang = document.documentElement.lang;
  root.append(body);
  body.append(content);
  const marker = new Marker(root);
  const rewritten = sheets.map((css) => marker.sheet(css));
  content.append(...body.childNodes);
  return rewritten;
}

class Marker {
  readonly #root: Element;
  #count = 0;

  constructor(root: Element) {
    this.#root = root;
  }

  sheet(css: string): string {
    return ofSiblings.test(css) ? this.#rules(withoutComments(css)) : css;
  }

  #rules(css: string): string {
    return rulesOf(css)
      .map(({ prelude, block }) => {
        if (block === undefined) return `${prelude};`;
        if (/^@(?:media|supports|layer|container)\b/.test(prelude)) return `${prelude} {\n${this.#rules(block)}\n}`;
        if (prelude.startsWith('@') || !ofSiblings.test(prelude)) return `${prelude} {${block}}`;
        const selectors = partsOf(prelude, ',').map((selector) => this.#selector(selector.trim()));
        return `${selectors.join(', ')} {${block}}`;
      })
      .join('\n');
  }

  #selector(selector: string): string {
    if (!ofSiblings.test(selector) || ofPages.test(selector)) return selector;
    const [pseudo = ''] = pseudoElement.exec(selector) ?? [];
    const asked = selector.slice(0, selector.length - pseudo.length) || '*';
    const matched = this.#matched(asked);
    if (matched === undefined) return selector;
    this.#count += 1;
    const name = String(this.#count);
    for (const element of matched) {
      element.setAttribute(mark, [element.getAttribute(mark), name].filter(Boolean).join(' '));
    }
    return `:where([${mark}~="${name}"]):not(${asked}:not(*))${pseudo}`;
  }

  /** Undefined where the browser does not know the selector. */
  #matched(selector: string): readonly Element[] | undefined {
    try {
      return [...this.#root.querySelectorAll(selector)];
    } catch (error) {
      if (error instanceof DOMException && error.name === 'SyntaxError') return undefined;
      throw error;
    }
  }
}
