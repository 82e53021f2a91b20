import { z } from 'zod';
import { periods, rhythms } from './period-words.ts';

// Pages in the browser take these from their own file, and so get by without the schemas.
export { type Period, type Rhythm, periodMonths, periodTitles, rhythmTitles } from './period-words.ts';

/** Length of time that a plan covers. */
export const periodSchema = z.enum(periods).describe('计划周期');

export const rhythmSchema = z
  .enum(rhythms)
  .describe('频次：day 每日、week 每周、half-month 每半月、month 每月、quarter 每季度、half-year 每半年、year 每年');
