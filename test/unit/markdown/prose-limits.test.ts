import { expect, test } from 'vitest';
import { parseProse } from '../../../src/markdown/parse-prose.ts';
import { isTooDeep, proseLimitFault } from '../../../src/markdown/prose-limits.ts';
import { renderEntry } from './render-entry.ts';

const repeated = (text: string, times: number): string => text.repeat(times);
const numbered = (times: number, line: (index: number) => string): string =>
  Array.from({ length: times }, (_, index) => line(index)).join('');

/** Each took the parser, or a rule, from seconds to for ever. */
const killers: Readonly<Record<string, string>> = {
  quotations: repeated('>', 20_000),
  lists: `${repeated('- ', 20_000)}a`,
  'lists on lines': numbered(1500, (index) => `${repeated('  ', index)}- a\n`),
  digits: repeated('1', 100_000),
  asterisks: repeated('*a', 100_000),
  underscores: repeated('_a', 100_000),
  tildes: repeated('~a', 100_000),
  brackets: repeated('](', 100_000),
  'open brackets': repeated('[', 100_000),
  'open pictures': repeated('![', 100_000),
  links: repeated('[a](', 30_000),
  backticks: numbered(2000, (index) => `${repeated('`', index + 1)} `),
  'headings by underlining': repeated('a\n===\n', 12_500),
  'headings by underlining, each its own': numbered(12_500, (index) => `a${index}\n===\n\n`),
  headings: repeated('## a\n\n', 12_500),
  definitions: numbered(20_000, (index) => `[a${index}]: /x\n`),
  notes: numbered(10_000, (index) => `[^a${index}]: x\n\n`),
  cells: `${repeated('|a', 100_000)}|\n${repeated('|-', 100_000)}|`,
  rows: `|a|b|\n|-|-|\n${repeated('|a|b|\n', 20_000)}`,
  items: repeated('1. a\n', 20_000),
  elements: repeated('<b>', 20_000) + repeated('</b>', 20_000),
  'elements on lines': repeated('<div>\n\n', 10_000) + repeated('</div>\n\n', 10_000),
  addresses: repeated('http://', 15_000),
  'e-mail addresses': repeated('a@', 100_000),
  references: repeated('&amp', 100_000),
  comments: repeated('{/* */}', 20_000),
  'empty lines': repeated('\n', 100_000),
  words: repeated('客服员每周整理一次来电。\n\n', 20_000),
};

test.each(Object.entries(killers))('%s are a problem before they are parsed', async (_, prose) => {
  expect(parseProse(prose)).toMatchObject({ rule: 'over-limit', position: { kind: 'point' } });
  await expect(renderEntry(prose)).rejects.toThrow(/上限|超过|层次|连着/);
});

test('the place is that of the line', () => {
  expect(proseLimitFault(`甲\n\n乙\n${repeated('>', 30)}`)).toMatchObject({ line: 4, column: 1 });
});

test('what people write is far from any limit', () => {
  const table = `| 甲 | 乙 | 丙 |\n| - | - | - |\n${repeated('| **1~3 天** | [甲](/guide/) | 乙 |\n', 60)}`;
  const list = numbered(80, (index) => `${index + 1}. 第**一**项，见[甲](https://example.cn/a)\n   - 乙\n`);
  expect(proseLimitFault(`${table}\n\n${list}\n\n${repeated('很长的一段。', 3000)}`)).toBeUndefined();
});

test('depth is that of the tree', () => {
  const deep = (levels: number): object => (levels === 0 ? {} : { children: [deep(levels - 1)] });
  expect(isTooDeep(deep(90))).toBe(false);
  expect(isTooDeep(deep(200))).toBe(true);
});
