/**
 * Bounds of prose, looked at before it is parsed: the parser takes time by the square of what stands open at once, and its
 * callers a call for each level. One pass over the text.
 */
import { longestValue } from '../model/limits.ts';
import type { Fault } from './fault.ts';

/** Quotations and lists within each other, and columns of indentation before such a mark. */
const deepest = 24;
const widestIndent = 100;
/** Lines of the prose, and of one paragraph, list or table without an empty line in it. */
const mostLines = 5000;
const mostLinesTogether = 1000;
/** Characters of the prose. */
const mostCharacters = 200_000;
/** Signs that open or close something, emphasis, links, code, tags, lists: in one paragraph, and in the prose. */
const mostSignsTogether = 1000;
const mostSigns = 5000;
/** Cells of a row. */
const mostCells = 200;
/** Characters without a space, as in an address or a number. */
const longestRun = 2000;
/** Definitions of links and notes; headings; lines of `===` or `---`, which make the line above a heading; tags at the start of a line. */
const mostOfAKind = 500;

/** A bound that is passed, with its place; offsets and lines count from the start of the text, lines from 1. */
export interface LimitFault extends Fault {
  readonly line: number;
  readonly column: number;
}

const kinds: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: '以 [ 开头的定义和脚注', pattern: /^\s*\[/ },
  { name: '单独一行的 === 或 ---', pattern: /^\s*(?:=+|-+)\s*$/ },
  { name: '标题', pattern: /^\s*#/ },
  { name: '以标签开头的行', pattern: /^\s*<[^/]/ },
];
const signs = /[*_~[\]<>&{}`\\!]/g;

/** The first bound that a text passes; undefined where it keeps all. */
export function proseLimitFault(text: string): LimitFault | undefined {
  if (text.length > mostCharacters)
    return { what: `正文超过 ${mostCharacters} 字`, fix: '把它分成几份计划。', line: 1, column: 1 };
  const lines = text.split(/\r\n|\n|\r/);
  let allSigns = 0;
  const counts = new Map(kinds.map(({ name }) => [name, 0]));
  let together = noParagraph;
  for (const [index, line] of lines.entries()) {
    const found = (what: string, fix: string): LimitFault => ({ what, fix, line: index + 1, column: 1 });
    if (index >= mostLines) return found(`正文超过 ${mostLines} 行`, '把它分成几份计划。');
    const ofLine = (line.match(signs)?.length ?? 0) + depthOf(line);
    together = line.trim() === '' ? noParagraph : grown(together, line, ofLine);
    allSigns += ofLine;
    if (allSigns > mostSigns) return found(`正文里的记号（${signNames}）超过 ${mostSigns} 个`, shorten);
    const fault = lineFault(line) ?? paragraphFault(together);
    if (fault !== undefined) return found(fault, shorten);
    for (const { name, pattern } of kinds) {
      if (!pattern.test(line)) continue;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      if (count > mostOfAKind) return found(`${name}超过 ${mostOfAKind} 处`, '把正文分成几份计划。');
    }
  }
  return undefined;
}

const signNames = '* _ ~ [ ] < > - 等';
const shorten = '正文只写文字；贴错的内容请删去，过长的分成几段。';

interface Paragraph {
  readonly lines: number;
  readonly characters: number;
  readonly signs: number;
}

const noParagraph: Paragraph = { lines: 0, characters: 0, signs: 0 };

function grown(before: Paragraph, line: string, ofLine: number): Paragraph {
  return {
    lines: before.lines + 1,
    characters: before.characters + line.length,
    signs: before.signs + ofLine,
  };
}

function paragraphFault({ lines, characters, signs: count }: Paragraph): string | undefined {
  if (lines > mostLinesTogether) return `连着 ${lines} 行没有空行，最多 ${mostLinesTogether} 行`;
  if (characters > longestValue) return `一段超过 ${longestValue} 字`;
  return count > mostSignsTogether ? `一段里的记号（${signNames}）超过 ${mostSignsTogether} 个` : undefined;
}

function lineFault(line: string): string | undefined {
  if (depthOf(line) > deepest) return `引用或列表超过 ${deepest} 层`;
  if ((line.match(/\|/g)?.length ?? 0) > mostCells) return `表格一行超过 ${mostCells} 格`;
  return line.length > longestRun && hasLongRun(line) ? `连着 ${longestRun} 多个字符没有空格` : undefined;
}

/** Marks of quotations and lists at the start of a line, each with what stands before it. */
function depthOf(line: string): number {
  const mark = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
  let depth = 0;
  while (depth <= deepest && mark.test(line)) depth++;
  const indent = /^\s*/.exec(line)?.[0].length ?? 0;
  return indent > widestIndent && depth > 0 ? deepest + 1 : depth;
}

function hasLongRun(line: string): boolean {
  for (const { 0: run } of line.matchAll(/[!-~]+/g)) if (run.length > longestRun) return true;
  return false;
}

/** Levels of a syntax tree beyond which recursion may run out of stack. */
const deepestTree = 100;

/** Whether a tree is deeper than any that is written by hand; walks it without a call for each level. */
export function isTooDeep(tree: object): boolean {
  let level: readonly object[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepestTree) return true;
    level = level.flatMap((node) => ('children' in node ? (node.children as object[]) : []));
  }
  return false;
}
