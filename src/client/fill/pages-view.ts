/** The pages beside the form: zoom, template, and the way between a blank on the page and its control. */
import { fillStrings as words } from '../../components/fill-strings.zh.ts';
import type { DraftContent } from '../../fill/draft.ts';
import { part } from '../part.ts';
import type { DeskContent, DeskTemplate } from './desk-content.ts';
import { type Filler, LivePages, type PagesState } from './live-pages.ts';
import type { GlyphsNeeded } from './print-glyphs.ts';
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
  glyphs: (text: string) => Promise<GlyphsNeeded>,
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
    tellPages(state);
    if (state.state !== 'shown') return;
    fit();
    markIn(state.document, target);
    if (follow) reveal();
    for (const listener of listeners) listener(state.document);
  };
  const live = new LivePages(place, { address: first.address, title: words.pages.frame, fill, glyphs, say, onFrame });
  const fit = keepZoom(sheets, live);
  const reveal = (): void => {
    const mark = live.front.contentDocument?.querySelector('[data-current]');
    if (mark) bringIntoView(sheets, mark.getBoundingClientRect(), live.scale);
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
      const document = live.front.contentDocument;
      if (document !== null) markIn(document, target);
      if (follow) reveal();
    },
    onShown: (listener) => listeners.push(listener),
  };
}

/** Says beside the pages how many there are, or why there are none. */
export function tellPages(state: PagesState): void {
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

/** Marks every place of a blank or a post. */
function markIn(document: Document, selector: string | undefined): void {
  for (const element of document.querySelectorAll('[data-current]')) element.removeAttribute('data-current');
  if (selector === undefined) return;
  for (const element of document.querySelectorAll(selector)) element.setAttribute('data-current', '');
}

/** Scrolls no further than it must: the place comes to stand a third from the top. */
function bringIntoView(sheets: HTMLElement, box: DOMRect, scale: number): void {
  const top = box.top * scale;
  const margin = 40;
  const inView =
    top > sheets.scrollTop + margin && box.bottom * scale < sheets.scrollTop + sheets.clientHeight - margin;
  if (inView) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  sheets.scrollTo({ top: top - sheets.clientHeight / 3, behavior: calm ? 'instant' : 'smooth' });
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
