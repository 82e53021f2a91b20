import { inlineText } from '../../markdown/inline-text.ts';
import { exampleValues, resolveValues } from '../../model/compute.ts';
import { dueDate, formatDate, parseDate, parseOffset } from '../../model/time/offset.ts';
import { rhythmTitles } from '../../model/time/period.ts';
import type { Plan } from '../../model/plan.ts';
import type { Task } from '../../model/sections.ts';
import { guideWords } from './guide-words.zh.ts';

const words = guideWords.what.sentences;

type PointName = keyof typeof guideWords.what.points;

/** One thing that a plan must say, with a sentence made of a real plan's own words. */
export interface GuidePoint {
  readonly name: PointName;
  /** Keys of the front matter where it is written. */
  readonly where: string;
  readonly sentence: string;
}

/** The points that a plan has words for, filled with its examples. */
export function guidePoints(plan: Plan): GuidePoint[] {
  const values = exampleValues(plan.fields);
  const say = (source: string): string => inlineText(source, plan.fields, { values });
  const points: [PointName, string, string | undefined][] = [
    ['target', 'kpis', targetSentence(plan, say)],
    ['owner', 'tasks.owner', ownerSentence(plan, say)],
    ['time', 'tasks.due / every', timeSentence(plan, say)],
    ['standard', 'tasks.standard', standardSentence(plan, say)],
    ['review', 'reviews', reviewSentence(plan, say)],
    ['budget', 'budget', budgetSentence(plan, say)],
    ['risk', 'risks', riskSentence(plan, say)],
  ];
  return points.flatMap(([name, where, sentence]) => (sentence === undefined ? [] : [{ name, where, sentence }]));
}

type Say = (source: string) => string;

function targetSentence({ kpis }: Plan, say: Say): string | undefined {
  const kpi = kpis.find(({ baseline, source }) => baseline !== undefined && baseline !== '无' && source !== undefined);
  if (kpi?.cycle === undefined) return undefined;
  return words.target(
    say(kpi.name),
    say(kpi.baseline ?? ''),
    say(kpi.target),
    say(kpi.source ?? ''),
    rhythmTitles[kpi.cycle],
  );
}

function ownerSentence({ tasks }: Plan, say: Say): string | undefined {
  const task = tasks.find((task) => task.with !== undefined && task.owner !== undefined);
  return task && words.owner(say(task.name), task.owner ?? '', task.with ?? []);
}

function timeSentence(plan: Plan, say: Say): string | undefined {
  const once = plan.tasks.find(({ due, start }) => due !== undefined && start === undefined);
  const often = plan.tasks.find(({ every, times }) => every !== undefined && times === undefined);
  const parts = [
    ...(once === undefined ? [] : [words.once(say(once.name), deadline(plan, once))]),
    ...(often?.every === undefined ? [] : [words.often(say(often.name), rhythmTitles[often.every])]),
  ];
  return parts.length === 0 ? undefined : words.time(parts);
}

function deadline(plan: Plan, task: Task): string {
  const start = parseDate(String(resolveValues(plan.fields, exampleValues(plan.fields)).get('start') ?? ''));
  const offset = parseOffset(task.due ?? '');
  return start === undefined || offset === undefined ? (task.due ?? '') : formatDate(dueDate(start, offset));
}

function standardSentence({ tasks }: Plan, say: Say): string | undefined {
  const task = tasks.find(({ standard, due }) => standard !== undefined && due !== undefined);
  return task && words.standard(say(task.name), say(task.standard ?? ''));
}

function reviewSentence({ reviews }: Plan, say: Say): string | undefined {
  const review = reviews.find(({ every }) => every !== undefined);
  if (review?.every === undefined) return undefined;
  return words.review(say(review.name), rhythmTitles[review.every], review.by, review.to, say(review.what));
}

function budgetSentence({ budget }: Plan, say: Say): string | undefined {
  const line = budget?.lines.find(({ basis, when }) => basis !== undefined && when !== undefined);
  if (line === undefined) return undefined;
  const amount = typeof line.amount === 'number' ? `${line.amount}${budget?.unit ?? ''}` : say(line.amount);
  return words.budget(say(line.item), amount, say(line.basis ?? ''), say(line.when ?? ''));
}

function riskSentence({ risks }: Plan, say: Say): string | undefined {
  const risk = risks.find(({ signal, owner }) => signal !== undefined && owner !== undefined);
  if (risk === undefined) return undefined;
  return words.risk(say(risk.risk), say(risk.signal ?? ''), say(risk.response), risk.owner ?? '');
}
