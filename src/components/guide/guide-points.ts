import { toString } from 'hast-util-to-string';
import { fillMarks } from '../../fill/fill-marks.ts';
import { inlineContent } from '../../markdown/blank-element.ts';
import { exampleValues, resolveValues } from '../../model/compute.ts';
import { dueDate, formatDate, parseDate, parseOffset } from '../../model/offset.ts';
import { rhythmTitles } from '../../model/period.ts';
import type { Plan } from '../../model/plan.ts';
import type { Task } from '../../model/sections.ts';
import type { guideWords } from './guide-words.zh.ts';

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
  const say = (source: string): string => filledWords(source, plan);
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

/** A string of the front matter with its blanks filled by the examples. */
export function filledWords(source: string, plan: Plan): string {
  const tree = { type: 'root' as const, children: inlineContent(source, plan.fields) };
  return toString(fillMarks(tree, plan.fields, { values: exampleValues(plan.fields), people: {} }));
}

type Say = (source: string) => string;

function targetSentence({ kpis }: Plan, say: Say): string | undefined {
  const kpi = kpis.find(({ baseline, source }) => baseline !== undefined && baseline !== '无' && source !== undefined);
  if (kpi?.cycle === undefined) return undefined;
  return `${say(kpi.name)}：上期${say(kpi.baseline ?? '')}，本期${say(kpi.target)}；${say(kpi.source ?? '')}，${rhythmTitles[kpi.cycle]}统计。`;
}

function ownerSentence({ tasks }: Plan, say: Say): string | undefined {
  const task = tasks.find((task) => task.with !== undefined && task.owner !== undefined);
  return task && `${say(task.name)}：${task.owner ?? ''}负责，${task.with?.join('、') ?? ''}协办。`;
}

function timeSentence(plan: Plan, say: Say): string | undefined {
  const once = plan.tasks.find(({ due, start }) => due !== undefined && start === undefined);
  const often = plan.tasks.find(({ every, times }) => every !== undefined && times === undefined);
  const parts = [
    ...(once === undefined ? [] : [`${say(once.name)}，${deadline(plan, once)}前做完`]),
    ...(often?.every === undefined ? [] : [`${say(often.name)}，${rhythmTitles[often.every]}做`]),
  ];
  return parts.length === 0 ? undefined : `${parts.join('；')}。`;
}

function deadline(plan: Plan, task: Task): string {
  const start = parseDate(String(resolveValues(plan.fields, exampleValues(plan.fields)).get('start') ?? ''));
  const offset = parseOffset(task.due ?? '');
  return start === undefined || offset === undefined ? (task.due ?? '') : formatDate(dueDate(start, offset));
}

function standardSentence({ tasks }: Plan, say: Say): string | undefined {
  const task = tasks.find(({ standard, due }) => standard !== undefined && due !== undefined);
  return task && `${say(task.name)}：${say(task.standard ?? '')}，才算完成。`;
}

function reviewSentence({ reviews }: Plan, say: Say): string | undefined {
  const review = reviews.find(({ every }) => every !== undefined);
  if (review?.every === undefined) return undefined;
  return `${say(review.name)}：${rhythmTitles[review.every]}，${review.by}向${review.to}报告；${say(review.what)}。`;
}

function budgetSentence({ budget }: Plan, say: Say): string | undefined {
  const line = budget?.lines.find(({ basis, when }) => basis !== undefined && when !== undefined);
  if (line === undefined) return undefined;
  const amount = typeof line.amount === 'number' ? `${line.amount}${budget?.unit ?? ''}` : say(line.amount);
  return `${say(line.item)}${amount}：${say(line.basis ?? '')}，${say(line.when ?? '')}支出。`;
}

function riskSentence({ risks }: Plan, say: Say): string | undefined {
  const risk = risks.find(({ signal, owner }) => signal !== undefined && owner !== undefined);
  if (risk === undefined) return undefined;
  return `${say(risk.risk)}。看到：${say(risk.signal ?? '')}；就做：${say(risk.response)}。责任岗位：${risk.owner ?? ''}。`;
}
