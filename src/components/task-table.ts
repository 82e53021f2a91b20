import type { Element } from 'hast';
import { inlineContent } from '../markdown/blank-element.ts';
import type { Plan } from '../model/plan.ts';
import { planTable, words } from './plan-table.ts';
import { roleLabel, roleLabels } from '../document/role-label.ts';
import { strings } from './strings.zh.ts';
import { timeLabel } from '../document/time-label.ts';

/** The plan's tasks in their order, numbered from 1. */
export function taskTable(plan: Plan): Element {
  const { fields } = plan;
  return planTable({
    name: 'tasks',
    caption: strings.tasks.caption,
    rows: plan.tasks,
    columns: [
      { name: 'ordinal', heading: strings.tasks.ordinal, cell: (_, index) => words(String(index + 1)) },
      { name: 'name', heading: strings.tasks.name, kind: 'header', cell: (task) => inlineContent(task.name, fields) },
      { name: 'measure', heading: strings.tasks.measure, cell: (task) => inlineContent(task.measure ?? '', fields) },
      { name: 'owner', heading: strings.tasks.owner, cell: (task) => roleLabel(task.owner) },
      { name: 'with', heading: strings.tasks.with, cell: (task) => roleLabels(task.with ?? []) },
      { name: 'time', heading: strings.tasks.time, cell: (task) => timeLabel(task) },
      { name: 'standard', heading: strings.tasks.standard, cell: (task) => inlineContent(task.standard ?? '', fields) },
    ],
  });
}
