import type { Root } from 'mdast';
import type { LineCounter } from 'yaml';
import type { Position, Problem } from '../model/problem.ts';
import { point, wholeFile } from '../model/problem.ts';
import { findFrontMatter } from '../markdown/find-front-matter.ts';
import { type ProseError, parseProse } from '../markdown/parse-prose.ts';
import { largestFile } from '../model/limits.ts';
import { type RuleCode, catalogue } from './catalogue.ts';
import { mdxWords } from './mdx-words.ts';
import { overLimitWords, yamlWords } from './data/yaml-words.ts';
import { type FrontMatter, lineCounterOf, parseFrontMatter, positionAt } from './data/front-matter.ts';

/** An entry taken apart as far as it can be read; a part that cannot be read has its problems in `problems`. */
export interface Entry {
  /** Path relative to the project's root. */
  readonly file: string;
  readonly text: string;
  readonly lines: LineCounter;
  readonly frontMatter: FrontMatter | undefined;
  readonly prose: Root | undefined;
  readonly problems: readonly Problem[];
}

/** What a rule finds; the catalogue knows the rest. */
export interface Finding {
  readonly code: RuleCode;
  readonly position: Position;
  readonly what: string;
  readonly fix: string;
}

export function toProblem(file: string, { code, position, what, fix }: Finding): Problem {
  const { severity, why } = catalogue[code];
  return { code, severity, file, position, what, why, fix };
}

/** Reads an entry's bytes. Never throws: what cannot be read is a problem. */
export function readEntry(file: string, bytes: Uint8Array): Entry {
  const over = bytes.length > largestFile;
  const text = over ? '' : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const lines = lineCounterOf(text);
  const base = { file, text, lines, frontMatter: undefined, prose: undefined };
  const refused = (finding: Finding): Entry => ({ ...base, problems: [toProblem(file, finding)] });

  if (over) {
    const what = `文件超过 ${largestFile / 1_000_000} MB`;
    return refused({ code: 'over-limit', position: wholeFile, what, fix: '把它分成几份计划；图片另存为文件。' });
  }
  const broken = firstInvalid(bytes, text);
  if (broken !== undefined) {
    return refused({
      code: 'file-encoding',
      position: positionAt(lines, broken),
      what: '这里的字节不是有效的 UTF-8',
      fix: '用编辑器把文件另存为 UTF-8 编码（GBK/GB18030 的文件先转换）。',
    });
  }
  if (text.replace(/^\uFEFF/, '').trim() === '') {
    return refused({
      code: 'file-empty',
      position: wholeFile,
      what: '文件里没有内容',
      fix: '删除这个文件，或用 npm run plan -- new 新建一份计划。',
    });
  }
  return withParts(base);
}

function withParts(base: Omit<Entry, 'problems'>): Entry {
  const { file, text, lines } = base;
  const found = findFrontMatter(text);
  if (typeof found === 'string') return { ...base, problems: [toProblem(file, frontMatterMissing(found))] };
  if (found.strayEnd !== undefined) {
    const finding: Finding = {
      code: 'front-matter-missing',
      position: positionAt(lines, found.strayEnd),
      what: '数据部分中间有一行以 --- 或 +++ 开头，会被当成结尾',
      fix: '删去这一行，或让它不以 --- 和 +++ 开头；结尾的 --- 单独成行，后面不写别的。',
    };
    return { ...base, problems: [toProblem(file, finding)] };
  }
  const problems: Problem[] = [];
  const parsed = parseFrontMatter(text, found.start, found.end);
  if (isErrors(parsed)) {
    for (const { message, code, offset } of parsed) {
      const position = positionAt(lines, offset);
      const over = overLimitWords(code);
      problems.push(
        toProblem(
          file,
          over === undefined
            ? { code: 'yaml-syntax', position, ...yamlWords(code, message) }
            : { code: 'over-limit', position, ...over },
        ),
      );
    }
  }
  const prose = parseProse(text);
  if ('rule' in prose) problems.push(toProblem(file, proseFinding(prose, base)));
  return {
    ...base,
    frontMatter: isErrors(parsed) ? undefined : parsed,
    prose: 'rule' in prose ? undefined : prose,
    problems,
  };
}

function frontMatterMissing(found: 'missing' | 'unclosed'): Finding {
  const finding = { code: 'front-matter-missing', position: point(1, 1) } as const;
  return found === 'missing'
    ? {
        ...finding,
        what: '文件没有以 --- 开头的数据部分',
        fix: '在第一行写 ---，接着写 title 等数据，再以一行 --- 结束。',
      }
    : { ...finding, what: '数据部分只有开头的 ---，没有结尾的 ---', fix: '在数据部分之后另起一行写 ---。' };
}

function proseFinding(error: ProseError, base: Pick<Entry, 'text' | 'lines'>): Finding {
  const { position } = error;
  if (!('reason' in error)) return { code: 'over-limit', position, what: error.what, fix: error.fix };
  return { code: 'mdx-syntax', position, ...mdxWords(error, textFrom(base, position)) };
}

function isErrors(parsed: ReturnType<typeof parseFrontMatter>): parsed is Extract<typeof parsed, readonly unknown[]> {
  return Array.isArray(parsed);
}

function textFrom({ text, lines }: Pick<Entry, 'text' | 'lines'>, position: Position): string {
  if (position.kind === 'file') return text;
  return text.slice((lines.lineStarts[position.line - 1] ?? 0) + position.column - 1);
}

/** Offset in the decoded text of the first byte sequence that is not UTF-8. */
function firstInvalid(bytes: Uint8Array, text: string): number | undefined {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return undefined;
  } catch {
    // The decoder says that there is one, not where: it is the first replacement character that the bytes do not spell.
    const encoder = new TextEncoder();
    let offset = -1;
    for (let next = text.indexOf('\uFFFD'); next !== -1; next = text.indexOf('\uFFFD', next + 1)) {
      const at = encoder.encode(text.slice(0, next)).length;
      offset = next;
      if (!(bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd)) break;
    }
    return Math.max(0, offset);
  }
}
