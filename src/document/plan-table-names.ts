/** The tables that show a part of the plan's data. */
export const planTableNames = ['kpis', 'tasks', 'budget', 'risks', 'reviews'] as const;
export type PlanTableName = (typeof planTableNames)[number];
