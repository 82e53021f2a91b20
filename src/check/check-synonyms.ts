/** Checks `content/synonyms.yaml`, so that a group that is written wrong does not stop a build with a trace, or say nothing. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Problem } from '../model/problem.ts';
import { groupSize, synonymsFile, synonymsSchema, wordLength } from '../model/search/synonyms.ts';
import { parseFrontMatter } from './data/front-matter.ts';
import { yamlWords } from './data/yaml-words.ts';

const why = '检索用同义词找到换了说法的计划；写错的词不会生效，生成网站时还会中断。';
const sizes = `${groupSize.least} 至 ${groupSize.most} 个词`;
const lengths = `${wordLength.least} 至 ${wordLength.most} 个字`;

/** All problems of the file; none where there is no such file. */
export async function checkSynonyms(root: string): Promise<readonly Problem[]> {
  const bytes = await readFile(join(root, synonymsFile)).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  return bytes === undefined ? [] : synonymProblems(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ''));
}

/** @param text of the file */
export function synonymProblems(text: string): readonly Problem[] {
  const problem = (position: Problem['position'], what: string, fix: string): Problem => ({
    code: 'synonyms',
    severity: 'error',
    file: synonymsFile,
    position,
    what,
    why,
    fix,
  });
  const parsed = parseFrontMatter(text, 0, text.length);
  if (!('content' in parsed))
    return parsed.map(({ message, code, offset }) => {
      const { what, fix } = yamlWords(code, message);
      return problem(placeIn(text, offset), what, fix);
    });
  const { error } = synonymsSchema.safeParse(parsed.content);
  const issues = error?.issues ?? [];
  return issues.map((issue) => {
    const { path, what, fix } = described(issue, parsed.content);
    return problem(parsed.positionOf(path), what, fix);
  });
}

function placeIn(text: string, offset: number): Problem['position'] {
  const before = text.slice(0, offset).split('\n');
  return { kind: 'point', line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function described(
  { path, code }: z.core.$ZodIssue,
  content: unknown,
): { path: readonly PropertyKey[]; what: string; fix: string } {
  const [group, word] = path;
  const words: unknown = Array.isArray(content) && typeof group === 'number' ? content[group] : undefined;
  if (group === undefined)
    return { path, what: '同义词不是一行一组的列表', fix: '每组另起一行，以“- ”开头：- [催费, 催缴, 收费]。' };
  if (word !== undefined || !Array.isArray(words)) return ofWord(path, words, word);
  if (code === 'too_small' || code === 'too_big')
    return {
      path,
      what: `这一组有 ${words.length} 个词`,
      fix: `每组写 ${sizes}；只有一个词的组删去，过长的拆成几组。`,
    };
  const twice = words.findIndex((one, index) => words.slice(0, index).some((other) => same(one, other)));
  return { path: [group, twice], what: `同一组里“${String(words[twice])}”写了两次`, fix: '删去重复的一个。' };
}

function ofWord(path: readonly PropertyKey[], words: unknown, word: PropertyKey | undefined) {
  if (!Array.isArray(words))
    return { path, what: '这一组不是词的列表', fix: '把同义的词写进方括号，用逗号隔开：- [催费, 催缴, 收费]。' };
  const given: unknown = words[Number(word)];
  const shown = typeof given === 'string' || typeof given === 'number' ? `“${given}”` : '这一项';
  return { path, what: `${shown}不能作为检索词`, fix: `每个词写 ${lengths}，只用汉字、字母和数字，词中不留空格。` };
}

function same(a: unknown, b: unknown): boolean {
  return String(a).trim().toLowerCase() === String(b).trim().toLowerCase();
}
