/** Buttons that print a document straight away: it is paginated in a hidden frame, which opens the print dialog. */
import { printStrings as words } from './print-strings.zh.ts';

/** Time that a document may take to be loaded and set, in milliseconds; a long one takes a few seconds. */
const timeoutMillis = 60_000;

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

/**
 * @returns when the document is paginated and has been handed to the print dialog
 * @throws if it does not load, or takes too long
 */
async function setInFrame(address: string): Promise<void> {
  document.querySelector('iframe.print-frame')?.remove();
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  frame.src = address;
  const set = async (): Promise<void> => {
    await new Promise((resolve) => {
      frame.addEventListener('load', resolve);
    });
    const { planshelf } = frame.contentWindow ?? {};
    // Another page in its place, or one whose script did not load.
    if (planshelf === undefined) throw new Error(`${address}: no print document`);
    await planshelf.ready;
  };
  const late = new Promise((_, reject) => {
    setTimeout(() => {
      reject(new Error(`${address}: ${timeoutMillis} ms`));
    }, timeoutMillis);
  });
  document.body.append(frame);
  await Promise.race([set(), late]);
}
