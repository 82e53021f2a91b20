/** The HTML around the article of a print document, as it was published. */
export interface PrintShell {
  /** Absolute address. */
  readonly address: string;
  readonly head: HTMLHeadElement;
  /** A whole document with the HTML of an article, and another title where one is given. */
  readonly html: (article: string, title?: string) => string;
}

/** @throws if the document cannot be read or has no place for an article */
export async function loadShell(path: string): Promise<PrintShell> {
  const address = new URL(path, location.href).href;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${path}（${String(response.status)}）`);
  return parseShell(await response.text(), address);
}

/**
 * Without style attributes: the page's Content-Security-Policy forbids them, and would report each, though they stand in
 * the article alone, which is not kept. In text `<` is always escaped.
 */
function withoutStyles(source: string): string {
  return source.replace(/<[a-z][^<>]* style="/g, (tag) => tag.replace(/ style="$/, ' data-style="'));
}

/** @throws if the document has no place for an article */
function parseShell(source: string, address: string): PrintShell {
  const parsed = new DOMParser().parseFromString(withoutStyles(source), 'text/html');
  const main = parsed.querySelector('main.print-document');
  if (main === null) throw new Error(`no article in ${address}`);
  const place = parsed.createComment('planshelf:article');
  main.replaceWith(place);
  const [before = '', after = ''] = parsed.documentElement.outerHTML.split('<!--planshelf:article-->');
  const titled = (title: string): string =>
    before.replace(
      /(<title>)[^<]*/,
      (_, start: string) => start + title.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    );
  return {
    address,
    head: parsed.head,
    html: (article, title) => `<!doctype html>${title === undefined ? before : titled(title)}${article}${after}`,
  };
}
