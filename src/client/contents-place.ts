/**
 * Marks in the contents the section that is being read. Around a `nav` of links to headings.
 *
 * ```html
 * <contents-place><nav>… <a href="#aim">一、目标</a> …</nav></contents-place>
 * ```
 */
class ContentsPlace extends HTMLElement {
  #observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    const headings = links.flatMap((link) => {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return heading === null ? [] : [{ link, heading }];
    });
    const passed = new Set<Element>();
    // Everything above the upper third counts as inside, so that a heading that a jump carries past is noticed too.
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) passed.add(target);
          else passed.delete(target);
        }
        this.#mark(links, headings.findLast(({ heading }) => passed.has(heading))?.link);
      },
      { rootMargin: '1000000px 0px -67% 0px' },
    );
    for (const { heading } of headings) this.#observer.observe(heading);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }

  #mark(links: readonly HTMLAnchorElement[], current: HTMLAnchorElement | undefined): void {
    for (const link of links) link.ariaCurrent = link === current ? 'location' : null;
    const nav = this.firstElementChild;
    if (current === undefined || nav === null) return;
    // Contents longer than the window follow the reader; the page itself must not move.
    const { top, bottom } = current.getBoundingClientRect();
    const box = nav.getBoundingClientRect();
    if (top < box.top || bottom > box.bottom) nav.scrollTop += top - box.top - box.height / 2;
  }
}

customElements.define('contents-place', ContentsPlace);
