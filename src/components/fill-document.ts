import type { Element, Nodes } from 'hast';
import { fillMarks } from '../fill/fill-marks.ts';
import type { Filling } from '../fill/filling.ts';
import { sizeColumns } from '../markdown/table-columns.ts';
import type { Plan } from '../model/plan.ts';
import { schedule, titledSchedule } from './schedule.ts';
import { hasTimeline, withTimeline } from './task-timeline.ts';

/**
 * A copy of a plan's document with one writer's answers in it, as if it had been made with them: marks are filled, the
 * schedule is drawn again with names, people and months, and every table gets the columns that suit its new content.
 *
 * It stands with the components, and not with the marks in `src/fill`, because drawing does: a folder knows only what
 * stands left of it, and filling a mark needs no drawing.
 */
export function fillDocument<T extends Nodes>(tree: T, plan: Plan, filling: Filling): T {
  return redrawn(fillMarks(tree, plan.fields, filling), plan, filling);
}

/** `fillMarks` has made a copy, which may be changed. */
function redrawn<T extends Nodes>(node: T, plan: Plan, filling: Filling): T {
  if (node.type === 'element' && node.tagName === 'table') sizeColumns(node);
  if (!('children' in node)) return node;
  const drawn = (child: Nodes): Nodes => {
    if (child.type !== 'element') return redrawn(child, plan, filling);
    if (isSchedule(child)) return drawnAgain(child, plan, filling);
    return redrawn(hasTimeline(child) ? withTimeline(child, plan, filling) : child, plan, filling);
  };
  return { ...node, children: node.children.map(drawn) };
}

function drawnAgain({ properties: { dataTitled } }: Element, plan: Plan, filling: Filling): Element {
  return dataTitled === undefined ? schedule(plan, filling) : titledSchedule(schedule(plan, filling));
}

function isSchedule({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('schedule');
}
