import { expect, test } from 'vitest';
import { findFirefox } from '../fixtures/print/firefox.ts';
import { papersOf, wrongInFirefox } from './firefox-papers.ts';
import { sharedSite } from './shared-sites.ts';

const firefox = findFirefox();

// All of them: `npm run test:long`.
test.skipIf(firefox === undefined)('every fourth print document of the shelf has its text in Firefox', async () => {
  const { dist } = await sharedSite('collection');
  const sample = (await papersOf(dist)).filter((_, index) => index % 4 === 1);
  expect(sample.length).toBeGreaterThan(12);
  expect(await wrongInFirefox(firefox ?? '', dist, sample)).toEqual([]);
});
