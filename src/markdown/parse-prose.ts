import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import { VFileMessage } from 'vfile-message';
import { type Position, point } from '../model/problem.ts';
import { findFrontMatter } from './find-front-matter.ts';
import { proseSyntax } from './profile.ts';
import { isTooDeep, proseLimitFault } from './prose-limits.ts';

/** Why an entry's prose was not read. */
export type ProseError = SyntaxFault | LimitPassed;

/** It is more than is read; see `proseLimitFault`. */
interface LimitPassed {
  readonly rule: 'over-limit';
  readonly what: string;
  readonly fix: string;
  readonly position: Position;
}

export interface SyntaxFault {
  readonly reason: string;
  /** The parser's name for the mistake, such as `unexpected-character`. */
  readonly rule: string;
  readonly position: Position;
}

const parser = unified().use(remarkParse).use(proseSyntax).use(remarkMdx).freeze();

/**
 * The prose of an entry's text as a syntax tree, with the same syntax as the site's; positions are those of the file.
 * The front matter is left out, which would take the parser as long as all the prose.
 */
export function parseProse(text: string): Root | ProseError {
  const start = proseStart(text);
  const linesAbove = text.slice(0, start).split('\n').length - 1;
  const prose = text.slice(start);
  const over = proseLimitFault(prose);
  if (over !== undefined) {
    const { what, fix, line, column } = over;
    return { rule: 'over-limit', what, fix, position: point(line + linesAbove, column) };
  }
  try {
    const tree = parser.parse(prose);
    if (isTooDeep(tree)) return tooDeep(linesAbove);
    moveDown(tree, linesAbove, start);
    return tree;
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    const [line, column] = placeOf(error);
    return { reason: error.reason, rule: error.ruleId ?? '', position: point(line + linesAbove, column) };
  }
}

function tooDeep(linesAbove: number): LimitPassed {
  const [what, fix] = ['正文里的标记层次太深', '删去多余的标签、引用和列表层次。'];
  return { rule: 'over-limit', what, fix, position: point(linesAbove + 1, 1) };
}

function proseStart(text: string): number {
  const found = findFrontMatter(text);
  if (typeof found !== 'string') return found.proseStart;
  return text.startsWith('\uFEFF') ? 1 : 0;
}

/** Attributes have places too, and are no nodes that a visit comes to. */
function moveDown(tree: Root, lines: number, offset: number): void {
  const moved = new Set<Point>();
  visit(tree, (node) => {
    for (const { position } of 'attributes' in node ? [node, ...node.attributes] : [node]) {
      if (position === undefined) continue;
      for (const place of [position.start, position.end]) {
        if (moved.has(place)) continue;
        moved.add(place);
        place.line += lines;
        if (place.offset !== undefined) place.offset += offset;
      }
    }
  });
}

/** A tag that is never closed has no place of its own in the message: its text names the opening tag, `(5:1-5:7)`. */
function placeOf({ line, column, reason, ruleId }: VFileMessage): [line: number, column: number] {
  const tag = ruleId === 'end-tag-mismatch' ? /^Expected.* \((\d+):(\d+)-/.exec(reason) : null;
  return tag === null ? [line ?? 1, column ?? 1] : [Number(tag[1]), Number(tag[2])];
}
