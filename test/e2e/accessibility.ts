import type axeCore from 'axe-core';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds on a page, one line for each: rule, and where.
 * @param rules names of rules or of sets of them; WCAG 2.2 AA and best practices where nothing is said
 */
export async function violationsOf(page: Page, rules: readonly string[] = everything): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    async (runOnly) => {
      const { axe: tester } = window as unknown as { axe: typeof axeCore };
      const { violations } = await tester.run(document, { runOnly });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    },
    [...rules],
  );
}

/** What axe finds in light colours, and of the colours in dark ones: nothing else is different there. */
export async function violationsInBothSchemes(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violationsOf(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violationsOf(page, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((found) => `dark ${found}`)];
}
