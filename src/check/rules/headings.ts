import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { point } from '../../model/problem.ts';
import type { Finding } from '../entry.ts';
import type { Rule } from '../rule.ts';

const han = '[一二三四五六七八九十百]';
const handNumber = new RegExp(
  `^(?:${han}+[、.．]|[（(](?:${han}+|\\d+)[)）]|第(?:${han}+|\\d+)[章节条款]|\\d+(?:[.．]\\d+)+(?=\\s)|\\d+[、.．)）](?!\\d)|[①-⑳])`,
  'u',
);
/** `##` to `#####`: four levels are numbered. */
const deepest = 5;

/** Headings are numbered by the build, start at level two, and go down one level at a time. */
export const headingsPlain: Rule = ({ prose }) => {
  const found: Finding[] = [];
  if (prose === undefined) return found;
  let above = 1;
  visit(prose, 'heading', (heading) => {
    // One that a line below it makes has a problem of its own; a heading with # stands on one line.
    if (heading.position !== undefined && heading.position.end.line > heading.position.start.line) return;
    const position = point(heading.position?.start.line ?? 1, heading.position?.start.column ?? 1);
    const { depth } = heading;
    const text = toString(heading);
    const number = handNumber.exec(text)?.[0];
    const level = Math.min(Math.max(2, depth), above + 1, deepest);
    const fix = `改为：${'#'.repeat(level)} ${text.slice(number?.length ?? 0).trim()}`;
    if (number !== undefined)
      found.push({ code: 'heading-numbered', position, what: `标题手写了编号“${number}”`, fix });
    if (depth !== level) found.push({ code: 'heading-level', position, what: levelWords(depth, above), fix });
    above = Math.max(1, Math.min(depth, deepest));
  });
  return found;
};

function levelWords(depth: number, above: number): string {
  if (depth === 1) return '正文里用了一级标题（一个 #）';
  if (depth > deepest) return `标题有 ${depth} 个 #，最多 ${deepest} 个`;
  const before = above === 1 ? '前面还没有二级标题' : `上一个标题是 ${above} 个 #`;
  return `标题有 ${depth} 个 #，${before}，这里最多 ${above + 1} 个`;
}
