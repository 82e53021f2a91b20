/** Notes of a document: their numbers in the text, and the notes themselves with ways back. */
import type { Element, ElementContent } from 'hast';
import { numberedNotes } from '../document/referenced-notes.ts';
import type { Block, PlanDocument } from '../document/schema.ts';
import { h } from '../model/element.ts';

const words = { title: '注释', back: '返回正文', backSign: '↑' } as const;

export class Notes {
  readonly #notes: PlanDocument['footnotes'];
  /** How often each is referred to so far. */
  readonly #references = new Map<string, number>();

  constructor(document: PlanDocument) {
    this.#notes = numberedNotes(document);
  }

  /** The next reference to a note; nothing where there is no such note. */
  reference(id: string): ElementContent[] {
    const number = this.#notes.findIndex((note) => note.id === id) + 1;
    if (number === 0) return [];
    const use = (this.#references.get(id) ?? 0) + 1;
    this.#references.set(id, use);
    const link = {
      href: `#${encodeURIComponent(noteAnchor(id))}`,
      id: referenceAnchor(id, use),
      dataFootnoteRef: true,
      ariaDescribedBy: ['footnote-label'],
    };
    return [h('sup', h('a', link, String(number)))];
  }

  /**
   * The notes in the order of their numbers, once all of the text is set; undefined where there are none.
   * @param write sets the blocks of a note
   */
  section(write: (blocks: readonly Block[]) => ElementContent[]): Element | undefined {
    if (this.#notes.length === 0) return undefined;
    // Notes may refer to notes: all of them are set before it is known how often each is referred to.
    const set = this.#notes.map(({ id, blocks }) => ({ id, content: write(blocks) }));
    const items = set.map(({ id, content }) =>
      h('li', { id: noteAnchor(id) }, withWaysBack(content, this.#backTo(id))),
    );
    return h('section', { dataFootnotes: true, className: ['footnotes'] }, [
      h('h2', { className: ['sr-only'], id: 'footnote-label' }, words.title),
      h('ol', items),
    ]);
  }

  #backTo(id: string): ElementContent[] {
    const uses = this.#references.get(id) ?? 0;
    return Array.from({ length: uses }, (_, at): ElementContent[] => {
      const use = at + 1;
      const link = {
        href: `#${encodeURIComponent(referenceAnchor(id, use))}`,
        dataFootnoteBackref: '',
        ariaLabel: words.back,
        className: ['data-footnote-backref'],
      };
      return [{ type: 'text', value: ' ' }, h('a', link, words.backSign)];
    }).flat();
  }
}

/** Ids as GitHub gives them, by which links lead to notes. */
function noteAnchor(id: string): string {
  return `user-content-fn-${id}`;
}

function referenceAnchor(id: string, use: number): string {
  return `user-content-fnref-${id}${use === 1 ? '' : `-${use}`}`;
}

/** Ways back stand at the end of a note's last paragraph, behind what else ends it. */
function withWaysBack(content: readonly ElementContent[], back: readonly ElementContent[]): ElementContent[] {
  const last = content.at(-1);
  if (last?.type !== 'element' || last.tagName !== 'p') return [...content, ...back];
  return [...content.slice(0, -1), { ...last, children: [...last.children, ...back] }];
}
