import type { PlanDocument } from '../../../document/schema.ts';
import type { DraftContent } from '../../../fill/draft.ts';
import type { HtmlOptions } from '../../../html/document-html.ts';
import { facesFor } from '../../../model/template/fold.ts';
import type { PageSize } from '../../../model/template/template-options.ts';
import { once } from '../../once.ts';
import type { DeskTemplate } from '../desk-content.ts';
import { PrintedSheets } from './browser-print.ts';
import { type PrintShell, loadShell } from './print-source.ts';
import { type StageFrame, openStageFrame, pageMargin } from './stage-frame.ts';

/** What a filler may make a document with: the HTML around its article, and what sets an article in the template. */
interface Paper {
  readonly shell: PrintShell;
  readonly article: (document: PlanDocument, options: HtmlOptions) => Promise<string>;
}

/** Makes a whole print document of what a writer has put together. */
export type Filler<Content = DraftContent> = (paper: Paper, content: Content) => string | Promise<string>;

/** What is to be seen of the pages. */
export type PagesState =
  | { readonly state: 'setting' }
  | { readonly state: 'shown'; readonly pages: number; readonly millis: number; readonly document: Document }
  | { readonly state: 'failed'; readonly reason: string };

/** CSS pixels of a millimetre. */
const pixelsPerMillimetre = 96 / 25.4;

/** Documents that take longer than this to set wait for a pause in typing; shorter ones follow each key. */
const quickMillis = 180;

/** So many of the last settings are looked at, that one hiccup of the machine does not make a quick document wait. */
const remembered = 3;

interface Order<Content> {
  readonly template: DeskTemplate;
  readonly content: Content;
}

/**
 * The pages of a draft, live: two frames, one to be seen while the next version is set in the other one. Orders that
 * come while one is under way replace each other.
 */
export class LivePages<Content = DraftContent> {
  readonly #place: HTMLElement;
  readonly #fill: Filler<Content>;
  readonly #glyphs: (content: Content) => Promise<readonly string[]>;
  readonly #onState: (state: PagesState) => void;
  readonly #printed = new PrintedSheets(document);
  readonly #shells = new Map<string, Promise<PrintShell>>();
  readonly #frames: readonly [StageFrame, StageFrame];
  #front = 0;
  #order: Order<Content> | undefined;
  #running: Promise<void> | undefined;
  /** Milliseconds of the last settings. */
  readonly #settings: number[] = [];
  #visible = true;
  #editing = false;
  #scale = 1;
  #height = 0;
  #width = 0;

  /**
   * @param place where the frames go
   * @param onFrame is given each frame's document, for listening to it
   */
  constructor(
    place: HTMLElement,
    options: {
      readonly address: string;
      readonly title: string;
      readonly fill: Filler<Content>;
      readonly glyphs: (content: Content) => Promise<readonly string[]>;
      readonly onState: (state: PagesState) => void;
      readonly onFrame: (document: Document) => void;
    },
  ) {
    this.#place = place;
    this.#fill = options.fill;
    this.#glyphs = options.glyphs;
    this.#onState = options.onState;
    const open = (): StageFrame => openStageFrame(options.address, options.title, options.onFrame);
    this.#frames = [open(), open()];
    for (const { element } of this.#frames) {
      element.dataset['state'] = 'back';
      place.append(element);
    }
  }

  /** Whether the pages are to be seen; while they are not, nothing is set. A frame that is not displayed has no layout. */
  set visible(visible: boolean) {
    this.#visible = visible;
    this.#begin();
  }

  /** Whether a press on the pages changes their text. */
  set editing(editing: boolean) {
    this.#editing = editing;
    for (const { element } of this.#frames) this.#markEditing(element);
  }

  #markEditing({ contentDocument }: HTMLIFrameElement): void {
    contentDocument?.documentElement.toggleAttribute('data-editing', this.#editing);
  }

  /** Sets the pages anew, soon. */
  show(template: DeskTemplate, content: Content): void {
    this.#order = { template, content };
    this.#begin();
  }

  /** Asked for again and again, since it may change while something else is waited for. */
  #isVisible(): boolean {
    return this.#visible;
  }

  #begin(): void {
    if (this.#visible && this.#order !== undefined) this.#running ??= this.#run();
  }

  /** Resolves when the pages show the last order. */
  async whenShown(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#order !== undefined && this.#isVisible()) {
      this.#onState({ state: 'setting' });
      try {
        const order = await this.#newest(this.#order);
        if (this.#isVisible()) await this.#set(order);
        // What was set without a layout, or not at all, is set when the pages are to be seen again.
        if (!this.#isVisible()) this.#order ??= order;
      } catch (error) {
        this.#onState({ state: 'failed', reason: error instanceof Error ? error.message : String(error) });
      }
    }
    this.#running = undefined;
  }

  /** The newest order, taken; for a long document after a pause in which none came. */
  async #newest(order: Order<Content>): Promise<Order<Content>> {
    const usual = Math.min(...this.#settings);
    const pause = this.#settings.length === 0 || usual < quickMillis ? 0 : Math.min(600, usual);
    for (;;) {
      // Also lets the key that was pressed appear in its control first.
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (this.#order === undefined || order === this.#order) break;
      order = this.#order;
    }
    this.#order = undefined;
    return order;
  }

  async #set({ template, content }: Order<Content>): Promise<void> {
    const shell = await once(this.#shells, template.name, () => loadShell(template.address));
    const back = this.#frames[1 - this.#front] ?? this.#frames[0];
    const view = await back.ready;
    const optioned = await underOptions(template);
    // What has to be loaded once is no measure of what comes after it.
    const started = performance.now();
    const { page, fold = false } = optioned;
    this.#width = page.width * pixelsPerMillimetre + 2 * pageMargin;
    back.element.style.width = `${this.#width}px`;
    const article: Paper['article'] = (document, options) => back.article(template.name, document, options);
    const html = optioned.document(await this.#fill({ shell, article }, content));
    const { pages } = await back.paginate(withFonts(html, await this.#glyphs(content)), shell.address);
    this.#height = view.document.documentElement.scrollHeight;
    // The frame's window is at least as high as it was before; its pages alone count.
    const sheets = view.document.querySelector('.pagedjs_pages');
    if (sheets !== null) this.#height = sheets.getBoundingClientRect().bottom + view.scrollY;
    this.#swap();
    this.#printed.show(page.width, page.height, fold ? facesFor(pages) : pages, view.document);
    const millis = performance.now() - started;
    this.#settings.push(millis);
    if (this.#settings.length > remembered) this.#settings.shift();
    this.#onState({ state: 'shown', pages, millis, document: view.document });
  }

  #swap(): void {
    this.#front = 1 - this.#front;
    this.#frames.forEach(({ element }, index) => {
      element.dataset['state'] = index === this.#front ? 'front' : 'back';
      this.#markEditing(element);
    });
    this.#resize();
  }

  /** The frame that is to be seen. */
  get front(): HTMLIFrameElement {
    return (this.#frames[this.#front] ?? this.#frames[0]).element;
  }

  /** The one behind it, with the pages before these. */
  get back(): HTMLIFrameElement {
    return (this.#frames[1 - this.#front] ?? this.#frames[0]).element;
  }

  get scale(): number {
    return this.#scale;
  }

  /** Width of the pages with their margins at full size, in CSS pixels; 0 before they were set. */
  get width(): number {
    return this.#width;
  }

  zoomTo(scale: number): void {
    this.#scale = scale;
    this.#resize();
  }

  #resize(): void {
    this.#place.style.width = `${this.#width * this.#scale}px`;
    this.#place.style.height = `${this.#height * this.#scale}px`;
    for (const { element } of this.#frames) {
      element.style.height = `${this.#height}px`;
      element.style.transform = `scale(${this.#scale})`;
    }
  }
}

/** What the options that a writer has chosen make of a template; what knows them loads with the first choice. */
async function underOptions(template: DeskTemplate): Promise<{
  readonly page: PageSize;
  readonly fold?: boolean;
  readonly document: (html: string) => string;
}> {
  const { chosen = {}, page } = template;
  if (Object.keys(chosen).length === 0) return { page, document: (html) => html };
  const { documentWithOptions, withOptions } = await import('../../../model/template/template-options.ts');
  return { ...withOptions(template, chosen), document: (html) => documentWithOptions(html, template, chosen) };
}

/** A document with more style sheets for its fonts. */
function withFonts(html: string, sheets: readonly string[]): string {
  const links = sheets.map((address) => `<link rel="stylesheet" href="${address}" data-pagedjs-ignore>`);
  return html.replace('</head>', () => `${links.join('')}</head>`);
}
