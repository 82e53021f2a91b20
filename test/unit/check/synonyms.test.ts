import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { checkSynonyms, synonymProblems } from '../../../src/check/check-synonyms.ts';
import { report } from '../../../src/check/report.ts';

const lines = (text: string) =>
  synonymProblems(text).map(({ position, what }) =>
    position.kind === 'point' ? `${position.line}:${position.column} ${what}` : what,
  );

test.each([
  ['', []],
  ['# 只有注释\n', []],
  ['- [618, 年中大促]\n- [4S店, 修车]\n', []],
  ['催费: 收费', ['1:1 同义词不是一行一组的列表']],
  ['- 催费\n', ['1:3 这一组不是词的列表']],
  ['- [催费, 催缴]\n- [投诉]\n', ['2:3 这一组有 1 个词']],
  ['- [催费, 催缴, 催费]\n', ['1:12 同一组里“催费”写了两次']],
  ['- [APP, app]\n', ['1:9 同一组里“app”写了两次']],
  ['- [催 费, 催缴]\n', ['1:4 “催 费”不能作为检索词']],
  ['- [催, 催缴]\n', ['1:4 “催”不能作为检索词']],
  ['- [[催费], 催缴]\n', ['1:4 这一项不能作为检索词']],
  ['- [催费, 催缴\n- [投诉, 客诉]\n', ['1:3 这里缩进不对，或者括号没有关闭']],
])('%j', (text, problems) => {
  expect(lines(text).slice(0, Math.max(1, problems.length))).toEqual(problems);
});

test('all problems of the file come at once', () => {
  expect(lines('- [催]\n- 投诉\n- [a b, 甲乙]\n')).toHaveLength(4);
});

test('the report says where, why and what to write instead', async () => {
  const root = await mkdtemp(join(tmpdir(), 'planshelf-synonyms-'));
  try {
    expect(await checkSynonyms(root)).toEqual([]);
    await mkdir(join(root, 'content'));
    await writeFile(join(root, 'content/synonyms.yaml'), '- [催费, 催缴]\n- [收费]\n');
    expect(report(await checkSynonyms(root), 0, 'text')).toContain(`content/synonyms.yaml:2:3 错误 synonyms
  这一组有 1 个词。
  原因：检索用同义词找到换了说法的计划；写错的词不会生效，生成网站时还会中断。
  改法：每组写 2 至 12 个词；只有一个词的组删去，过长的拆成几组。`);
  } finally {
    await rm(root, { recursive: true });
  }
});

test('the synonyms of this shelf have no problems', async () => {
  expect(await checkSynonyms(resolve(import.meta.dirname, '../../..'))).toEqual([]);
});
