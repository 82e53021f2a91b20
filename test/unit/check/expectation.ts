import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/**
 * Compares a text with the one that a fixture expects. `UPDATE_FIXTURES=1` writes the expectation instead; continuous
 * integration refuses that, so that a wrong result never becomes the expected one unseen.
 */
export function expectFixture(path: string, actual: string): void {
  if (process.env['UPDATE_FIXTURES'] === '1') {
    if (process.env['CI'] !== undefined) throw new Error('UPDATE_FIXTURES is refused where CI is set');
    writeFileSync(path, `${actual}\n`);
    return;
  }
  expect(existsSync(path), `${path} is missing`).toBe(true);
  expect(`${actual}\n`).toBe(readFileSync(path, 'utf8'));
}
