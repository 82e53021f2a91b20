import type { Content, Inline as DocInline, Mark } from '../document/schema.ts';
import { inBrackets } from '../document/filling.ts';
import { documentStrings } from '../document/strings.zh.ts';
import { wordsOfTime } from '../document/time/time-words.ts';
import { collapsed } from '../document/white-space.ts';
import type { Field } from '../model/field.ts';
import { parseDate } from '../model/time/offset.ts';
import { unitOf } from '../model/unit.ts';
import type { Inline, TextStyle } from './blocks.ts';

/** Content of a filled document as files have it. */
export type InlineReader = (content: Content, style?: TextStyle) => Inline[];

const styleOfMark: Readonly<Record<Mark, TextStyle>> = {
  bold: { bold: true },
  italic: { italic: true },
  strike: { strike: true },
  code: { code: true },
  superscript: { raised: true },
  subscript: { lowered: true },
  // Files have no style for these yet.
  underline: {},
  highlight: {},
};

/** @param notes ids of footnotes in the order of their numbers */
export function inlineReader(fields: readonly Field[], notes: readonly string[]): InlineReader {
  const read = (content: Content, style: TextStyle): Inline[] => content.flatMap((inline) => one(inline, style));
  const one = (inline: DocInline, base: TextStyle): Inline[] => {
    const style = 'marks' in inline ? withMarks(base, inline.marks) : base;
    switch (inline.kind) {
      case 'text':
        return [{ kind: 'text', text: inline.text, style }];
      case 'blank':
        return inline.words === undefined
          ? openBlank(inline.label, inline.unit === 'without' ? '' : unitOfLabel(inline.label), style)
          : lines(inline.words, style);
      case 'time':
        return words(wordsOfTime(inline.timing, inline.from === undefined ? undefined : parseDate(inline.from)), style);
      case 'role':
        return words(inline.name + (inline.person === undefined ? '' : inBrackets(inline.person)), style);
      case 'sum':
        return inline.words === undefined
          ? [{ kind: 'blank', label: documentStrings.budget.total, style }]
          : lines(inline.words, style);
      case 'gap':
        return inline.for === 'signature' ? [{ kind: 'gap' }] : words(dateGap, style);
      case 'break':
        return [{ kind: 'break' }];
      case 'footnote':
        return [{ kind: 'footnote', id: inline.id, number: notes.indexOf(inline.id) + 1 }];
      case 'picture':
        return words(inline.alt === '' ? '' : `（图：${inline.alt}）`, style);
      case 'link': {
        const content = read(inline.content, style);
        return leadsOut(inline.href) ? [{ kind: 'link', href: inline.href, content: joined(content) }] : content;
      }
      case 'span':
        return read(inline.content, /^(?:kbd|samp)$/.test(inline.element) ? { ...style, code: true } : style);
    }
  };
  const unitOfLabel = (label: string): string => {
    const field = fields.find((candidate) => candidate.label === label);
    return field === undefined ? '' : unitOf(field);
  };
  return (content, style = {}) => trimmed(joined(read(content, style)));
}

const dateGap = documentStrings.signOff.dateParts.map((part) => `　　${part}`).join('');

function withMarks(style: TextStyle, marks: readonly Mark[] = []): TextStyle {
  return Object.assign({}, style, ...marks.map((mark) => styleOfMark[mark])) as TextStyle;
}

function words(text: string, style: TextStyle): Inline[] {
  return text === '' ? [] : [{ kind: 'text', text: collapsed(text), style }];
}

/** What a writer typed, which may be several lines. */
function lines(text: string, style: TextStyle): Inline[] {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index): Inline[] => [
      ...(index === 0 ? [] : [{ kind: 'break' as const }]),
      { kind: 'text', text: collapsed(line), style },
    ]);
}

/** An open field, and behind it the unit that its figure will have. */
function openBlank(label: string, unit: string, style: TextStyle): Inline[] {
  const open: Inline = { kind: 'blank', label, style };
  return unit === '' ? [open] : [open, { kind: 'text', text: unit, style }];
}

/** A link within the document or the site is its words. */
function leadsOut(href: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(href);
}

/** Neighbours in the same style become one. */
function joined(content: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const inline of content) {
    const last = result.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text' && sameStyle(inline.style, last.style)) {
      result[result.length - 1] = { ...last, text: last.text + inline.text };
    } else if (inline.kind !== 'text' || inline.text !== '') result.push(inline);
  }
  return result;
}

function sameStyle(one: TextStyle, other: TextStyle): boolean {
  const keys = ['bold', 'italic', 'strike', 'code', 'raised', 'lowered'] as const;
  return keys.every((key) => one[key] === other[key]);
}

function trimmed(content: readonly Inline[]): Inline[] {
  const result = [...content];
  const [first] = result;
  if (first?.kind === 'text') result[0] = { ...first, text: first.text.replace(/^ /, '') };
  const last = result.at(-1);
  if (last?.kind === 'text') result[result.length - 1] = { ...last, text: last.text.replace(/ $/, '') };
  return result.filter((inline) => inline.kind !== 'text' || inline.text !== '');
}
