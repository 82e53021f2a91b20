import { budgetSum } from '../model/budget-sum.ts';
import { resolveValues } from '../model/compute.ts';
import { isoDate } from '../model/time/offset.ts';
import type { Plan } from '../model/plan.ts';
import { formatNumber, formatValue } from '../model/value.ts';
import { mapContent } from './content.ts';
import { type Filling, answersByLabel, personOf, startOf } from './filling.ts';
import type { Content, Inline, PlanDocument, PlanRow, PlanTable } from './schema.ts';
import { mapBlocks, mapFacts } from './walk.ts';

/**
 * A document with one writer's answers in it: blanks with the words of their values, totals with what they come to, times
 * with the day that they count from, roles with people. What has no value stays open. Values are text and stay text.
 */
export function fillDocument(document: PlanDocument, filling: Filling): PlanDocument {
  const fill = contentFiller(document, filling);
  const { title, facts, blocks, footnotes, tables, roles, signOff, fields } = document;
  const { kpis, tasks, budget, risks, reviews } = tables;
  const table = (given: PlanTable): PlanTable => filledTable(given, fill);
  return {
    ...document,
    values: Object.fromEntries(resolveValues(fields, filling.values)),
    title: { ...title, content: fill(title.content) },
    facts: mapFacts(facts, fill),
    blocks: mapBlocks(blocks, fill),
    footnotes: footnotes.map((note) => ({ ...note, blocks: mapBlocks(note.blocks, fill) })),
    tables: {
      kpis: table(kpis),
      tasks: table(tasks),
      ...(budget && { budget: table(budget) }),
      ...(risks && { risks: table(risks) }),
      reviews: table(reviews),
    },
    roles: mapFacts(roles, fill),
    signOff: mapFacts(signOff, fill),
  };
}

/** Puts one writer's answers into content. */
export function contentFiller({ fields }: Pick<Plan, 'fields'>, filling: Filling): (content: Content) => Inline[] {
  const answers = answersByLabel(fields, filling);
  const start = startOf(fields, filling);
  const filled = (inline: Inline): Inline => {
    switch (inline.kind) {
      case 'blank': {
        const answer = answers.get(inline.label);
        if (answer === undefined) return inline;
        return { ...inline, words: formatValue(answer.field, answer.value, { unit: inline.unit ?? 'with' }) };
      }
      case 'time':
        return start === undefined ? inline : { ...inline, from: isoDate(start) };
      case 'role': {
        const person = personOf(inline.name, filling);
        return person === undefined ? inline : { ...inline, person };
      }
      case 'sum': {
        const sum = budgetSum(inline.terms, inline.unit, (label) => answers.get(label));
        return sum === undefined ? inline : { ...inline, words: formatNumber(sum.value, sum.decimals) };
      }
      default:
        return inline;
    }
  };
  return (content) => mapContent(content, (inline) => [filled(inline)]);
}

function filledTable(table: PlanTable, fill: (content: Content) => Inline[]): PlanTable {
  const row = (given: PlanRow): PlanRow => ({
    ...given,
    cells: Object.fromEntries(
      Object.entries(given.cells).map(([key, cell]) => [key, { ...cell, content: fill(cell.content) }]),
    ),
  });
  return {
    ...table,
    columns: table.columns.map((column) => ({ ...column, heading: fill(column.heading) })),
    rows: table.rows.map(row),
    ...(table.total && { total: row(table.total) }),
  };
}
