import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import { dueCounts, kpiCards, rhythmCounts } from '../../../src/components/plan/plan-glance.ts';
import type { PlanInput } from '../../../src/model/plan.ts';
import { samplePlan } from './sample-plan.ts';

const words = (content: readonly Parameters<typeof toString>[0][] | undefined) => content?.map(toString).join('');

describe('indicators on cards', () => {
  test('the weightiest first, no more than asked for', () => {
    const plan = samplePlan({
      kpis: [
        { name: '甲', target: '≥90%', weight: 20 },
        { name: '乙', target: '≥90%', weight: 50 },
        { name: '丙', target: '≥90%', weight: 30 },
      ],
    });
    expect(kpiCards(plan, 2).map(({ name }) => toString(h('p', [...name])))).toEqual(['乙', '丙']);
  });

  test.each<[string, PlanInput['kpis'][number], string]>([
    ['a figure with its unit', { name: '甲', target: '≤3 天' }, '≤3 天'],
    ['a figure whose unit stands apart', { name: '甲', target: '≥90', unit: '分' }, '≥90分'],
    ['a field with a default brings figure and unit', { name: '甲', target: '≥【收费率目标】' }, '≥80%'],
    ['an open blank keeps its name and its unit', { name: '甲', target: '≥【满意度目标】' }, '≥满意度目标%'],
  ])('%s', (_, kpi, expected) => {
    expect(words(kpiCards(samplePlan({ kpis: [kpi] }), 1)[0]?.target)).toBe(expected);
  });

  test('a baseline that there is not is not shown', () => {
    expect(kpiCards(samplePlan({ kpis: [{ name: '甲', target: '≥1 次', baseline: '无' }] }), 1)[0]?.baseline).toBe(
      undefined,
    );
  });
});

test('deadlines count in the month that they end; rhythms and spans without an end do not', () => {
  const plan = samplePlan({
    tasks: [
      { name: '一', due: '+1m' },
      { name: '二', due: '+1m' },
      { name: '三', due: '+12m' },
      { name: '四', due: '+0d' },
      { name: '五', every: 'week', due: '+6m' },
      { name: '六', start: '+2m' },
    ],
  });
  const counts = dueCounts(plan);
  expect(counts).toHaveLength(12);
  expect(counts.filter(({ count }) => count > 0)).toEqual([
    { ordinal: 1, unit: 'm', count: 3 },
    { ordinal: 12, unit: 'm', count: 1 },
  ]);
});

test('rhythms from the most frequent to what is done once; none that is not there', () => {
  expect(rhythmCounts([{ every: 'month' }, {}, { every: 'day' }, { every: 'month' }])).toEqual([
    { rhythm: 'day', count: 1 },
    { rhythm: 'month', count: 2 },
    { rhythm: 'once', count: 1 },
  ]);
});
