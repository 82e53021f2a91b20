/** Content of a document as HTML has it. */
import type { Element, ElementContent } from 'hast';
import { blankElement, openBlank } from '../markdown/blank-element.ts';
import { filledClasses, lines } from '../markdown/filled-words.ts';
import { h } from '../model/element.ts';
import type { Field } from '../model/field.ts';
import { parseDate } from '../model/time/offset.ts';
import type { Content, Inline, Mark } from '../document/schema.ts';
import { documentStrings } from '../document/strings.zh.ts';
import { inBrackets } from '../document/filling.ts';
import { keptProperties } from './kept-properties.ts';
import type { Notes } from './notes.ts';
import { timeElements } from './time-elements.ts';

/** What content is set with. */
export interface InlineContext {
  readonly fields: readonly Field[];
  /** Numbers of notes, and which reference to each comes next; without them references are left out. */
  readonly notes?: Notes;
  /** Path that the site stands below, '/' at the end or not. */
  readonly base: string;
}

type Kind<Name extends Inline['kind']> = Extract<Inline, { kind: Name }>;

const elementOfMark: Readonly<Record<Mark, string>> = {
  bold: 'strong',
  italic: 'em',
  strike: 'del',
  code: 'code',
  superscript: 'sup',
  subscript: 'sub',
  underline: 'u',
  highlight: 'mark',
};

export function inlineElements(content: Content, context: InlineContext): ElementContent[] {
  return marked(content, 0, context);
}

/** Neighbours with the same mark stand in one element. */
function marked(content: Content, depth: number, context: InlineContext): ElementContent[] {
  const elements: ElementContent[] = [];
  for (let at = 0; at < content.length;) {
    const mark = markAt(content[at], depth);
    let end = at + 1;
    if (mark === undefined) {
      const before = content[at - 1];
      elements.push(...inlineElement(content[at], context, before?.kind === 'text' ? before.text : ''));
    } else {
      while (end < content.length && markAt(content[end], depth) === mark) end++;
      elements.push(h(elementOfMark[mark], marked(content.slice(at, end), depth + 1, context)));
    }
    at = end;
  }
  return elements;
}

function markAt(inline: Inline | undefined, depth: number): Mark | undefined {
  return inline !== undefined && 'marks' in inline ? inline.marks?.[depth] : undefined;
}

/** @param before words before it on the line */
function inlineElement(inline: Inline | undefined, context: InlineContext, before: string): ElementContent[] {
  switch (inline?.kind) {
    case 'text':
      return [{ type: 'text', value: inline.text }];
    case 'blank':
      return [blank(inline, context.fields, before)];
    case 'time':
      return timeElements(inline.timing, inline.from === undefined ? undefined : parseDate(inline.from));
    case 'role':
      return [h('span', { className: ['role'], dataRole: inline.name }, roleWords(inline.name, inline.person))];
    case 'sum':
      return [sum(inline)];
    case 'gap':
      return [inline.for === 'signature' ? h('span', { className: ['signature'] }) : dateGap()];
    case 'break':
      return [h('br')];
    case 'footnote':
      return context.notes?.reference(inline.id) ?? [];
    case 'picture':
      return [picture(inline, context.base)];
    case 'link': {
      const { href, title = null, content } = inline;
      return [h('a', { href: belowBase(href, context.base), title }, inlineElements(content, context))];
    }
    case 'span': {
      const { element, breaking, content } = inline;
      const properties = breaking === undefined ? keptProperties(inline) : { className: [breaking] };
      return [h(element, properties, inlineElements(content, context))];
    }
    case undefined:
      return [];
  }
}

function blank({ label, unit, words }: Kind<'blank'>, fields: readonly Field[], before: string): Element {
  const open = blankElement(label, fields, { unit: unit ?? 'with', before });
  const field = fields.find((candidate) => candidate.label === label);
  if (field === undefined || words === undefined) return open;
  return {
    ...open,
    properties: { ...open.properties, className: filledClasses(field, words) },
    children: lines(words),
  };
}

/** A total that is added up, blank until every line is known. */
function sum({ words }: Kind<'sum'>): Element {
  const computed = { dataKind: 'computed' };
  if (words !== undefined) return h('span', { className: ['filled'], ...computed }, lines(words));
  return h('span', { className: ['blank'], ...computed }, openBlank(documentStrings.budget.total, ''));
}

function dateGap(): Element {
  return h(
    'span',
    { className: ['signed-on'] },
    documentStrings.signOff.dateParts.map((part) => h('span', part)),
  );
}

/** Longer names are broken like any text; in a column that is too narrow for it, what is kept whole breaks anywhere. */
const longestWhole = 8;

/**
 * A role, and the person who has it, each on one line where it is short.
 *
 * ```html
 * <span class="whole">客服主管</span><wbr><span class="whole">（王小明）</span>
 * ```
 */
function roleWords(role: string, person?: string): ElementContent[] {
  return person === undefined ? [whole(role)] : [whole(role), h('wbr'), whole(inBrackets(person))];
}

function whole(words: string): Element {
  return h('span', { className: Array.from(words).length <= longestWhole ? ['whole'] : [] }, words);
}

function picture({ src, alt, title, width, height }: Kind<'picture'>, base: string): Element {
  return h('img', { src: belowBase(src, base), alt, title, width, height });
}

/**
 * Addresses within the site are written as if it stood at the top of its host; here they come below the base path. `//x` is of
 * another host.
 *
 *     /plans/bank-service-and-control/ with the base path /team/ → /team/plans/bank-service-and-control/
 */
export function belowBase(address: string, base: string): string {
  return /^\/(?!\/)/.test(address) ? base.replace(/\/$/, '') + address : address;
}
