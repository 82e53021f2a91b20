import { dueDate, isoDate, parseOffset, startDate, withinPeriod } from '../../model/time/offset.ts';
import { periodTitles } from '../../model/time/period.ts';
import type { Finding } from '../entry.ts';
import type { Rule } from '../rule.ts';

/** Offsets lie within the plan's period. */
export const duesWithinPeriod: Rule = ({ entry, frontMatter }) => {
  const { period } = entry;
  if (period === undefined) return [];
  const times = Object.entries({ tasks: entry.tasks ?? [], reviews: entry.reviews ?? [] }).flatMap(([part, items]) =>
    items.flatMap((item, i) =>
      (['start', 'due'] as const).flatMap((key): [PropertyKey[], string][] => {
        const source: unknown = Reflect.get(item, key);
        return typeof source === 'string' ? [[[part, i, key], source]] : [];
      }),
    ),
  );
  return times.flatMap(([path, source]): Finding[] => {
    const offset = parseOffset(source);
    if (offset === undefined || withinPeriod(offset, period)) return [];
    const position = frontMatter.positionOf(path);
    const what = `时间 ${source} 超出计划周期（${periodTitles[period]}）`;
    return [{ code: 'due-outside-period', position, what, fix: '把时间提前，或者改 period。' }];
  });
};

/** First days of months of each length: what ends before it starts from all of them does so from any. */
const starts = [
  { year: 2027, month: 1, day: 1 },
  { year: 2027, month: 2, day: 1 },
  { year: 2027, month: 4, day: 1 },
];

/** A task does not end before it starts, whenever the plan begins. */
export const tasksEndAfterStart: Rule = ({ entry, frontMatter }) =>
  (entry.tasks ?? []).flatMap((task, i): Finding[] => {
    const start = parseOffset(task.start ?? '');
    const due = parseOffset(task.due ?? '');
    if (start === undefined || due === undefined) return [];
    const backwards = starts.every((day) => isoDate(dueDate(day, due)) < isoDate(startDate(day, start)));
    if (!backwards) return [];
    const what = `任务“${task.name}”的完成时限 ${task.due ?? ''} 早于开始时间 ${task.start ?? ''}`;
    const position = frontMatter.positionOf(['tasks', i, 'due']);
    return [
      { code: 'due-before-start', position, what, fix: 'due 也从起始日期算起，写得比 start 大，或者去掉 start。' },
    ];
  });
