import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { expectFixture } from '../check/expectation.ts';
import { renderEntry } from './render-entry.ts';

const folder = fileURLToPath(new URL('../../fixtures/markdown', import.meta.url));
const cases = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'input.mdx')));

test('cases were found', () => {
  expect(cases.length).toBeGreaterThan(20);
});

test.each(cases)('%s', async (name) => {
  const html = await renderEntry(readFileSync(join(folder, name, 'input.mdx'), 'utf8'));
  expectFixture(join(folder, name, 'output.html'), html);
});
