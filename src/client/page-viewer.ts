/**
 * Real pages, one at a time, as large as the window lets them be. The pages stand in a row that scrolls and snaps, so
 * that swiping is the browser's own; keys and buttons scroll the same row.
 */
import { viewerStrings as words } from './viewer-strings.zh.ts';
import { nextZoom } from './zoom.ts';

interface Viewer {
  readonly dialog: HTMLDialogElement;
  readonly row: HTMLElement;
  readonly links: readonly HTMLAnchorElement[];
  readonly place: HTMLElement;
  readonly pdf: HTMLAnchorElement;
  readonly zoomed: HTMLElement;
}

/** Opens the viewer over the page and gives the focus back to the page's link when it is closed. */
export function openViewer(links: readonly HTMLAnchorElement[], at: number): void {
  const viewer = build(links);
  const { dialog, row } = viewer;
  document.body.append(dialog);
  listen(viewer);
  dialog.addEventListener('close', () => {
    dialog.remove();
    links[at]?.focus();
  });
  dialog.showModal();
  setZoom(viewer, 100);
  scrollTo(row, at, 'instant');
  showPlace(viewer, at);
  row.focus();
}

function build(links: readonly HTMLAnchorElement[]): Viewer {
  const dialog = Object.assign(document.createElement('dialog'), { className: 'viewer', ariaLabel: words.title });
  const row = Object.assign(document.createElement('div'), { className: 'viewer-row', tabIndex: 0, role: 'group' });
  row.ariaLabel = words.title;
  row.append(...links.map(pane));
  const place = Object.assign(document.createElement('p'), { className: 'viewer-place', role: 'status' });
  const pdf = Object.assign(document.createElement('a'), { textContent: words.pdf });
  const zoomed = Object.assign(document.createElement('output'), { className: 'viewer-zoom' });
  const bar = Object.assign(document.createElement('div'), { className: 'viewer-bar' });
  bar.append(
    button('previous', words.previous, '‹'),
    place,
    button('next', words.next, '›'),
    button('smaller', words.smaller, '−'),
    zoomed,
    button('larger', words.larger, '+'),
    pdf,
    button('close', words.close, '×'),
  );
  dialog.append(bar, row);
  return { dialog, row, links, place, pdf, zoomed };
}

function pane(link: HTMLAnchorElement): HTMLElement {
  const pane = Object.assign(document.createElement('div'), { className: 'viewer-page' });
  const picture = link.querySelector('img');
  if (picture !== null) {
    const image = new Image(Number(picture.getAttribute('width')), Number(picture.getAttribute('height')));
    image.alt = picture.alt;
    image.loading = 'lazy';
    image.src = picture.src;
    pane.append(image);
  }
  return pane;
}

function button(action: string, label: string, sign: string): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: sign, ariaLabel: label });
  made.dataset['action'] = action;
  return made;
}

function listen(viewer: Viewer): void {
  const { dialog, row } = viewer;
  dialog.addEventListener('click', ({ target }) => {
    const action = target instanceof Element ? target.closest('button')?.dataset['action'] : undefined;
    if (action !== undefined) act(viewer, action);
    else if (target instanceof Element && target.matches('.viewer-page, .viewer-row')) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : actionOf(event.key);
    if (action === undefined) return;
    event.preventDefault();
    act(viewer, action);
  });
  row.addEventListener('dblclick', () => {
    setZoom(viewer, zoomOf(viewer) === 100 ? 200 : 100);
  });
  row.addEventListener('scroll', () => {
    showPlace(viewer, current(row));
  });
}

function actionOf(key: string): string | undefined {
  const actions: Readonly<Record<string, string>> = {
    ArrowLeft: 'left',
    ArrowRight: 'right',
    ArrowUp: 'up',
    ArrowDown: 'down',
    PageUp: 'previous',
    PageDown: 'next',
    Home: 'first',
    End: 'last',
    '+': 'larger',
    '=': 'larger',
    '-': 'smaller',
    '0': 'fit',
  };
  return actions[key];
}

function act(viewer: Viewer, action: string): void {
  const { row, links, dialog } = viewer;
  // Neighbours slide; what lies far away is there at once.
  const turn = (to: number): void => {
    const page = Math.min(links.length - 1, Math.max(0, to));
    scrollTo(row, page, Math.abs(page - current(row)) > 1 ? 'instant' : 'auto');
  };
  switch (action) {
    case 'left':
      if (!pan(row, -1, 0)) turn(current(row) - 1);
      break;
    case 'right':
      if (!pan(row, 1, 0)) turn(current(row) + 1);
      break;
    case 'up':
      pan(row, 0, -1);
      break;
    case 'down':
      pan(row, 0, 1);
      break;
    case 'previous':
      turn(current(row) - 1);
      break;
    case 'next':
      turn(current(row) + 1);
      break;
    case 'first':
      turn(0);
      break;
    case 'last':
      turn(links.length - 1);
      break;
    case 'close':
      dialog.close();
      break;
    default:
      setZoom(viewer, nextZoom(zoomOf(viewer), action));
  }
}

/** Moves a page that is larger than the window. @returns whether there was anything more of it on that side */
function pan(row: HTMLElement, x: number, y: number): boolean {
  const pane = row.children[current(row)];
  if (pane === undefined) return false;
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = pane;
  pane.scrollBy({ left: (x * clientWidth) / 4, top: (y * clientHeight) / 4, behavior: 'instant' });
  return pane.scrollLeft !== scrollLeft || pane.scrollTop !== scrollTop;
}

function scrollTo(row: HTMLElement, page: number, behavior: ScrollBehavior): void {
  row.scrollTo({ left: page * row.clientWidth, behavior });
}

function current(row: HTMLElement): number {
  return Math.round(row.scrollLeft / Math.max(1, row.clientWidth));
}

function zoomOf({ dialog }: Viewer): number {
  return Number(dialog.dataset['zoom']);
}

/** @param percent of the size at which a whole page fits the window */
function setZoom({ dialog, zoomed }: Viewer, percent: number): void {
  dialog.dataset['zoom'] = String(percent);
  dialog.style.setProperty('--zoom', String(percent / 100));
  zoomed.textContent = words.zoom(percent);
}

function showPlace({ row, links, place, pdf, dialog }: Viewer, page: number): void {
  const text = words.place(page + 1, links.length);
  if (place.textContent !== text) place.textContent = text;
  pdf.href = links[page]?.href ?? '';
  for (const [action, end] of [
    ['previous', 0],
    ['next', links.length - 1],
  ] as const)
    dialog.querySelector(`[data-action="${action}"]`)?.setAttribute('aria-disabled', String(page === end));
  // Only the page in view can be scrolled by keyboard while it is larger than the window.
  for (const [index, pane] of [...row.children].entries()) pane.toggleAttribute('inert', index !== page);
}
