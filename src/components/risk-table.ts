import type { Element } from 'hast';
import { inlineContent } from '../markdown/blank-element.ts';
import type { Plan } from '../model/plan.ts';
import { gradeTitles } from '../model/sections.ts';
import { planTable, words } from './plan-table.ts';
import { roleLabel } from '../document/role-label.ts';
import { strings } from './strings.zh.ts';

/** What may go wrong, and what is done then; undefined for a plan that names no risk. */
export function riskTable(plan: Plan): Element | undefined {
  const { fields, risks } = plan;
  if (risks.length === 0) return undefined;
  return planTable({
    name: 'risks',
    caption: strings.risks.caption,
    rows: risks,
    columns: [
      { name: 'risk', heading: strings.risks.risk, kind: 'header', cell: ({ risk }) => inlineContent(risk, fields) },
      {
        name: 'grade',
        heading: strings.risks.likelihood,
        cell: ({ likelihood }) => words(gradeTitles[likelihood]),
      },
      { name: 'grade', heading: strings.risks.impact, cell: ({ impact }) => words(gradeTitles[impact]) },
      { name: 'signal', heading: strings.risks.signal, cell: ({ signal }) => inlineContent(signal ?? '', fields) },
      { name: 'response', heading: strings.risks.response, cell: ({ response }) => inlineContent(response, fields) },
      { name: 'owner', heading: strings.risks.owner, cell: ({ owner }) => roleLabel(owner) },
    ],
  });
}
