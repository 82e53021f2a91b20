/** The tables of a plan's data as HTML, as they are published. */
import type { Element } from 'hast';
import { contentFiller, filledTable } from '../document/fill.ts';
import { nothingFilled } from '../document/filling.ts';
import type { PlanTableName } from '../document/plan-table-names.ts';
import * as tables from '../document/plan-tables.ts';
import type { PlanTable } from '../document/schema.ts';
import { planTableElement } from '../document/table-elements.ts';
import type { Plan } from '../model/plan.ts';

export function kpiTable(plan: Plan): Element {
  return element('kpis', tables.kpiTable(plan), plan);
}

export function taskTable(plan: Plan): Element {
  return element('tasks', tables.taskTable(plan), plan);
}

export function reviewTable(plan: Plan): Element {
  return element('reviews', tables.reviewTable(plan), plan);
}

/** Undefined for a plan that names no risk. */
export function riskTable(plan: Plan): Element | undefined {
  const table = tables.riskTable(plan);
  return table && element('risks', table, plan);
}

/** Undefined for a plan that spends nothing. A total whose terms are all known is added up. */
export function budgetTable(plan: Plan): Element | undefined {
  const table = tables.budgetTable(plan);
  return table && element('budget', filledTable(table, contentFiller(plan, nothingFilled)), plan);
}

function element(name: PlanTableName, table: PlanTable, { fields }: Plan): Element {
  return planTableElement(name, table, fields);
}
