import type { PlanComponent } from '../markdown/remark-plan-components.ts';
import Budget from './Budget.astro';
import Kpis from './Kpis.astro';
import Reviews from './Reviews.astro';
import Risks from './Risks.astro';
import Schedule from './Schedule.astro';
import SignOff from './SignOff.astro';
import Tasks from './Tasks.astro';

/** What the names that an author writes in the prose stand for. */
export const componentsOfPlan = { Kpis, Tasks, Schedule, Budget, Risks, Reviews, SignOff } satisfies Record<
  PlanComponent,
  unknown
>;
