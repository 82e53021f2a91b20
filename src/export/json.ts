import { printedField, resolveValues } from '../model/compute.ts';
import { formatValue } from '../model/value.ts';
import { type Block, inlineText } from './blocks.ts';
import { editedPlanData } from './edited-plan-data.ts';
import { targetFigures } from './kpi-figures.ts';
import type { Manuscript } from './manuscript.ts';

/**
 * A document for programs: the plan's data as the writer has changed them, the draft (which can be read in again as it
 * is), every field with its value and its words, what each indicator asks for, and the text block by block.
 */
export function json({ title, blocks, footnotes, draft, filled }: Manuscript): string {
  const { plan, draft: content } = filled;
  const values = resolveValues(plan.fields, content.values);
  const fields = plan.fields.map((field) => {
    const value = values.get(field.name);
    return {
      name: field.name,
      label: field.label,
      value: value ?? null,
      text: value === undefined ? null : formatValue(printedField(field, plan.fields, values), value),
    };
  });
  const data = editedPlanData(filled);
  const kpis = (data['kpis'] as readonly Readonly<Record<string, unknown>>[]).map(({ name, baseline, target }) => ({
    name,
    baseline: targetFigures(baseline, plan.fields, values),
    target: targetFigures(target, plan.fields, values),
  }));
  const document = [
    ...blocks.map(blockJson),
    ...footnotes.map(({ number, blocks: inner }) => ({ kind: 'footnote', number, blocks: inner.map(blockJson) })),
  ];
  return `${JSON.stringify({ format: 'planshelf.document', version: 1, title, plan: data, fields, kpis, draft, document }, null, 2)}\n`;
}

function blockJson(block: Block): unknown {
  switch (block.kind) {
    case 'heading':
      return { kind: block.kind, level: block.level, number: block.number, text: inlineText(block.content) };
    case 'paragraph':
      return { kind: block.kind, text: inlineText(block.content) };
    case 'facts':
      return {
        kind: block.kind,
        facts: block.facts.map(({ term, content }) => [inlineText(term), inlineText(content)]),
      };
    case 'list':
      return {
        kind: block.kind,
        ordered: block.ordered,
        start: block.start,
        items: block.items.map(({ checked, blocks }) => ({
          ...(checked !== undefined && { checked }),
          blocks: blocks.map(blockJson),
        })),
      };
    case 'table': {
      const texts = (cells: typeof block.head): string[] => cells.map(({ content }) => inlineText(content));
      return {
        kind: block.kind,
        name: block.name ?? null,
        caption: inlineText(block.caption),
        head: texts(block.head),
        rows: block.rows.map(({ cells }) => texts(cells)),
      };
    }
    case 'quote':
      return { kind: block.kind, blocks: block.blocks.map(blockJson) };
    default:
      return block;
  }
}
