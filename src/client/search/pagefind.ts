/** The part of Pagefind's interface that the search uses. See https://pagefind.app/docs/api/ */
export interface Pagefind {
  options(options: { readonly baseUrl: string }): Promise<unknown>;
  init(): Promise<unknown>;
  /** @param phrase null for all pages */
  search(phrase: string | null): Promise<{ readonly results: readonly Hit[] }>;
}

export interface Hit {
  readonly id: string;
  readonly score: number;
  data(): Promise<PageText>;
}

/** A page as it stands in the index. */
export interface PageText {
  /** Address with the base path. */
  readonly url: string;
  /** The page's text without the marks between characters. */
  readonly content: string;
  readonly anchors: readonly Anchor[];
}

/** A heading of the page with an id. */
interface Anchor {
  readonly id: string;
  /** As the index has it: with a mark behind every character. */
  readonly text: string;
}

/** Loads the index's program. @param root address of the site's root, with a slash at its end */
export async function openIndex(root: string): Promise<Pagefind> {
  const loaded: unknown = await import(/* @vite-ignore */ `${root}pagefind/pagefind.js`);
  if (!isPagefind(loaded)) throw new Error(`${root}pagefind/pagefind.js`);
  await loaded.options({ baseUrl: root });
  await loaded.init();
  return loaded;
}

function isPagefind(loaded: unknown): loaded is Pagefind {
  return typeof loaded === 'object' && loaded !== null && 'search' in loaded && typeof loaded.search === 'function';
}
