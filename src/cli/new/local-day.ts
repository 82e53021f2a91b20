import { isoDate } from '../../model/time/offset.ts';

/** Today as the writer's calendar has it, `2027-01-05`: in Shanghai it is tomorrow when UTC's evening begins. */
export function localDay(now = new Date()): string {
  return isoDate({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
}
