/** Content of a document as HTML has it, with the marks by which filling finds what it fills. */
import type { Element, ElementContent } from 'hast';
import { h } from '../model/element.ts';
import { blankElement, openBlank } from '../markdown/blank-element.ts';
import { lines } from '../markdown/filled-words.ts';
import type { BudgetTerm } from '../model/budget-sum.ts';
import type { Field } from '../model/field.ts';
import { parseDate } from '../model/offset.ts';
import { roleLabel } from './role-label.ts';
import type { Content, Inline, Mark } from './schema.ts';
import { documentStrings } from './strings.zh.ts';
import { timeLabel } from './time-label.ts';

const elementOfMark: Readonly<Record<Mark, string>> = {
  bold: 'strong',
  italic: 'em',
  strike: 'del',
  code: 'code',
  raised: 'sup',
  lowered: 'sub',
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
      return [blankElement(inline.label, fields, { unit: inline.unit ?? 'with', words: inline.words, before })];
    case 'time':
      return timeLabel(inline.timing, inline.from === undefined ? undefined : parseDate(inline.from));
    case 'post':
      return roleLabel(inline.role, inline.person);
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
