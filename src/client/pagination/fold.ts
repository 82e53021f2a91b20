/** Lays finished pages two by two on the sheets of a folded booklet. */
import type { Page } from 'pagedjs';
import { facesFor, placeOfPage } from '../../model/template/fold.ts';

let style: HTMLStyleElement | undefined;

/** Takes back what the last call has added. */
export function unfoldPages(): void {
  style?.remove();
  style = undefined;
}

/**
 * Pages stay in the document in their own order, which is that of reading, tags and outline; a grid alone puts them in
 * their places. Halves without a page get an empty box, so that every sheet is there.
 */
export function foldPages(pages: readonly Page[]): void {
  const [first] = pages;
  const all = first?.element.parentElement;
  if (first === undefined || !all) return;
  const { width, height } = getComputedStyle(first.element);
  const faces = facesFor(pages.length);
  const boxes = pages.map(({ element }) => element);
  while (boxes.length < 2 * faces) {
    const empty = document.createElement('div');
    empty.className = 'fold-empty';
    empty.setAttribute('aria-hidden', 'true');
    all.append(empty);
    boxes.push(empty);
  }
  for (const [index, box] of boxes.entries()) {
    const { face, half } = placeOfPage(index + 1, faces);
    box.style.gridArea = `${String(face)} / ${half === 'left' ? '1' : '2'}`;
    box.dataset['face'] = String(face);
  }
  all.dataset['fold'] = '';
  style = document.createElement('style');
  style.dataset['pagedjsIgnore'] = '';
  style.textContent = foldCss(width, height);
  document.head.append(style);
}

/** Pages are boxes that cannot be broken: part of a pixel too much must not make another sheet. */
function foldCss(width: string, height: string): string {
  const box = ':is(.pagedjs_page, .fold-empty)';
  return `
@page { size: calc(2 * ${width}) ${height}; margin: 0 }
.pagedjs_pages[data-fold] {
  display: grid !important; grid-template-columns: repeat(2, ${width}); grid-auto-rows: ${height};
  width: calc(2 * ${width}) !important; height: auto !important; min-height: 0; max-height: none;
}
.pagedjs_pages[data-fold] > ${box} {
  width: ${width} !important; height: ${height} !important; min-width: 0; min-height: 0; max-width: none; max-height: none;
  margin: 0 !important; break-after: auto !important; break-inside: avoid; contain: size layout paint;
}
@media print {
  .pagedjs_pages[data-fold] > :not([data-face='1']) { break-before: page }
}
@media screen {
  .pagedjs_pages[data-fold] { margin: 1.5rem auto; row-gap: 1.5rem }
  .pagedjs_pages[data-fold] > .fold-empty { background: #fff }
  .pagedjs_pages[data-fold] > ${box} { box-shadow: 0 1px 4px #0004 !important }
}`;
}
