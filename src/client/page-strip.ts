/** Real pages in a row: a click opens the viewer, which is loaded then. With a modifier the link stays a link. */
class PageStrip extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.strip a') : null;
      if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      const pages = [...(link.parentElement?.querySelectorAll('a') ?? [])];
      import('./page-viewer.ts').then(
        ({ openViewer }) => {
          openViewer(pages, pages.indexOf(link));
        },
        () => {
          // The viewer could not be loaded: the page of the PDF shows the same.
          location.assign(link.href);
        },
      );
    });
  }
}

customElements.define('page-strip', PageStrip);
