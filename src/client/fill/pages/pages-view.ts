/** The pages beside the form: zoom, template, and the way between a blank on the page and its control. */
import { fillStrings as words } from '../../../components/fill/fill-strings.zh.ts';
import type { DraftContent } from '../../../fill/draft.ts';
import { part } from '../../part.ts';
import type { DeskContent, DeskTemplate } from '../desk-content.ts';
import { type Filler, LivePages, type PagesState } from './live-pages.ts';
import type { Glyphs } from './watch-glyphs.ts';
import { openPaperMenu } from './paper-menu.ts';

export interface PagesView {
  readonly live: LivePages;
  readonly template: () => DeskTemplate;
  show(content: DraftContent): void;
  /** Marks what is being worked on; `follow` also brings it into view. */
  mark(target: string | undefined, follow: boolean): void;
  readonly onShown: (listener: (document: Document) => void) => void;
}

const zooms = [0.4, 0.5, 0.6, 0.75, 0.9, 1, 1.25, 1.5, 2];

export function openPagesView(
  content: DeskContent,
  glyphs: Glyphs,
  fill: Filler,
  onFrame: (document: Document) => void,
  onTemplate: () => void,
): PagesView {
  const sheets = part('#sheets', HTMLElement);
  const place = part('.sheets-size', HTMLElement, sheets);
  const select = part('#template', HTMLSelectElement);
  const [first] = content.templates;
  if (first === undefined) throw new Error('the page has no template');
  const template = (): DeskTemplate => {
    const found = content.templates.find(({ name }) => name === select.value) ?? first;
    return { ...found, chosen: paper.chosen(found.name) };
  };
  const listeners: ((document: Document) => void)[] = [];
  let target: string | undefined;
  let follow = false;

  const say = (state: PagesState): void => {
    showPagesState(state);
    if (state.state !== 'shown') return;
    // The pages before these are still there, behind them.
    const before = placeInView(sheets, placesIn(live.back), live.scale);
    fit();
    markIn(state.document, target);
    const after = before && placesIn(live.front)[before.index];
    if (before !== undefined && after !== undefined)
      sheets.scrollBy({ top: (after.top - before.box.top) * live.scale, behavior: 'instant' });
    else if (follow && !scrolled) reveal();
    for (const listener of listeners) listener(state.document);
  };
  /** A writer who looks elsewhere while typing is not called back. */
  let scrolled = false;
  const noteScrolled = (): void => {
    scrolled = true;
  };
  const noteScrolling = (where: HTMLElement | Document): void => {
    for (const way of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
      where.addEventListener(way, noteScrolled, { passive: true });
  };
  noteScrolling(sheets);
  const noteFrame = (document: Document): void => {
    noteScrolling(document);
    onFrame(document);
  };
  const live = new LivePages(place, {
    address: first.address,
    title: words.pages.frame,
    fill,
    glyphs,
    onState: say,
    onFrame: noteFrame,
  });
  const fit = keepZoom(sheets, live);
  const reveal = (): void => {
    const places = placesIn(live.front);
    const [first] = places;
    if (first && placeInView(sheets, places, live.scale) === undefined) bringIntoView(sheets, first, live.scale);
  };
  const paper = openPaperMenu(onTemplate);
  paper.show(select.value);
  select.addEventListener('change', () => {
    paper.show(select.value);
    onTemplate();
  });
  return {
    live,
    template,
    show: (draft) => {
      live.show(template(), draft);
    },
    mark: (selector, following) => {
      target = selector;
      follow = following && selector !== undefined;
      scrolled = false;
      const document = live.front.contentDocument;
      if (document !== null) markIn(document, target);
      if (follow) reveal();
    },
    onShown: (listener) => listeners.push(listener),
  };
}

/** Says beside the pages how many there are, or why there are none. */
export function showPagesState(state: PagesState): void {
  const count = part('#page-count', HTMLElement);
  const sheets = part('#sheets', HTMLElement);
  sheets.setAttribute('aria-busy', String(state.state === 'setting'));
  if (state.state === 'setting') return;
  const failed = state.state === 'failed';
  count.classList.toggle('problem', failed);
  const text = failed ? words.pages.failed(state.reason) : words.pages.count(state.pages);
  if (count.textContent !== text) count.textContent = text;
  if (!failed) sheets.dataset['millis'] = String(Math.round(state.millis));
}

/** Marks every place of a blank or a role. */
function markIn(document: Document, selector: string | undefined): void {
  for (const element of document.querySelectorAll('[data-current]')) element.removeAttribute('data-current');
  if (selector === undefined) return;
  for (const element of document.querySelectorAll(selector)) element.setAttribute('data-current', '');
}

/** Where the marked places are within a frame. */
function placesIn({ contentDocument }: HTMLIFrameElement): DOMRect[] {
  return [...(contentDocument?.querySelectorAll('[data-current]') ?? [])].map((mark) => mark.getBoundingClientRect());
}

/** The first of some places that a writer sees. */
function placeInView(
  { scrollTop, clientHeight }: HTMLElement,
  places: readonly DOMRect[],
  scale: number,
): { readonly index: number; readonly box: DOMRect } | undefined {
  const margin = 40;
  const index = places.findIndex(
    ({ top, bottom }) => top * scale > scrollTop + margin && bottom * scale < scrollTop + clientHeight - margin,
  );
  const box = places[index];
  return box && { index, box };
}

/** The place comes to stand a third from the top. */
function bringIntoView(sheets: HTMLElement, box: DOMRect, scale: number): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  sheets.scrollTo({ top: box.top * scale - sheets.clientHeight / 3, behavior: calm ? 'instant' : 'smooth' });
}

/** Buttons for the zoom; until one is used the pages keep to the width that there is. */
export function keepZoom(sheets: HTMLElement, live: Pick<LivePages, 'scale' | 'width' | 'zoomTo'>): () => void {
  let chosen: number | undefined;
  const value = part('#zoom-value', HTMLElement);
  const set = (): void => {
    const room = sheets.clientWidth / Math.max(1, live.width);
    const scale = chosen ?? Math.min(1, room);
    if (live.width === 0 || sheets.clientWidth === 0) return;
    live.zoomTo(scale);
    value.textContent = `${String(Math.round(scale * 100))}%`;
  };
  for (const button of document.querySelectorAll<HTMLElement>('[data-zoom]')) {
    button.addEventListener('click', () => {
      const way = button.dataset['zoom'];
      if (way === 'fit') chosen = undefined;
      else if (way === 'in') chosen = zooms.find((zoom) => zoom > live.scale + 0.01) ?? live.scale;
      else chosen = zooms.findLast((zoom) => zoom < live.scale - 0.01) ?? live.scale;
      set();
    });
  }
  new ResizeObserver(set).observe(sheets);
  return set;
}
