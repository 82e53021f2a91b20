import { EventEmitter } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { planOverlay, sourceFrame } from '../../../src/check/dev-overlay.ts';
import { validEntry } from './base-entry.ts';

test('shows the line with its neighbours and a mark below the column', () => {
  const text = Array.from({ length: 12 }, (_, n) => `line ${n + 1}`).join('\n');
  expect(sourceFrame(text, 10, 6)).toBe(
    ['   8 | line 8', '   9 | line 9', '> 10 | line 10', '     |      ^', '  11 | line 11', '  12 | line 12'].join(
      '\n',
    ),
  );
});

test.each([
  ['', 1, 1, '> 1 | \n    | ^'],
  ['a\r\nb', 1, 1, '> 1 | a\n    | ^\n  2 | b'],
  ['a\nb', 2, 1, '  1 | a\n> 2 | b\n    | ^'],
])('%j at %i:%i', (text, line, column, frame) => {
  expect(sourceFrame(text, line, column)).toBe(frame);
});

test('a page hears of plans that are wrong when the server starts, of one that is saved, and of one that is deleted', async () => {
  const root = await mkdtemp(join(tmpdir(), 'planshelf-overlay-'));
  try {
    const plan = join(root, 'content/plans/plan.mdx');
    await mkdir(join(root, 'content/plans'), { recursive: true });
    await writeFile(join(root, 'content/industries.yaml'), 'property: 物业\n');
    await writeFile(plan, validEntry.replace('weight: 100', 'weight: 80'));

    const sent: unknown[] = [];
    const failed: string[] = [];
    const watcher = new EventEmitter();
    const ws = Object.assign(new EventEmitter(), { send: (message: unknown) => sent.push(message) });
    const { hooks } = planOverlay();
    await hooks['astro:config:done']?.({ config: { root: pathToFileURL(`${root}/`) } } as never);
    const logger = { error: (message: string) => failed.push(message) };
    await hooks['astro:server:setup']?.({ server: { watcher, ws }, logger } as never);
    const last = () => expect.poll(() => [sent.length, sent.at(-1)]);

    const wrong = { type: 'error', err: { title: '权重合计 80', loc: { file: plan } } };
    await last().toMatchObject([1, wrong]);
    watcher.emit('change', plan);
    await last().toMatchObject([2, wrong]);
    await rm(plan);
    watcher.emit('unlink', plan);
    await last().toMatchObject([3, { type: 'full-reload' }]);
    expect(failed).toEqual([]);
  } finally {
    await rm(root, { recursive: true });
  }
});
