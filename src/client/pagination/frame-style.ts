/** Looks that pages have within another page of the site, where they are worked on. */
import css from './frame.css?inline';

/** Adds the style to the page; it stays while one document after the other is set, and holds against their own. */
export function addFrameStyle(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
