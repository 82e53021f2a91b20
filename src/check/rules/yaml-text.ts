import type { Finding } from '../entry.ts';
import type { Rule, RuleInput } from '../rule.ts';
import { shownParts } from '../spans.ts';
import { firstIn, isWithoutSpace, lastIn } from '../../markdown/remark-joined-lines.ts';

/** Keys below the parts that are shown whose strings are choices or names: to cut one off is a problem of its own. */
const choices = /^(?:every|cycle|likelihood|impact|due|start|owner|with|by|name)$/;

/**
 * YAML takes ` #` for the beginning of a comment, also in the middle of a sentence that has no quotes. What can only be text is
 * an error: a `#` with a character right behind it, and anything behind a sentence that is printed. A comment stands on a line
 * of its own, behind a value in quotes, or, with a space behind its `#`, behind a choice, a number or a field's key.
 */
export const noTextInComments: Rule = (input) => [...cutStrings(input), ...cutWhole(input)];

function cutStrings({ strings, text, positionAt }: RuleInput): Finding[] {
  // To look for the place of a string takes a second parse.
  if (!/\S[ \t]+#/.test(text)) return [];
  return strings.flatMap((string): Finding[] => {
    const { path, value } = string;
    const { start, end } = string.place();
    const comment = /^[ \t]+#[^\n]*/.exec(text.slice(end))?.[0].trimEnd();
    if (comment === undefined || /^["'|>]/.test(text.slice(start))) return [];
    const sign = comment.indexOf('#');
    const free = shownParts.has(path[0] ?? '') && !choices.test(String(path.at(-1)));
    if (/^#\s/.test(comment.slice(sign)) && !free) return [];
    if (comment.slice(sign) === '#') return [];
    return [
      {
        code: 'yaml-comment',
        position: positionAt(end + sign),
        what: `“${value.slice(-8)}”后面的“${comment.slice(sign)}”被当成了注释，不会印出来`,
        fix: `是文字就给整个值加引号：${quoted(text.slice(start, end) + comment)}；是注释就移到上一行，单独成行。`,
      },
    ];
  });
}

/** `measure: #12 工单` has no value at all. */
function cutWhole({ text, frontMatter, positionAt }: RuleInput): Finding[] {
  return nothingAt(frontMatter.content, []).flatMap((path): Finding[] => {
    const position = frontMatter.positionOf(path);
    if (position.kind === 'file') return [];
    const start = offsetOf(text, position.line) + position.column - 1;
    const found = /^[ \t]*(#\S[^\n]*)/.exec(text.slice(start));
    if (found === null) return [];
    const [whole, comment = ''] = found;
    return [
      {
        code: 'yaml-comment',
        position: positionAt(start + whole.length - comment.length),
        what: `“${comment.trimEnd()}”被当成了注释，${String(path.at(-1))} 是空的`,
        fix: `给整个值加引号：${quoted(comment.trimEnd())}；是注释就移到上一行，单独成行。`,
      },
    ];
  });
}

function offsetOf(text: string, line: number): number {
  return text.split('\n', line - 1).reduce((sum, { length }) => sum + length + 1, 0);
}

/** Paths of what has no value. */
function nothingAt(value: unknown, path: readonly PropertyKey[]): PropertyKey[][] {
  if (value === null) return [[...path]];
  if (Array.isArray(value)) return value.flatMap((item, index) => nothingAt(item, [...path, index]));
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => nothingAt(item, [...path, key]));
}

function quoted(source: string): string {
  const line = source.replace(/\s*\n\s*/g, ' ');
  return line.includes('"') ? `'${line.replaceAll("'", "''")}'` : `"${line.replaceAll('\\', '\\\\')}"`;
}

/** YAML folds a line break of a value into a space, which is never meant between Chinese characters. */
export const noFoldedGaps: Rule = ({ spans, text }) =>
  spans.flatMap((span): Finding[] => {
    if (typeof span.path === 'string') return [];
    const { value } = span;
    return [...value.matchAll(/(?<=\S) (?=\S)/gu)].flatMap(({ index }): Finding[] => {
      const left = lastIn(value.slice(0, index));
      const right = firstIn(value.slice(index + 1, index + 3));
      if (!isWithoutSpace(left, right) || !/^\s*\n/.test(text.slice(span.offset(index)))) return [];
      return [
        {
          code: 'yaml-fold',
          position: span.locate(index + 1),
          what: `“${left}”和“${right}”之间的换行会印成空格`,
          fix: '把这个值写成一行；要分行印就用 | 开头的写法。',
        },
      ];
    });
  });
