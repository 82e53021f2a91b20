/** The components that a plan's author places in the prose; each shows a part of the plan's data. */
export const planComponents = ['Kpis', 'Tasks', 'Schedule', 'Budget', 'Risks', 'Reviews', 'SignOff'] as const;
export type PlanComponent = (typeof planComponents)[number];

/** Whether a JSX name is one of the plan components. */
export function isPlanComponent(name: string | null): name is PlanComponent {
  return planComponents.some((known) => known === name);
}
