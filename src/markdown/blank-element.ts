import type { Element, ElementContent } from 'hast';
import { type Run, splitBlanks } from '../model/blank.ts';
import { noValues, printedField, resolveValues } from '../model/compute.ts';
import { h } from '../model/element.ts';
import type { Field } from '../model/field.ts';
import { unitOf } from '../model/unit.ts';
import { type FormatOptions, type Values, formatValue } from '../model/value.ts';
import { filledClasses, lines } from './filled-words.ts';
import { notAtEnd } from './text-measure.ts';

/** How a blank is written, and the values that are known already; a default is known always. */
export interface BlankOptions extends FormatOptions {
  readonly values?: Values;
  /** What stands before the blank. */
  readonly before?: string;
}

/**
 * A blank in the document: its label, and behind it the unit that its figure will have. It carries its field's label, so
 * that filling finds it, and its hint, so that a reader sees what belongs there. A field whose value is known starts
 * out filled with it.
 *
 * ```html
 * <span class="blank" data-field="在管户数" data-kind="integer" title="…"
 *   ><span class="blank-label">在管户数</span><span class="blank-unit">户</span></span>
 * <span class="filled" data-field="满意度目标" data-kind="percent" title="…">85%</span>
 * ```
 */
export function blankElement(label: string, fields: readonly Field[], options: BlankOptions = {}): Element {
  const field = fields.find((candidate) => candidate.label === label);
  const values = resolveValues(fields, options.values ?? noValues);
  const value = field && values.get(field.name);
  const properties = {
    dataField: label,
    dataKind: field?.kind ?? 'text',
    dataUnit: options.unit === 'without' ? 'none' : null,
    title: field?.hint ?? null,
  };
  if (field !== undefined && value !== undefined) {
    const words = formatValue(printedField(field, fields, values), value, options);
    return h('span', { className: filledClasses(field, words), ...properties }, lines(words));
  }
  const unit = field === undefined || options.unit === 'without' ? '' : unitOf(field);
  // Chromium would leave a bracket alone at the end of the line before a blank.
  const className = notAtEnd.test(options.before ?? '') ? ['blank', 'bracketed'] : ['blank'];
  return h('span', { className, ...properties }, openBlank(label, unit));
}

/** What stands in a blank that is not filled: the label that goes under its rule, and the unit behind it. */
export function openBlank(label: string, unit: string): Element[] {
  return [
    h('span', { className: ['blank-label'] }, label),
    ...(unit === '' ? [] : [h('span', { className: ['blank-unit'] }, unit)]),
  ];
}

/** The text of a run; none for a blank. */
function textOf(run: Run | undefined): string {
  return run?.kind === 'text' ? run.text : '';
}

/** A string of the front matter as document content: `≥【满意度目标】` → text and blank. */
export function inlineContent(source: string, fields: readonly Field[], options: BlankOptions = {}): ElementContent[] {
  return splitBlanks(source).map((run, index, runs) =>
    run.kind === 'text'
      ? { type: 'text', value: run.text }
      : blankElement(run.label, fields, { ...options, before: textOf(runs[index - 1]) }),
  );
}
