import { expect, test } from 'vitest';
import { browserChoices } from '../../../src/press/browser/browser-choice.ts';
import { withLocalFonts } from '../../../src/press/local-fonts.ts';

test.each([
  [
    '<link rel="alternate stylesheet" href="/a.css" data-local-fonts>',
    '<link rel="stylesheet" href="/a.css" data-paged>',
  ],
  [
    '<link data-local-fonts="" href="/a.css" rel="alternate stylesheet"/>',
    '<link data-paged href="/a.css" rel="stylesheet"/>',
  ],
  ['<link rel="stylesheet" href="/p.css" data-paged>', '<link rel="stylesheet" href="/p.css" data-paged>'],
])('%s', (from, to) => {
  expect(withLocalFonts(`<head>${from}</head>`)).toBe(`<head>${to}</head>`);
});

test('the bundled browser sees the fonts of the system only when asked', async () => {
  const bundled = async (systemFonts: boolean) =>
    (await browserChoices({}, systemFonts).catch(() => [])).filter(({ kind }) => kind === 'bundled');
  for (const choice of await bundled(false)) expect(choice).toMatchObject({ systemFonts: false });
  for (const choice of await bundled(true)) expect(choice).toMatchObject({ systemFonts: true });
});
