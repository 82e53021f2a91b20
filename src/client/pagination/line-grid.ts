/**
 * A line grid for what is not lines of text: CSS Rhythmic Sizing would call it `block-step-size`, which Chromium does not
 * have. An element with `data-block-step` in points takes whole steps of it, so that the text below stands on the grid again;
 * it has no top margin.
 */
import { wholeHeight } from './page-order.ts';

const pixelsPerPoint = 96 / 72;
/** Layout rounds to 1/64 of a pixel; what is over by less is not over. */
const slack = 0.5;

/**
 * Rounds the heights of a page's blocks up, bottom margins included; may run several times for a page. What is added stands
 * half above a block that text follows: it is moved, since a margin above it would be lost at the top of a page.
 */
export function keepOnGrid(rendered: Element): void {
  for (const picture of rendered.querySelectorAll<HTMLElement>('[data-line-step]')) {
    const step = Number(picture.dataset['lineStep']) * pixelsPerPoint;
    const { height } = picture.getBoundingClientRect();
    picture.style.marginTop = `${String(Math.ceil((height - slack) / step) * step - height)}px`;
  }
  for (const block of rendered.querySelectorAll<HTMLElement>('[data-block-step]')) {
    const step = Number(block.dataset['blockStep']) * pixelsPerPoint;
    block.style.marginBottom = '';
    const margin = parseFloat(getComputedStyle(block).marginBottom);
    const height = wholeHeight(block) + margin;
    const added = Math.ceil((height - slack) / step) * step - height;
    block.style.marginBottom = `${String(margin + added)}px`;
    if (block.nextElementSibling !== null) block.style.top = `${String(added / 2)}px`;
  }
}

/** On a finished page: a block at its foot has lost its margin there, and moved down it would stand out of the page. */
export function clearFootOffset(page: Element): void {
  for (const block of page.querySelectorAll<HTMLElement>('[data-block-step]'))
    if (block.nextElementSibling === null) block.style.top = '';
}
