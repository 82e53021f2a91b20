/** In milliseconds, between looks for pages that came without a word. */
const lookEvery = 100;

/**
 * Tells of pages as they are finished. Astro makes one page after the other, or takes it from the build before without a
 * word; so when it asks for a page, or a page is there, all that come before that one are on disk.
 */
export class FinishedPages {
  readonly #pathnames: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #tell: (pathname: string) => void;
  readonly #oneByOne: boolean;
  #told = 0;
  #watch: NodeJS.Timeout | undefined;

  /**
   * @param pathnames of all pages, in the order in which they are made
   * @param tell hears of each page once, in that order, as it was given
   * @param oneByOne false where pages are made side by side: then one says nothing of another, and all are told of at the end
   */
  constructor(pathnames: readonly string[], tell: (pathname: string) => void, oneByOne = true) {
    this.#pathnames = pathnames;
    this.#places = new Map(pathnames.map((pathname, place) => [bare(pathname), place]));
    this.#tell = tell;
    this.#oneByOne = oneByOne;
  }

  /** A page is being made. One that is not among them says nothing. */
  asked(pathname: string): void {
    this.#tellBefore(this.#places.get(bare(pathname)) ?? 0);
  }

  /**
   * Looks for pages that came without a word.
   * @param isThere whether a page is on disk, be it only half written
   */
  look(isThere: (pathname: string) => boolean): void {
    let next = this.#told + 1;
    while (next < this.#pathnames.length && isThere(this.#pathnames[next] ?? '')) next++;
    this.#tellBefore(next - 1);
  }

  /** The same again and again, until all pages are made. */
  watch(isThere: (pathname: string) => boolean): void {
    this.#watch = setInterval(() => {
      this.look(isThere);
    }, lookEvery).unref();
  }

  /** All pages are made. */
  end(): void {
    clearInterval(this.#watch);
    this.#tellUpTo(this.#pathnames.length);
  }

  #tellBefore(place: number): void {
    if (this.#oneByOne) this.#tellUpTo(place);
  }

  #tellUpTo(place: number): void {
    for (; this.#told < place; this.#told++) this.#tell(this.#pathnames[this.#told] ?? '');
  }
}

/** With and without slashes at the ends it is the same page. */
function bare(pathname: string): string {
  return pathname.replace(/^\/|\/$/g, '');
}
