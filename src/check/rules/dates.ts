import { type CalendarDate, isPlausibleYear, isoDate, parseDate } from '../../model/time/offset.ts';
import { impossibleDay } from '../calendar-day.ts';
import type { Finding } from '../entry.ts';
import type { Rule, RuleInput, TextSpan } from '../rule.ts';
import { stringSpan } from '../spans.ts';

const dayPattern = /(?:(?<!\d)(\d{4})年)?(?<!\d)(\d{1,2})月(\d{1,2})日/gu;
const isoPattern = /(?<![\d-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])/gu;
const rangePattern = /(\d{4})年(\d{1,2})月(\d{1,2})日\s*[至到—–~～-]+\s*(\d{4})年(\d{1,2})月(\d{1,2})日/gu;

/** Keys of the front matter that hold a day or a month alone; the schema reads them. */
const dated = new Set<PropertyKey>(['updated', 'default', 'example']);

/** Days that are written in the entry are days of the calendar, and no span ends before it begins. */
export const datesExist: Rule = (input) =>
  textsOf(input).flatMap((span) => [
    ...[...span.value.matchAll(dayPattern), ...span.value.matchAll(isoPattern)].flatMap((match) =>
      impossible(match, span),
    ),
    ...[...span.value.matchAll(rangePattern)].flatMap((match) => backwards(match, span)),
  ]);

/** What readers see, and hints and examples of fields, which come to be seen when the plan is filled. */
function textsOf({ spans, strings, text, positionAt }: RuleInput): TextSpan[] {
  const fields = strings.filter(
    ({ path, value }) =>
      path[0] === 'fields' && !(dated.has(path.at(-1) ?? '') && /^\s*\d{4}-\d{1,2}(?:-\d{1,2})?\s*$/.test(value)),
  );
  return [...spans.filter(({ path }) => path !== 'code'), ...fields.map((one) => stringSpan(text, one, positionAt))];
}

function impossible({ 0: found, 1: year, 2: month, 3: day, index }: RegExpExecArray, span: TextSpan): Finding[] {
  const why = impossibleDay(year === undefined ? undefined : Number(year), Number(month), Number(day));
  return why === undefined
    ? []
    : [
        {
          code: 'date-wrong',
          position: span.locate(index),
          what: `没有“${found}”这一天：${why}`,
          fix: '改成日历上有的日子。',
        },
      ];
}

function backwards({ 0: found, index, ...parts }: RegExpExecArray, span: TextSpan): Finding[] {
  const [from, to] = [1, 4].map((at): CalendarDate => {
    const [year, month, day] = [parts[at], parts[at + 1], parts[at + 2]].map(Number);
    return { year: year ?? 0, month: month ?? 0, day: day ?? 0 };
  });
  if (from === undefined || to === undefined || isoDate(from) <= isoDate(to)) return [];
  const fix = '把先后调过来，或者改正年份。';
  return [{ code: 'date-wrong', position: span.locate(index), what: `“${found}”结束早于开始`, fix }];
}

/** Years of days, and of 年度, have four digits and are of our time: 27 is no year, and 0027 no year of a plan. */
export const yearsPlausible: Rule = ({ entry, frontMatter }) => {
  const years = [
    ...(entry.updated === undefined ? [] : [yearOf(['updated'], entry.updated)]),
    ...(entry.fields ?? []).flatMap((field, i) =>
      (['default', 'example'] as const).flatMap((key) => {
        const value = field.kind === 'computed' ? undefined : field[key];
        if (value === undefined) return [];
        if (field.kind === 'date' || field.kind === 'month') return [yearOf(['fields', i, key], String(value))];
        return field.name === 'year' ? [{ path: ['fields', i, key], year: Number(value), written: String(value) }] : [];
      }),
    ),
  ];
  return years.flatMap(({ path, year, written }): Finding[] => {
    if (isPlausibleYear(year)) return [];
    const position = frontMatter.positionOf(path);
    const meant = Number.isInteger(year) && year >= 0 && year < 100 ? `，如 ${2000 + year}` : '';
    return [{ code: 'date-wrong', position, what: `“${written}”的年份 ${year} 不对`, fix: `年份写四位${meant}。` }];
  });
};

function yearOf(path: PropertyKey[], written: string): { path: PropertyKey[]; year: number; written: string } {
  return { path, year: parseDate(written)?.year ?? Number(/^\d+/.exec(written)?.[0] ?? NaN), written };
}
