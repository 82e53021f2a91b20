import type { Blockquote, Heading, Nodes, Paragraph } from 'mdast';
import { visit } from 'unist-util-visit';
import { comparisonIn } from '../../markdown/remark-comparisons.ts';
import { typedIndent } from '../../markdown/remark-plain-start.ts';
import type { Finding } from '../entry.ts';
import type { Rule, RuleInput } from '../rule.ts';

/** Markdown that is not what its author most probably meant: each finding shows the line as it was meant. */
export const marksMeant: Rule = (input) => {
  const found: Finding[] = [];
  if (input.prose === undefined) return found;
  visit(input.prose, (node, index, parent) => {
    if (node.type === 'paragraph') found.push(...unspacedMarks(node, input), ...indents(node, input));
    else if (node.type === 'heading') found.push(...underlined(node, input));
    else if (node.type === 'blockquote' && !(parent?.type === 'listItem' && index === 0 && isShown(node, input)))
      found.push(...comparisons(node, input));
  });
  return [...found, ...looseStars(input)];
};

/** What begins a line, and what was to follow after a space: a heading, a numbered item, a point. */
const unspaced: readonly (readonly [mark: RegExp, what: (mark: string) => string])[] = [
  [/^#{2,6}(?=[^#\s])|^#(?=\p{sc=Han}[^#]*$)/u, (mark) => `“${mark}”后面没有空格，这一行不是标题`],
  [/^\d{1,3}[.)](?=[\p{sc=Han}A-Za-z“《【（])/u, (mark) => `“${mark}”后面没有空格，这一行不是编号的列表`],
  [/^[-+*](?=[\p{sc=Han}“《【（])/u, (mark) => `“${mark}”后面没有空格，这一行不是列表`],
];

function unspacedMarks(paragraph: Paragraph, { text, positionAt }: RuleInput): Finding[] {
  const { start, end } = extent(paragraph);
  const found: Finding[] = [];
  let at = start;
  for (const line of text.slice(start, end).split('\n')) {
    const inner = line.trimStart();
    const offset = at + line.length - inner.length;
    at += line.length + 1;
    for (const [mark, what] of unspaced) {
      const sign = mark.exec(inner)?.[0];
      // Emphasis begins with the same star, and has its own text.
      if (sign === undefined || isEmphasis(paragraph, offset)) continue;
      const level = sign.startsWith('#') ? '#'.repeat(Math.max(2, sign.length)) : sign;
      found.push({
        code: 'mark-space',
        position: positionAt(offset),
        what: what(sign),
        fix: `改为：${level} ${inner.slice(sign.length).trim()}；要照样印就写成 ${escapedMark(sign)}`,
      });
    }
  }
  return found;
}

function escapedMark(sign: string): string {
  return /^\d/.test(sign) ? `${sign.slice(0, -1)}\\${sign.slice(-1)}` : `\\${sign}`;
}

function isEmphasis({ children }: Paragraph, offset: number): boolean {
  return children.some(({ type, position }) => type !== 'text' && position?.start.offset === offset);
}

function indents(paragraph: Paragraph, { text, positionAt }: RuleInput): Finding[] {
  const { start, end } = extent(paragraph);
  const spaces = typedIndent.exec(text.slice(start, end))?.[0];
  if (spaces === undefined) return [];
  const rest = text.slice(start + spaces.length, end).split('\n')[0] ?? '';
  const [what, fix] =
    rest === ''
      ? ['这一段只有空格，不会印出来', '删去这一段；段落之间的距离由版式给出。']
      : ['段首手打了空格，不会印出来', `版式会缩进段首，删去空格，改为：${excerpt(rest)}`];
  return [{ code: 'paragraph-indent', position: positionAt(start), what, fix }];
}

/** A heading that is one only because of the line below it. */
function underlined(heading: Heading, { text, positionAt }: RuleInput): Finding[] {
  const { start, end } = extent(heading);
  const lines = text.slice(start, end).trimEnd().split('\n');
  const rule = lines.at(-1)?.trim() ?? '';
  if (lines.length < 2 || !/^(?:=+|-+)$/.test(rule)) return [];
  const words = lines.slice(0, -1).map((line) => line.trim());
  const asRule = rule.startsWith('-') ? `要分隔线就在 ${rule} 前面空一行；` : `不要就删去 ${rule}；`;
  return [
    {
      code: 'heading-underline',
      position: positionAt(start),
      what: `下面一行的 ${rule} 把“${excerpt(words.join(''))}”变成了标题`,
      fix: `${asRule}要标题就改为：## ${excerpt(words.join(''))}`,
    },
  ];
}

/** A quotation with a figure right behind its sign: a comparison, whose sign would not be printed. */
function comparisons(quote: Blockquote, { text, positionAt }: RuleInput): Finding[] {
  const { start, end } = extent(quote);
  const [line = ''] = text.slice(start, end).split('\n');
  if (!figures.test(line)) return [];
  const rest = line.slice(1).trim();
  return [
    {
      code: 'quote-sign',
      position: positionAt(start),
      what: `行首的 > 是引文的记号，“${excerpt(line)}”印出来没有大于号`,
      fix: `大于号改为：\\>${rest}；引文改为：> ${rest}`,
    },
  ];
}

const unit = '[分天次件人户元岁个米成倍日月年周％%]|小时';
const figures = new RegExp(`^>(?:[=＝]|[\\d０-９【]|[一二三四五六七八九十百千万两半]+(?:${unit}))`, 'u');

function isShown(quote: Blockquote, { text }: RuleInput): boolean {
  return comparisonIn(quote, text) !== undefined;
}

/** Two stars that make nothing bold are printed as stars. */
function looseStars({ spans, text }: RuleInput): Finding[] {
  return spans.flatMap((span): Finding[] => {
    if (span.path === 'code') return [];
    return [...span.value.matchAll(/(?<!\*)\*\*(?!\*)/g)].slice(0, 1).flatMap((match) =>
      text[span.offset(match.index)] === '\\'
        ? []
        : [
            {
              code: 'mark-stars',
              position: span.locate(match.index),
              what:
                span.path === 'prose'
                  ? '这里的 ** 没有配成粗体，会原样印出来'
                  : '数据部分不认 Markdown，** 会原样印出来',
              fix: span.path === 'prose' ? '星号紧贴文字，成对出现：**粗体**；多余的删去。' : '删去 **。',
            },
          ],
    );
  });
}

function extent({ position }: Nodes): { readonly start: number; readonly end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

/** As much of a line as a message shows. */
function excerpt(line: string): string {
  const characters = Array.from(line.trim());
  return characters.length > 24 ? `${characters.slice(0, 24).join('')}……` : characters.join('');
}
