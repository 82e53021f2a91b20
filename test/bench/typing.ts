/** How long a writer waits for the pages: from each key press until the pages that hold it are on screen. */
import type { Browser, Page } from 'playwright-core';

/** What was measured on one plan's fill page. */
export interface TypingTimes {
  readonly pages: number;
  /** Milliseconds of each key press, ascending. */
  readonly millis: readonly number[];
}

const label = '单位名称';

/** Opens a fill page, fills it with its examples, and types `keys` characters, one every `rhythm` milliseconds. */
export async function measureTyping(
  browser: Browser,
  address: string,
  { keys, rhythm }: { readonly keys: number; readonly rhythm: number },
): Promise<TypingTimes> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(address);
    await page.locator('#sheets[aria-busy=false][data-millis]').waitFor();
    await page.getByRole('button', { name: '填入示例' }).click();
    await page.waitForTimeout(1500);
    const pages = Number(/\d+/.exec(await page.locator('#page-count').innerText())?.[0]);
    await page.getByLabel(label).focus();
    await page.keyboard.press('End');
    await watchPages(page);
    for (let key = 0; key < keys; key++) {
      await page.keyboard.type('好');
      await page.waitForTimeout(rhythm);
    }
    await page.waitForTimeout(1500);
    const millis = await page.evaluate(() => window.waits);
    if (millis.length !== keys) throw new Error(`${address}: ${millis.length} of ${keys} key presses were shown`);
    return { pages, millis: millis.toSorted((a, b) => a - b) };
  } finally {
    await context.close();
  }
}

declare global {
  interface Window {
    waits: number[];
  }
}

/** Notes each key press when the control has taken it, and when pages that hold as many characters have been painted. */
async function watchPages(page: Page): Promise<void> {
  await page.evaluate((name) => {
    const control = document.querySelector<HTMLInputElement>(`[data-label="${name}"]`);
    const sheets = document.querySelector('#sheets');
    if (control === null || sheets === null) throw new Error(`${name} is missing`);
    const waiting: { readonly length: number; readonly since: number }[] = [];
    window.waits = [];
    control.addEventListener(
      'input',
      ({ timeStamp }) => waiting.push({ length: control.value.length, since: timeStamp }),
      true,
    );
    const look = (): void => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[data-state=front]');
      const shown = frame?.contentDocument?.querySelector(`[data-field="${name}"]`)?.textContent.length ?? 0;
      // The frame's pages are painted once a task behind the next animation frame runs.
      requestAnimationFrame(() => {
        setTimeout(() => {
          while ((waiting[0]?.length ?? Infinity) <= shown)
            window.waits.push(performance.now() - (waiting.shift()?.since ?? NaN));
        });
      });
    };
    new MutationObserver(look).observe(sheets, { attributes: true, subtree: true, attributeFilter: ['data-state'] });
  }, label);
}
