import { planTableNames } from './plan-table-names.ts';

/** The parts of a plan's data that its text can show; apart from the schema, which browsers get by without. */
export const partNames = [...planTableNames, 'schedule', 'signOff'] as const;
export type PartName = (typeof partNames)[number];
