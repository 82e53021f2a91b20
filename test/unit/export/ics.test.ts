import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { ics } from '../../../src/export/ics.ts';
import { icsLines, icsText } from '../../../src/export/ics-text.ts';
import { lastDay, recurrence } from '../../../src/export/recurrence.ts';
import { documentPlaces } from '../../../src/document/edits/document-places.ts';
import type { Draft } from '../../../src/fill/draft.ts';
import { type CalendarDate, isoDate, parseDate } from '../../../src/model/time/offset.ts';
import { rhythmSchema } from '../../../src/model/time/period.ts';
import { samplePlan } from '../components/sample-plan.ts';
import { anyText } from '../fill/arbitrary-draft.ts';
import { sampleDocument } from '../document/sample-entry.ts';
import { filledValues, sampleManuscript } from './sample-manuscript.ts';

function calendar(given: Partial<Draft> = { values: filledValues }): ICAL.Component {
  return ICAL.Component.fromString(ics(sampleManuscript(given)));
}

function entries(component: ICAL.Component): string[][] {
  return component
    .getAllSubcomponents()
    .map((entry) => [
      entry.name,
      String(entry.getFirstPropertyValue('summary')),
      ...['dtstart', 'dtend', 'rrule'].map((name) => String(entry.getFirstPropertyValue(name) ?? '')),
    ]);
}

describe('a calendar', () => {
  test('has every task and review on its day', () => {
    expect(entries(calendar())).toEqual([
      ['vevent', '每周走访', '2027-01-07', '2027-01-08', 'FREQ=WEEKLY;UNTIL=20271231'],
      ['vevent', '编订规程', '2027-03-31', '2027-04-01', ''],
      ['vevent', '满意度测评', '2027-05-01', '2027-07-01', ''],
      ['vevent', '月度例会', '2027-01-31', '2027-02-01', 'FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20271231'],
      ['vevent', '半年调整', '2027-06-30', '2027-07-01', ''],
    ]);
    expect(String(calendar().getFirstPropertyValue('x-wr-timezone'))).toBe('Asia/Shanghai');
  });

  test('until the start is known it holds to-dos without a day, and says why', () => {
    const component = calendar({});
    expect(entries(component).map((entry) => [entry[0], entry[2]])).toEqual(
      Array.from({ length: 5 }, () => ['vtodo', '']),
    );
    expect(String(component.getFirstPropertyValue('x-wr-caldesc'))).toContain('起始日期还没有填');
    expect(String(component.getAllSubcomponents()[1]?.getFirstPropertyValue('description'))).toContain(
      '时限：第3个月末',
    );
  });

  test('is valid where a writer left out every task and review: it holds the plan itself', () => {
    const edits = documentPlaces(sampleDocument())
      .filter(({ kind, text }) => kind === 'table' && /^(?:任务|检查)/.test(text))
      .map(({ address }) => ({ kind: 'omit' as const, at: address }));
    expect(edits).toHaveLength(2);
    const title = '锦绣物业2027年住宅小区物业客服部年度工作计划';
    expect(entries(calendar({ values: filledValues, edits }))).toEqual([
      ['vevent', title, '2027-01-01', '2028-01-01', ''],
    ]);
    expect(entries(calendar({ edits })).map(([name]) => name)).toEqual(['vtodo']);
  });

  test('every UID is unique; it stays when values change, and differs by unit and year', () => {
    const uids = (values: Draft['values']): string[] =>
      calendar({ values })
        .getAllSubcomponents()
        .map((entry) => String(entry.getFirstPropertyValue('uid')));
    const first = uids(filledValues);
    expect(new Set(first).size).toBe(5);
    expect(uids({ ...filledValues, start: '2027-02-01', satisfaction: 90 })).toEqual(first);
    expect(uids({ ...filledValues, year: 2028 })).not.toContain(first[0]);
    expect(uids({ ...filledValues, organization: '别的' })).not.toContain(first[0]);
  });

  test('tasks of the same name each have a UID', () => {
    const plan = samplePlan({
      tasks: [
        { name: '巡查', every: 'week' },
        { name: '巡查', every: 'month' },
      ],
    });
    const component = ICAL.Component.fromString(ics(sampleManuscript({ values: filledValues }, plan)));
    const uids = component.getAllSubcomponents().map((entry) => String(entry.getFirstPropertyValue('uid')));
    expect(new Set(uids).size).toBe(uids.length);
  });

  test('edited and added times count; words that name no day make a to-do', () => {
    const at =
      documentPlaces(sampleDocument()).find(({ text, address }) => text === '第3个月末' && address.includes('/time#'))
        ?.address ?? '';
    const component = calendar({
      values: filledValues,
      edits: [
        { kind: 'text', at, text: '2027年4月10日' },
        { kind: 'row', id: 'x', table: 'tasks', cells: { name: '验收', time: '每月，至第3个月末止' } },
        { kind: 'row', id: 'y', table: 'tasks', cells: { name: '收尾', time: '视情况' } },
      ],
    });
    expect(entries(component).slice(1, 5)).toEqual([
      ['vevent', '编订规程', '2027-04-10', '2027-04-11', ''],
      ['vevent', '满意度测评', '2027-05-01', '2027-07-01', ''],
      ['vevent', '验收', '2027-01-31', '2027-02-01', 'FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20270331'],
      ['vtodo', '收尾', '', '', ''],
    ]);
  });

  test('any words in it leave a valid calendar that says them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const source = ics(sampleManuscript({ values: filledValues, people: { 客服主管: text } }));
        const component = ICAL.Component.fromString(source);
        expect(component.getAllSubcomponents('vevent')).toHaveLength(5);
        expect(source.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
        expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 200 },
    );
  });
});

test('text of any kind survives escaping and folding', () => {
  fc.assert(
    fc.property(
      anyText.map((text) => text.toWellFormed().replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, '')),
      (text) => {
        const source = icsLines([
          'BEGIN:VCALENDAR',
          'BEGIN:VEVENT',
          `SUMMARY:${icsText(text)}`,
          'END:VEVENT',
          'END:VCALENDAR',
        ]);
        const summary = ICAL.Component.fromString(source)
          .getFirstSubcomponent('vevent')
          ?.getFirstPropertyValue('summary');
        expect(summary).toBe(text);
      },
    ),
  );
});

describe('rhythms', () => {
  const day = (iso: string): CalendarDate => parseDate(iso) ?? { year: 0, month: 1, day: 1 };

  /** Days that an independent reader of rules finds. */
  function days(iso: string, every: (typeof rhythmSchema.options)[number], times = 1, until = '2027-12-31'): string[] {
    const { first, rule } = recurrence(every, times, day(iso), day(until));
    if (rule === undefined) return [isoDate(first)];
    const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(isoDate(first)));
    const found: string[] = [];
    while (found.length < 400) {
      // At the end it gives null, which its types do not say.
      const next = iterator.next() as ICAL.Time | null;
      if (next === null) break;
      found.push(String(next));
    }
    expect(found[0]).toBe(isoDate(first));
    return found;
  }

  test.each([
    [
      '2027-01-01',
      'month',
      1,
      [
        '2027-01-31',
        '2027-02-28',
        '2027-03-31',
        '2027-04-30',
        '2027-05-31',
        '2027-06-30',
        '2027-07-31',
        '2027-08-31',
        '2027-09-30',
        '2027-10-31',
        '2027-11-30',
        '2027-12-31',
      ],
    ],
    ['2027-01-01', 'quarter', 1, ['2027-03-31', '2027-06-30', '2027-09-30', '2027-12-31']],
    [
      '2027-01-01',
      'half-year',
      3,
      ['2027-02-28', '2027-04-30', '2027-06-30', '2027-08-31', '2027-10-31', '2027-12-31'],
    ],
    ['2027-01-01', 'year', 1, ['2027-12-31']],
    ['2027-03-15', 'quarter', 1, ['2027-06-14', '2027-09-14', '2027-12-14']],
    ['2027-08-31', 'month', 1, ['2027-09-28', '2027-10-28', '2027-11-28', '2027-12-28']],
    [
      '2027-10-01',
      'half-month',
      1,
      ['2027-10-15', '2027-10-31', '2027-11-15', '2027-11-30', '2027-12-15', '2027-12-31'],
    ],
    ['2027-11-10', 'half-month', 1, ['2027-11-23', '2027-12-09', '2027-12-23']],
    ['2027-11-20', 'half-month', 1, ['2027-12-05', '2027-12-19']],
  ] as const)('from %s every %s, %d times', (iso, every, times, expected) => {
    const found = days(iso, every, times);
    expect(found).toEqual(expected);
  });

  test('never goes beyond the end, never is empty, never is out of order', () => {
    const anyDay = fc
      .date({ min: new Date('2027-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom(...rhythmSchema.options),
        fc.integer({ min: 1, max: 6 }),
        (iso, every, times) => {
          const until = isoDate(lastDay(day(iso), 'year'));
          const found = days(iso, every, times, until);
          expect(found.length).toBeGreaterThan(0);
          expect(found).toEqual(found.toSorted());
          expect((found.at(-1) ?? '') <= until && (found[0] ?? '') >= iso).toBe(true);
        },
      ),
    );
  });
});
