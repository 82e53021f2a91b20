import { type CalendarDate, parseOffset, startDate } from '../../model/time/offset.ts';
import type { Period } from '../../model/time/period-words.ts';
import { type Division, divisionsOf } from '../../model/time/schedule-marks.ts';
import { scheduleStrings as strings } from './schedule-strings.zh.ts';

/** The time axis of a chart: what it counts, and a name for each division. */
export interface Axis {
  readonly title: string;
  readonly divisions: readonly (Division & { readonly label: string })[];
}

/**
 * The axis of a period. Its divisions are counted (月次 1, 2, 3) until the first day is known, and have their dates after: a month
 * that begins on its first day its name, everything else its first day.
 */
export function axisOf(period: Period, start: CalendarDate | undefined): Axis {
  const divisions = divisionsOf(period);
  const { ordinals, year, yearOn } = strings;
  if (start === undefined) {
    const title = ordinals[divisions[0]?.unit ?? 'm'];
    return { title, divisions: divisions.map((division) => ({ ...division, label: String(division.ordinal) })) };
  }
  const dates = divisions.map(({ offset }) => dateAt(start, offset));
  const sameYear = dates.every((date) => date.year === start.year);
  return {
    title: sameYear ? year(start.year) : yearOn(start.year),
    divisions: divisions.map((division, index) => ({ ...division, label: dateLabel(division, dates[index] ?? start) })),
  };
}

function dateAt(start: CalendarDate, offset: string): CalendarDate {
  const parsed = parseOffset(offset);
  return parsed === undefined ? start : startDate(start, parsed);
}

function dateLabel({ unit }: Division, { month, day }: CalendarDate): string {
  return unit === 'm' && day === 1 ? strings.month(month) : `${month}.${day}`;
}
