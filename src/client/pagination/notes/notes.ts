/** Notes of a document: on paper, each stands at the foot of the page that refers to it first. */

/** A note that is taken out of the text. */
export interface Note {
  readonly id: string;
  /** The list item, with its number. */
  readonly item: HTMLLIElement;
  /** The section that it stood in, with the list alone; see `surroundings`. */
  readonly section: Element;
}

const reference = 'a[data-footnote-ref][href^="#"]';
const notShown = '[hidden], [data-screen-only], [data-footnotes]';

function noteIdOf(link: Element): string {
  const name = (link.getAttribute('href') ?? '').slice(1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The references to notes in an element, with the ids of their notes. */
export function referencesIn(within: ParentNode): readonly { readonly link: Element; readonly id: string }[] {
  return [...within.querySelectorAll(reference)].map((link) => ({ link, id: noteIdOf(link) }));
}

/**
 * Copies the elements around a list of notes, so that style sheets find the notes where they stood: as boxes that say
 * nothing of pages, landmarks or ids.
 */
function surroundings(list: Element): Element {
  const section = list.parentElement?.cloneNode(false) as Element;
  section.removeAttribute('id');
  const copy = list.cloneNode(false) as Element;
  copy.removeAttribute('id');
  section.append(copy);
  let outer = section;
  for (let around = list.parentElement?.parentElement; around; around = around.parentElement) {
    const box = document.createElement('div');
    for (const name of ['class', 'style', 'data-template']) {
      const value = around.getAttribute(name);
      if (value !== null) box.setAttribute(name, value);
    }
    box.append(outer);
    outer = box;
  }
  return outer;
}

/**
 * Takes the notes out of a document, in the order in which they are first referred to; a note that another note alone
 * refers to follows that one. What nothing refers to stays where it is. On paper the way back is a glance: the links
 * from a note to its references go.
 */
export function takeNotes(source: ParentNode): ReadonlyMap<string, Note> {
  const items = new Map<string, { readonly item: HTMLLIElement; readonly section: Element }>();
  const lists = [...source.querySelectorAll<HTMLOListElement>('[data-footnotes] > ol')];
  for (const list of lists) {
    const section = surroundings(list);
    for (const [index, item] of [...list.querySelectorAll<HTMLLIElement>(':scope > li')].entries()) {
      item.value = list.start + index;
      if (item.id !== '') items.set(item.id, { item, section });
    }
  }
  const notes = new Map<string, Note>();
  const take = (ids: readonly string[]): void => {
    for (const id of ids) {
      const found = items.get(id);
      if (found === undefined || notes.has(id)) continue;
      notes.set(id, { id, ...found });
      take(referencesIn(found.item).map((inner) => inner.id));
    }
  };
  const shown = referencesIn(source).filter(({ link }) => link.closest(notShown) === null);
  take(shown.map(({ id }) => id));
  for (const { id, item } of notes.values()) {
    for (const back of item.querySelectorAll('[data-footnote-backref]')) back.remove();
    item.dataset['pageNote'] = id;
    item.remove();
  }
  for (const list of lists) if (list.querySelector(':scope > li') === null) list.parentElement?.remove();
  return notes;
}
