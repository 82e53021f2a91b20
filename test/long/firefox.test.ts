import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { papersOf, wrongInFirefox } from '../e2e/firefox-papers.ts';
import { makeFixtureSite } from '../e2e/fixture-site.ts';
import { findFirefox } from '../fixtures/print/firefox.ts';

const firefox = findFirefox();

test.skipIf(firefox === undefined)('every print document of the shelf has its text in Firefox', async () => {
  const site = await makeFixtureSite(resolve(import.meta.dirname, '../../content'));
  try {
    const built = await site.run('build', [], { PLANSHELF_PDF: 'off', PLANSHELF_FILES: 'off' });
    expect(built.code, built.output).toBe(0);
    const papers = await papersOf(site.dist);
    expect(papers.length).toBeGreaterThan(60);
    expect(await wrongInFirefox(firefox ?? '', site.dist, papers)).toEqual([]);
  } finally {
    await site.remove();
  }
});
