import { type EditedRow, dayOf, rowTiming } from '../document/edits/edited-rows.ts';
import type { PlanTable } from '../document/schema.ts';
import { documentRows } from '../document/edits/document-rows.ts';
import { startOf } from '../document/filling.ts';
import { textHash } from '../document/edits/text-hash.ts';
import { resolveValues } from '../model/compute.ts';
import { type CalendarDate, addDays, isoDate } from '../model/time/offset.ts';
import type { Plan } from '../model/plan.ts';
import type { Timing } from '../model/time/timing.ts';
import { inlineText } from './blocks.ts';
import { icsLines, icsText } from './ics-text.ts';
import type { Manuscript } from './manuscript.ts';
import { icsDate, lastDay, recurrence } from './recurrence.ts';
import { inlineReader } from './document-inline.ts';

/** One task or review. */
interface Entry {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly category: string;
  readonly timing: Timing | undefined;
}

/**
 * The plan's tasks and reviews as a calendar, RFC 5545: all-day events, rhythms as rules that end with the plan. A
 * second import of the same plan of the same unit and year replaces the first, since every entry keeps its UID.
 *
 * Until 【起始日期】 is known nothing has a day. An empty calendar is no valid one, and would say nothing: tasks stand in
 * it as to-dos without date, with their times in words, and the calendar's description says why. The same goes for a
 * single task whose time was written in words that name no day.
 */
export function ics(manuscript: Manuscript): string {
  const { plan, draft } = manuscript.filled;
  const start = startOf(plan.fields, draft);
  const stamp = manuscript.stamp.toISOString().replace(/[-:]|\.\d+/g, '');
  const end = start && lastDay(start, plan.period);
  const rows = [...entriesOf(manuscript, 'tasks'), ...entriesOf(manuscript, 'reviews')];
  const entries = rows.length > 0 ? rows : [wholePlan(manuscript, start, end)];
  const note =
    start === undefined
      ? '起始日期还没有填，任务和检查列为没有日期的待办；填写起始日期后重新生成，就是日程。'
      : plan.summary;
  return icsLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Planshelf//Planshelf 1//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${icsText(manuscript.title)}`,
    `X-WR-CALDESC:${icsText(note)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    ...entries.flatMap((entry) => component(entry, stamp, start, end)),
    'END:VCALENDAR',
  ]);
}

/** The plan itself, from its first day to its last: a writer may leave out every task and review. */
function wholePlan(manuscript: Manuscript, start: CalendarDate | undefined, end: CalendarDate | undefined): Entry {
  const { plan } = manuscript.filled;
  return {
    uid: `${textHash(whoseOf(manuscript))}-${textHash('plan')}@planshelf`,
    summary: manuscript.title,
    description: plan.summary,
    category: '计划',
    timing: start && end ? { start: isoDate(start), due: isoDate(end) } : undefined,
  };
}

/** Rows of the document's table. */
function entriesOf(manuscript: Manuscript, name: 'tasks' | 'reviews'): Entry[] {
  const { document, text, plan } = manuscript.filled;
  const whose = textHash(whoseOf(manuscript));
  const table = document.tables[name];
  const read = inlineReader(plan.fields, []);
  const wordsIn = (at: number, column: string): string =>
    inlineText(read(table.rows[at]?.cells[column]?.content ?? []));
  return (documentRows(text, name) ?? []).map((row, at): Entry => {
    const published = row.index === undefined ? undefined : plan[name][row.index];
    return {
      uid: `${whose}-${uidOf(plan, name, row)}@planshelf`,
      summary: wordsIn(at, 'name'),
      description: descriptionOf(table, (column) => wordsIn(at, column)),
      category: name === 'tasks' ? '任务' : '检查',
      timing: rowTiming(row, published),
    };
  });
}

/** Unit and year: two units may keep the same plan in one calendar, and so may two years. */
function whoseOf({ filled: { plan, draft } }: Manuscript): string {
  const values = resolveValues(plan.fields, draft.values);
  return [plan.slug, values.get('organization') ?? '', values.get('year') ?? ''].join('\t');
}

/** The unique id of a row among all calendars. */
function uidOf(plan: Plan, name: 'tasks' | 'reviews', { index, key }: EditedRow): string {
  const row = index === undefined ? key : `${plan[name][index]?.name ?? key}\t${sameNameBefore(plan[name], index)}`;
  return textHash(`${name}\t${row}`);
}

/** Counts rows of the same name above, so that each has a UID of its own. */
function sameNameBefore(rows: readonly { readonly name: string }[], index: number): number {
  return rows.slice(0, index).filter((row) => row.name === rows[index]?.name).length;
}

/** Everything else that a row says, a line for each column. */
function descriptionOf({ columns }: PlanTable, wordsIn: (column: string) => string): string {
  return columns
    .flatMap(({ key, heading }) => {
      const text = wordsIn(key);
      if (key === 'name' || key === 'ordinal' || text === '') return [];
      return [`${inlineText(inlineReader([], [])(heading))}：${text}`];
    })
    .join('\n');
}

function component(
  { uid, summary, description, category, timing }: Entry,
  stamp: string,
  start: CalendarDate | undefined,
  end: CalendarDate | undefined,
): string[] {
  const when = timing && start && end ? occurrence(timing, start, end) : occurrenceOfDays(timing);
  const kind = when === undefined ? 'VTODO' : 'VEVENT';
  return [
    `BEGIN:${kind}`,
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    ...(when ?? []),
    `SUMMARY:${icsText(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${icsText(description)}`]),
    `CATEGORIES:${icsText(category)}`,
    // An all-day event is not meant to make its day busy.
    ...(when === undefined ? ['STATUS:NEEDS-ACTION'] : ['TRANSP:TRANSPARENT']),
    `END:${kind}`,
  ];
}

/** DTSTART, DTEND (the day after the last one) and RRULE of a timing in a plan from `start` to `end`. */
function occurrence(
  { start: first, due, every, times }: Timing,
  start: CalendarDate,
  end: CalendarDate,
): string[] | undefined {
  const from = first === undefined ? undefined : dayOf(first, start, 'start');
  const to = due === undefined ? undefined : dayOf(due, start, 'due');
  if ((first !== undefined && from === undefined) || (due !== undefined && to === undefined)) return undefined;
  if (every !== undefined) {
    const series = recurrence(every, times ?? 1, from ?? start, to ?? end);
    return [...allDay(series.first, series.first), ...(series.rule === undefined ? [] : [`RRULE:${series.rule}`])];
  }
  if (from === undefined && to === undefined) return undefined;
  return allDay(from ?? to ?? start, to ?? end);
}

/** Without the start of the plan: only what names its days itself. */
function occurrenceOfDays(timing: Timing | undefined): string[] | undefined {
  if (timing === undefined || timing.every !== undefined || timing.due === undefined) return undefined;
  const to = dayOf(timing.due, undefined, 'due');
  const from = timing.start === undefined ? to : dayOf(timing.start, undefined, 'start');
  return from === undefined || to === undefined ? undefined : allDay(from, to);
}

function allDay(first: CalendarDate, last: CalendarDate): string[] {
  const end = isoDate(last) < isoDate(first) ? first : last;
  return [`DTSTART;VALUE=DATE:${icsDate(first)}`, `DTEND;VALUE=DATE:${icsDate(addDays(end, 1))}`];
}
