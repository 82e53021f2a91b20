import type { Nodes } from 'hast';
import type { Filling } from '../document/filling.ts';
import type { Plan } from '../model/plan.ts';
import { fillPlainDocument } from './fill-plain-document.ts';
import { hasTimeline, withTimeline } from './task-timeline.ts';

/**
 * A copy of a plan's document, in whichever template, with one writer's answers in it: {@link fillPlainDocument}, and
 * the timelines of tables are drawn anew.
 */
export function fillDocument<T extends Nodes>(tree: T, plan: Plan, filling: Filling): T {
  return fillPlainDocument(tree, plan, filling, (element) =>
    hasTimeline(element) ? withTimeline(element, plan, filling) : element,
  );
}
