/** Content of a document as HTML has it, with the marks by which filling finds what it fills. */
import type { Element, ElementContent } from 'hast';
import { h } from '../model/element.ts';
import { blankElement, openBlank } from '../markdown/blank-element.ts';
import { filledClasses, lines } from '../markdown/filled-words.ts';
import type { BudgetTerm } from '../model/budget-sum.ts';
import type { Field } from '../model/field.ts';
import { type CalendarDate, parseDate } from '../model/offset.ts';
import type { Timing } from '../model/timing.ts';
import { roleWords } from './role-words.ts';
import type { Content, Inline, Mark } from './schema.ts';
import { documentStrings } from './strings.zh.ts';
import { timeLabel } from './time-label.ts';
import { timeParts } from './time-parts.ts';
import { wordsOfPart } from './time-words.ts';

type Blank = Extract<Inline, { kind: 'blank' }>;

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

export function contentElements(content: Content, fields: readonly Field[]): ElementContent[] {
  return content.flatMap((inline, index) => {
    const before = content[index - 1];
    const elements = elementsOf(inline, fields, before?.kind === 'text' ? before.text : '');
    const marks = 'marks' in inline ? (inline.marks ?? []) : [];
    return marks.reduceRight((inner, mark): ElementContent[] => [h(elementOfMark[mark], inner)], elements);
  });
}

/** @param before words before it on the line */
function elementsOf(inline: Inline, fields: readonly Field[], before: string): ElementContent[] {
  switch (inline.kind) {
    case 'text':
      return [{ type: 'text', value: inline.text }];
    case 'blank':
      return [blank(inline, fields, before)];
    case 'time':
      return inline.from === undefined ? timeLabel(inline.timing) : datedTime(inline.timing, parseDate(inline.from));
    case 'role':
      return [h('span', { className: ['role'], dataRole: inline.name }, roleWords(inline.name, inline.person))];
    case 'sum':
      return [sumElement(inline.terms, inline.unit, inline.words)];
    case 'gap':
      return inline.for === 'signature'
        ? [h('span', { className: ['signature'] })]
        : [h('span', { className: ['signed-on'] }, dateParts())];
    case 'break':
      return [h('br')];
    case 'footnote':
      return [h('sup', { dataFootnoteRef: inline.id })];
    case 'picture':
      return [h('img', { src: inline.src, alt: inline.alt, title: inline.title ?? null })];
    case 'link':
      return [h('a', { href: inline.href, title: inline.title ?? null }, contentElements(inline.content, fields))];
    case 'span': {
      const { element, title = null, lang = null, dir = null, anchor: id = null, breaking } = inline;
      const className = breaking === undefined ? null : [breaking];
      return [h(element, { id, className, title, lang, dir }, contentElements(inline.content, fields))];
    }
  }
}

function blank({ label, unit, words }: Blank, fields: readonly Field[], before: string): Element {
  const open = blankElement(label, fields, { unit: unit ?? 'with', before });
  const field = fields.find((candidate) => candidate.label === label);
  if (field === undefined || words === undefined) return open;
  return {
    ...open,
    properties: { ...open.properties, className: filledClasses(field, words) },
    children: lines(words),
  };
}

/** A time in dates; what a line does not break stays together. */
function datedTime(timing: Timing, start: CalendarDate | undefined): ElementContent[] {
  return timeParts(timing).map((part) => {
    const words: ElementContent = { type: 'text', value: wordsOfPart(part, start) };
    return part.every((piece) => typeof piece === 'string') ? words : h('span', { className: ['whole'] }, words);
  });
}

function dateParts(): Element[] {
  return documentStrings.signOff.dateParts.map((part) => h('span', part));
}

/**
 * A total that is added up, blank until every line is known. Its terms stand with it as JSON, figures and labels, so that
 * filling can add up again.
 *
 * ```html
 * <span class="blank" data-sum='[1200,"培训费"]' data-sum-unit="元"><span class="blank-label">合计</span></span>
 * ```
 */
export function sumElement(terms: readonly BudgetTerm[], unit: string, words?: string): Element {
  const marks = { dataKind: 'computed', dataSum: JSON.stringify(terms), dataSumUnit: unit };
  if (words !== undefined) return h('span', { className: ['filled'], ...marks }, lines(words));
  return h('span', { className: ['blank'], ...marks }, openBlank('合计', ''));
}
