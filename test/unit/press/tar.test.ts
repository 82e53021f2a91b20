import { expect, test } from 'vitest';
import { readTar } from '../../../src/press/tar.ts';
import { tarOf } from '../../fixtures/print/tar.ts';

test('reads files, folders and links', () => {
  const archive = tarOf([
    { path: 'lib/', kind: '5' },
    { path: 'lib/a.so', content: 'x'.repeat(600), mode: 0o755 },
    { path: 'lib/b.so', kind: '2', target: 'a.so' },
    { path: 'empty' },
  ]);
  const entries = [...readTar(archive)].map(({ content, ...entry }) => ({ ...entry, size: content.length }));
  expect(entries).toEqual([
    { path: 'lib/', kind: 'folder', mode: 0o644, target: '', size: 0 },
    { path: 'lib/a.so', kind: 'file', mode: 0o755, target: '', size: 600 },
    { path: 'lib/b.so', kind: 'link', mode: 0o644, target: 'a.so', size: 0 },
    { path: 'empty', kind: 'file', mode: 0o644, target: '', size: 0 },
  ]);
});

test('skips extended headers', () => {
  expect(
    [...readTar(tarOf([{ path: 'x', kind: 'x', content: 'meta' }, { path: 'a' }]))].map(({ path }) => path),
  ).toEqual(['a']);
});

test.each(['/etc/passwd', '../up', 'a/../../up'])('%s is refused', (path) => {
  expect(() => [...readTar(tarOf([{ path }]))]).toThrow('leads out');
});

test('a link out of the folder is refused', () => {
  expect(() => [...readTar(tarOf([{ path: 'a', kind: '2', target: '/etc/passwd' }]))]).toThrow('leads out');
});

test('an archive that is cut short is refused', () => {
  const archive = tarOf([{ path: 'a', content: 'x'.repeat(2000) }]);
  expect(() => [...readTar(archive.subarray(0, 1024))]).toThrow('ends in the middle');
});
