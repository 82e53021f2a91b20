/** Buttons that print a document straight away: it is set in a frame that nobody sees, which opens the print dialog. */
import { printStrings as words } from './print-strings.zh.ts';

/** Time that a document may take to be set, in milliseconds; a long one takes a few seconds. */
const patience = 60_000;

export function printOnRequest(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-print]'))
    button.addEventListener('click', () => {
      if (button.ariaBusy !== 'true') void printFrom(button);
    });
}

async function printFrom(button: HTMLButtonElement): Promise<void> {
  const status = document.querySelector('.action-status');
  const say = (text: string): void => {
    if (status !== null) status.textContent = text;
  };
  const address = button.dataset['print'] ?? '';
  button.ariaBusy = 'true';
  say(words.printing);
  try {
    await setInFrame(`${address}#print`);
    say('');
  } catch (error) {
    say(words.printFailed);
    throw error;
  } finally {
    button.ariaBusy = null;
  }
}

/** @returns when the document is paginated and has been handed to the print dialog */
async function setInFrame(address: string): Promise<void> {
  document.querySelector('iframe.print-frame')?.remove();
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  frame.src = address;
  const loaded = new Promise((resolve, reject) => {
    frame.addEventListener('load', resolve);
    setTimeout(() => {
      reject(new Error(`${address}: ${patience} ms`));
    }, patience);
  });
  document.body.append(frame);
  await loaded;
  await frame.contentWindow?.planshelf?.ready;
}
