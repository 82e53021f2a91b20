/** Reads a print document: what Paged.js gets of it, and what the live page takes over. */

/** A style sheet that a print document links. */
export interface LinkedSheet {
  /** Absolute address. */
  readonly url: string;
  /** In a booklet, the template whose papers alone it holds for; see `scopedSheet`. */
  readonly paper: string | undefined;
}

/** A print document taken apart. */
export interface PrintSource {
  readonly title: string;
  readonly lang: string;
  /** `<meta name content>` of the document. */
  readonly metas: readonly { readonly name: string; readonly content: string }[];
  /** The style sheets that Paged.js gets, in order. */
  readonly styleSheets: readonly LinkedSheet[];
  /** Texts of the style elements that come after them: what options of the template add. */
  readonly inlineStyles: readonly string[];
  /** Absolute addresses of the style sheets with the font faces, in order. */
  readonly fontSheets: readonly string[];
  /** What is paginated; owned by the live document. */
  readonly content: DocumentFragment;
}

function hrefs(document: Document, selector: string, base: string): readonly string[] {
  return [...document.querySelectorAll(selector)]
    .map((link) => link.getAttribute('href'))
    .filter((href) => href !== null)
    .map((href) => new URL(href, base).href);
}

function linkedSheets(document: Document, base: string): readonly LinkedSheet[] {
  return [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet][data-paged][href]')].map((link) => ({
    url: new URL(link.getAttribute('href') ?? '', base).href,
    paper: link.dataset['paper'],
  }));
}

/**
 * Makes addresses independent of the page that shows the document. A link that leads out of the document but not out of
 * the site would print the address of the local server: it goes to `canonical` if the document names one, else it becomes plain
 * text. So does a link whose address is none.
 */
function resolveAddresses(content: DocumentFragment, base: string, canonical: string | null): void {
  for (const element of content.querySelectorAll('[src]')) {
    const address = element.getAttribute('src') ?? '';
    if (URL.canParse(address, base)) element.setAttribute('src', new URL(address, base).href);
  }
  for (const link of content.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    if (href.startsWith('#')) continue;
    const target = URL.canParse(href, base) ? new URL(href, base) : undefined;
    if (target !== undefined && target.origin !== new URL(base).origin) continue;
    if (target === undefined || canonical === null) link.removeAttribute('href');
    else link.setAttribute('href', new URL(href, canonical).href);
  }
}

/**
 * Numbers the elements. Paged.js would give them random identifiers, and some of those reach the PDF as names of destinations.
 */
export function numberElements(content: DocumentFragment): void {
  let number = 0;
  for (const element of content.querySelectorAll('*')) element.setAttribute('data-ref', `e${String(++number)}`);
}

/**
 * @param document a parsed print document, or the live one (its body is then emptied)
 * @param base address that the document's relative addresses refer to
 */
export function readSource(document: Document, base: string): PrintSource {
  const content = window.document.createDocumentFragment();
  content.append(...document.body.childNodes);
  for (const element of content.querySelectorAll('script, template')) element.remove();
  resolveAddresses(content, base, document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null);
  return {
    title: document.title,
    lang: document.documentElement.lang,
    metas: [...document.querySelectorAll<HTMLMetaElement>('meta[name]')].map(({ name, content }) => ({
      name,
      content,
    })),
    styleSheets: linkedSheets(document, base),
    inlineStyles: [...document.querySelectorAll('style[data-paged]')].map(({ textContent }) => textContent),
    fontSheets: hrefs(document, 'link[rel=stylesheet][data-pagedjs-ignore]', base),
    content,
  };
}
