import { expect, test } from 'vitest';
import type { PressResult } from '../../../src/press/press-job.ts';
import { terminalProgress } from '../../../src/press/progress.ts';

const record = {
  sha256: '',
  pages: 3,
  bytes: 10,
  fonts: [],
  charactersCompared: 1,
  rowsCompared: 1,
  browser: 'Chromium 1',
};
const results: readonly PressResult[] = [
  { slug: 'wuye', template: 'meeting', out: 'a', millis: 171, outcome: 'made', record },
  { slug: '计划', template: 'official', out: 'b', millis: 1, outcome: 'reused', record: { ...record, pages: 2 } },
  {
    slug: 'c',
    template: 'meeting',
    out: 'c',
    millis: 1234,
    outcome: 'failed',
    failures: [
      { check: 'text', message: '少了一个字', excerpt: '«甲»' },
      { check: 'pages', message: '页数不对' },
    ],
  },
];

function report(stream: { isTTY?: boolean; columns?: number }, total = 4): string {
  let written = '';
  const progress = terminalProgress({ ...stream, write: (text) => (written += text) })(total);
  for (const result of results) progress.result(result);
  progress.end();
  return written.replace(/用时 .*/, '用时 …');
}

test('plain lines where there is no terminal', () => {
  expect(report({})).toMatchInlineSnapshot(`
    "[1/4] 生成 wuye · meeting · 3 页 · 171 毫秒
    [2/4] 复用 计划 · official · 2 页 · 1 毫秒
    [3/4] 失败 c · meeting · 1.2 秒
      [text] 少了一个字
        «甲»
      [pages] 页数不对
    PDF 共 4 份 5 页：生成 1，复用 1，失败 1，未做 1；用时 …
    "
  `);
});

test('a bar on a terminal, failures above it', () => {
  const written = report({ isTTY: true, columns: 60 });
  expect(written).toContain('\r\u001b[2K█████░░░░░░░░░░░░░░░ 1/4 生成 wuye');
  expect(written).toContain('\r\u001b[2K失败 c · meeting · 1.2 秒\n  [text] 少了一个字\n');
  expect(written.endsWith('\r\u001b[2KPDF 共 4 份 5 页：生成 1，复用 1，失败 1，未做 1；用时 …\n')).toBe(true);
});

test('the bar never takes a second line', () => {
  const lines = report({ isTTY: true, columns: 30 })
    .split(/\r\u001b\[2K|\n/)
    .filter((line) => /^[█░]/.test(line));
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(line.replace(/[\u1100-\uffff]/g, '__').length).toBeLessThan(30);
});

test('nothing to do is said too', () => {
  let written = '';
  terminalProgress({ write: (text) => (written += text) })(0).end();
  expect(written).toMatch(/^PDF 共 0 份 0 页：生成 0，复用 0，失败 0；/);
});
