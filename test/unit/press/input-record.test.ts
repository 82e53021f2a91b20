import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openInputRecord } from '../../../src/press/cache/input-record.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planshelf-inputs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('says what has changed since the last run, and keeps what this run did not touch', async () => {
  const file = join(folder, 'new/inputs.json');
  const first = await openInputRecord(file);
  expect(first.why('a.pdf', { document: '1' })).toBe('第一次生成');
  first.note('a.pdf', { document: '1', '/p.css': '1' });
  first.note('b.pdf', { document: '1' });
  await first.save();
  const second = await openInputRecord(file);
  expect(second.why('a.pdf', { document: '1', '/p.css': '1' })).toBe('缓存里没有它，或已损坏');
  expect(second.why('a.pdf', { document: '2', '/p.css': '2' })).toBe('变了：打印文档（计划的文字或数据）、/p.css');
  expect(second.why('a.pdf', { document: '1', '/q.css': '1' })).toBe('变了：/p.css、/q.css');
  second.note('a.pdf', { document: '2' });
  await second.save();
  expect((await openInputRecord(file)).why('b.pdf', { document: '2' })).toContain('变了');
});

test('a damaged record explains nothing and breaks nothing', async () => {
  const file = join(folder, 'inputs.json');
  await writeFile(file, '{"a.pdf": 3');
  const record = await openInputRecord(file);
  expect(record.why('a.pdf', {})).toBe('第一次生成');
  await record.save();
});
