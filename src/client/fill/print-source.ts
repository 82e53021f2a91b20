import type { Element as HastElement } from 'hast';
import { toHast, toHtml } from './dom-hast.ts';

/** A print document as it was published, read once: its article, and the HTML around it. */
export interface PublishedDocument {
  /** Absolute address. */
  readonly address: string;
  readonly article: HastElement;
  readonly head: HastElement;
  /** The whole document with another article in the place of its own, and another title where one is given. */
  readonly html: (article: HastElement, title?: string) => string;
}

/** @throws if the document cannot be read or has no article */
export async function loadPublished(path: string): Promise<PublishedDocument> {
  const address = new URL(path, location.href).href;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${path}（${String(response.status)}）`);
  return parsePublished(await response.text(), address);
}

/**
 * Style attributes under another name, which `toHast` takes back: the page's Content-Security-Policy forbids them, and
 * would report each, though what is parsed here is only read. In text `<` is always escaped.
 */
function withoutStyles(source: string): string {
  return source.replace(/<[a-z][^<>]* style="/g, (tag) => tag.replace(/ style="$/, ' data-style="'));
}

/** @throws if the document has no article */
function parsePublished(source: string, address: string): PublishedDocument {
  const parsed = new DOMParser().parseFromString(withoutStyles(source), 'text/html');
  const main = parsed.querySelector('main.print-document');
  if (main === null) throw new Error(`no article in ${address}`);
  const article = toHast(main);
  const place = parsed.createComment('planshelf:article');
  main.replaceWith(place);
  const [before = '', after = ''] = parsed.documentElement.outerHTML.split('<!--planshelf:article-->');
  const titled = (title: string): string =>
    before.replace(/(<title>)[^<]*/, (_, start: string) => start + toHtml({ type: 'text', value: title }));
  return {
    address,
    article,
    head: toHast(parsed.head),
    html: (filled, title) => `<!doctype html>${title === undefined ? before : titled(title)}${toHtml(filled)}${after}`,
  };
}
