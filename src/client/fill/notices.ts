import { fillStrings as words } from '../../components/fill/fill-strings.zh.ts';
import { part } from '../part.ts';

interface NoticeAction {
  readonly label: string;
  readonly primary?: boolean;
  readonly run: () => void;
}

export interface NoticeOptions {
  /** Notices about the same thing take each other's place. */
  readonly about: string;
  /** One that passes goes by itself; any other one stays until it is closed. */
  readonly passing?: boolean;
  readonly actions?: readonly NoticeAction[];
  /** When it is closed without one of the actions. */
  readonly onClose?: () => void;
}

/** Milliseconds that a passing notice stays; longer while it is pointed at or has the focus. */
const stay = 8000;

/** Says something above the desk. Words are shown as text. */
export function notice(
  text: string,
  { about, passing = false, actions = [], onClose = () => undefined }: NoticeOptions,
): void {
  const place = part('#notices', HTMLElement);
  closeNotice(about);
  const element = document.createElement('div');
  element.className = passing ? 'notice passing' : 'notice';
  element.dataset['about'] = about;
  const words = document.createElement('p');
  words.textContent = text;
  element.append(words, ...actions.map((action) => button(action, element)), closeButton(element, onClose));
  // Above a dialog that is open, where it can be reached; there it is no part of what is read out by itself.
  const dialog = document.querySelector('.desk-dialog[open]');
  if (dialog !== null) element.role = 'status';
  (dialog ?? place).append(element);
  if (!passing) return;
  const leave = (): void => {
    if (element.matches(':hover, :focus-within')) setTimeout(leave, stay / 4);
    else element.remove();
  };
  setTimeout(leave, stay);
}

export function closeNotice(about: string): void {
  for (const element of document.querySelectorAll<HTMLElement>('.notice[data-about]')) {
    if (element.dataset['about'] === about) element.remove();
  }
}

function button({ label, primary, run }: NoticeAction, notice: HTMLElement): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  if (primary === true) element.className = 'primary';
  element.addEventListener('click', () => {
    notice.remove();
    run();
  });
  return element;
}

function closeButton(notice: HTMLElement, run: () => void): HTMLButtonElement {
  const element = button({ label: '×', run }, notice);
  element.className = 'close';
  element.setAttribute('aria-label', words.close);
  return element;
}
