import type { Element, Nodes } from 'hast';
import { fillMarks } from '../fill/fill-marks.ts';
import type { Filling } from '../document/filling.ts';
import { runningTitle } from '../fill/paper-title.ts';
import { sizeColumns } from '../markdown/table-columns.ts';
import type { Plan } from '../model/plan.ts';
import { schedule, titledSchedule } from './schedule.ts';

/** What becomes of an element that is drawn from the plan's data; the same element where it is none. */
export type Drawing = (element: Element, plan: Plan, filling: Filling) => Element;

/**
 * A copy of a plan's document with one writer's answers in it, as if it had been made with them: marks are filled, the
 * schedule is drawn again with names, people and months, and every table gets the columns that suit its new content.
 *
 * It stands with the components, and not with the marks in `src/fill`, because drawing does: a folder knows only what
 * stands left of it, and filling a mark needs no drawing.
 *
 * @param drawing what else is drawn anew
 */
export function fillPlainDocument<T extends Nodes>(
  tree: T,
  plan: Plan,
  filling: Filling,
  drawing: Drawing = (element) => element,
): T {
  return redrawn(fillMarks(tree, plan.fields, filling), plan, filling, drawing);
}

/** `fillMarks` has made a copy, which may be changed. */
function redrawn<T extends Nodes>(node: T, plan: Plan, filling: Filling, drawing: Drawing): T {
  if (node.type === 'element' && node.tagName === 'table') sizeColumns(node);
  if (!('children' in node)) return node;
  const drawn = (child: Nodes): Nodes => {
    if (child.type !== 'element') return redrawn(child, plan, filling, drawing);
    if (isSchedule(child)) return drawnAgain(child, plan, filling);
    return redrawn(drawing(child, plan, filling), plan, filling, drawing);
  };
  return retitled({ ...node, children: node.children.map(drawn) }, plan);
}

/** What the running heads are made of follows the title that stands below it. */
function retitled<T extends Nodes>(node: T, plan: Plan): T {
  if (node.type !== 'element' || node.properties['dataTitle'] === undefined) return node;
  return { ...node, properties: { ...node.properties, dataTitle: runningTitle(node, plan.title) } };
}

function drawnAgain({ properties: { dataTitled } }: Element, plan: Plan, filling: Filling): Element {
  return dataTitled === undefined ? schedule(plan, filling) : titledSchedule(schedule(plan, filling));
}

function isSchedule({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('schedule');
}

/** Whether a document has tables with a timeline, which `fillDocument` draws and {@link fillPlainDocument} does not. */
export function hasTimelines(node: Nodes): boolean {
  if (node.type === 'element' && node.properties['dataTimeline'] !== undefined) return true;
  return 'children' in node && node.children.some(hasTimelines);
}
