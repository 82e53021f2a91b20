import { daysInMonth } from '../model/time/offset.ts';

/** Why a calendar has no such day; undefined where it has. Without a year, 29 February is a day. */
export function impossibleDay(year: number | undefined, month: number, day: number): string | undefined {
  if (month < 1 || month > 12) return `一年只有 12 个月，没有 ${month} 月`;
  const last = daysInMonth(year ?? 2028, month);
  if (day >= 1 && day <= last) return undefined;
  return `${year === undefined ? '' : `${year} 年 `}${month} 月有 ${last} 天`;
}
