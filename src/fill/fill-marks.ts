import type { Element, Nodes } from 'hast';
import { filledClasses, lines } from '../markdown/filled-words.ts';
import { type BudgetTerm, budgetSum } from '../model/budget-sum.ts';
import type { Field } from '../model/field.ts';
import type { CalendarDate } from '../model/offset.ts';
import type { Edge } from '../model/timing.ts';
import { type Value, formatNumber, formatValue } from '../model/value.ts';
import { type Filling, answersByLabel, personOf, startOf } from '../document/filling.ts';
import { wordsOfMoment } from '../document/time-parts.ts';
import { roleWords } from '../document/role-words.ts';

/** What is needed to put one writer's answers into a document. */
interface Answers {
  readonly byLabel: ReadonlyMap<string, { readonly field: Field; readonly value: Value }>;
  readonly filling: Filling;
  readonly start: CalendarDate | undefined;
}

/**
 * A copy of a document, or of a part of one, with its marks filled: blanks with values, sums with their total, times with
 * dates once 【起始日期】 is known, roles with people's names behind them. What has no value stays as it is. Values are
 * text and stay text: nothing in them becomes markup. What is drawn from the plan as a whole (charts, widths of
 * columns) is not redrawn here; `fillDocument` does.
 */
export function fillMarks<T extends Nodes>(tree: T, fields: readonly Field[], filling: Filling): T {
  return filled(tree, { byLabel: answersByLabel(fields, filling), filling, start: startOf(fields, filling) });
}

function filled<T extends Nodes>(node: T, answers: Answers): T {
  if (node.type === 'element') {
    const words = wordsFor(node, answers);
    if (words !== undefined) return { ...node, ...words };
  }
  return 'children' in node ? { ...node, children: node.children.map((child) => filled(child, answers)) } : node;
}

type Words = Pick<Element, 'properties' | 'children'>;

/** What an element that carries a mark becomes; undefined for every other one. */
function wordsFor(element: Element, answers: Answers): Words | undefined {
  const { dataField: label, dataSum: terms, dataOffset: offset, dataRole: role } = element.properties;
  if (typeof label === 'string') return valueWords(element, label, answers);
  if (typeof terms === 'string') return sumWords(element, terms, answers);
  if (typeof offset === 'string') return dateWords(element, offset, answers);
  return typeof role === 'string' ? personWords(element, role, answers) : undefined;
}

function valueWords({ properties }: Element, label: string, { byLabel }: Answers): Words | undefined {
  const answer = byLabel.get(label);
  if (answer === undefined) return undefined;
  const { field, value } = answer;
  const words = formatValue(field, value, { unit: properties['dataUnit'] === 'none' ? 'without' : 'with' });
  return { properties: { ...properties, className: filledClasses(field, words) }, children: lines(words) };
}

/** The total of a budget's lines; it stays open while a line is, or is no figure. */
function sumWords({ properties }: Element, terms: string, { byLabel }: Answers): Words | undefined {
  const { dataSumUnit: unit } = properties;
  // The site's own components and `openTotal` have written them.
  const sum = budgetSum(JSON.parse(terms) as BudgetTerm[], String(unit ?? ''), (label) => byLabel.get(label));
  if (sum === undefined) return undefined;
  return {
    properties: { ...properties, className: ['filled'] },
    children: lines(formatNumber(sum.value, sum.decimals)),
  };
}

/** A time becomes a date. */
function dateWords({ properties }: Element, source: string, { start }: Answers): Words | undefined {
  if (start === undefined) return undefined;
  const { dataEdge: edge, dataSince: since } = properties;
  const moment = { at: source, edge: edge as Edge, since: since as string | undefined };
  return { properties, children: lines(wordsOfMoment(moment, start)) };
}

function personWords({ properties }: Element, role: string, { filling }: Answers): Words | undefined {
  const person = personOf(role, filling);
  return person === undefined ? undefined : { properties, children: roleWords(role, person) };
}
