import type { Element } from 'hast';
import { inlineContent } from '../markdown/blank-element.ts';
import type { Plan } from '../model/plan.ts';
import { planTable } from './plan-table.ts';
import { roleLabel } from '../document/role-label.ts';
import { strings } from './strings.zh.ts';
import { timeLabel } from '../document/time-label.ts';

/** Who reports what to whom, and when. */
export function reviewTable(plan: Plan): Element {
  const { fields, reviews, roles } = plan;
  const isRole = (name: string): boolean => roles.some((role) => role.name === name);
  return planTable({
    name: 'reviews',
    caption: strings.reviews.caption,
    rows: reviews,
    columns: [
      { name: 'name', heading: strings.reviews.name, kind: 'header', cell: ({ name }) => inlineContent(name, fields) },
      { name: 'time', heading: strings.reviews.time, cell: ({ every, due }) => timeLabel({ every, due }) },
      { name: 'by', heading: strings.reviews.by, cell: ({ by }) => roleLabel(by) },
      {
        name: 'to',
        heading: strings.reviews.to,
        cell: ({ to }) => (isRole(to) ? roleLabel(to) : inlineContent(to, fields)),
      },
      { name: 'what', heading: strings.reviews.what, cell: ({ what }) => inlineContent(what, fields) },
    ],
  });
}
