import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listEntries } from '../../../src/check/load.ts';
import { problemsOf, validEntry } from './base-entry.ts';
import { projectRoot } from './fixtures.ts';

const [realEntry = ''] = await listEntries(projectRoot);
const entries = [validEntry, readFileSync(join(projectRoot, realEntry), 'utf8')];

interface Change {
  readonly kind: 'delete-line' | 'repeat-line' | 'swap-lines' | 'delete' | 'insert' | 'indent';
  /** Place in the text, 0–1. */
  readonly place: number;
  readonly text: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('delete-line', 'repeat-line', 'swap-lines', 'delete', 'insert', 'indent'),
  place: fc.double({ min: 0, max: 0.999, noNaN: true }),
  text: fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 5 }),
    fc.constantFrom(
      '【',
      '】',
      '{',
      '}',
      '<',
      '>',
      ': ',
      '- ',
      '"',
      "'",
      '\n',
      '\t',
      '\r\n',
      '*',
      '&',
      '!',
      '|',
      '---\n',
      '\uFEFF',
      '[',
      '%',
      '#',
    ),
  ),
});

function changed(text: string, { kind, place, text: insert }: Change): string {
  const at = Math.floor(place * text.length);
  const lines = text.split('\n');
  const line = Math.floor(place * lines.length);
  const current = lines[line] ?? '';
  switch (kind) {
    case 'delete-line':
      return lines.toSpliced(line, 1).join('\n');
    case 'repeat-line':
      return lines.toSpliced(line, 0, current).join('\n');
    case 'swap-lines':
      return lines.toSpliced(line, 2, lines[line + 1] ?? '', current).join('\n');
    case 'indent':
      return lines.with(line, `  ${current}`).join('\n');
    case 'delete':
      return text.slice(0, at) + text.slice(at + 1 + insert.length);
    case 'insert':
      return text.slice(0, at) + insert + text.slice(at);
  }
}

test('whatever is changed in an entry, the check ends, and every problem stands inside the file', () => {
  fc.assert(
    fc.property(fc.constantFrom(...entries), fc.array(change, { minLength: 1, maxLength: 4 }), (entry, changes) => {
      const text = changes.reduce(changed, entry);
      const lines = text.split('\n');
      for (const { position, what, fix } of problemsOf(text)) {
        expect(what).not.toBe('');
        expect(fix).not.toBe('');
        if (position.kind === 'file') continue;
        expect(position.line).toBeGreaterThanOrEqual(1);
        expect(position.line).toBeLessThanOrEqual(lines.length);
        expect(position.column).toBeGreaterThanOrEqual(1);
        expect(position.column).toBeLessThanOrEqual((lines[position.line - 1]?.length ?? 0) + 1);
      }
    }),
    { numRuns: 200 },
  );
});

test('any bytes at all are checked without an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      problemsOf(text);
      problemsOf(`---\n${text}\n---\n${text}`);
    }),
    { numRuns: 200 },
  );
});
