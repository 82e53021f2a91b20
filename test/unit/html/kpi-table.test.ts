import { unitOfKpi } from '../../../src/document/kpi-figure.ts';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { cells, elements, withClass } from '../components/cells.ts';
import { samplePlan } from '../components/sample-plan.ts';
import { tableOf } from './plan-html.ts';

const full = {
  name: '物业费收费率',
  baseline: '76%',
  target: '≥【收费率目标】',
  weight: 30,
  source: '收费台账，实收除以应收',
  cycle: 'month',
  owner: '客服主管',
} as const;

describe('the table of indicators', () => {
  test('has the eight columns, figures without the unit that stands in its own column', () => {
    expect(cells(tableOf(samplePlan({ kpis: [full] }), 'kpis'))).toEqual([
      ['指标', '基线', '目标', '单位', '权重', '口径/数据来源', '周期', '责任岗位'],
      ['物业费收费率', '76', '≥80', '%', '30%', '收费台账，实收除以应收', '每月', '客服主管'],
    ]);
  });

  test('leaves out a column that is empty in every row, and keeps one that a single row fills', () => {
    const kpis = [
      { name: '投诉', target: '≤3 件' },
      { name: '满意度', target: '≥85%', weight: 40 },
    ];
    expect(cells(tableOf(samplePlan({ kpis }), 'kpis'))).toEqual([
      ['指标', '目标', '单位', '权重'],
      ['投诉', '≤3', '件', ''],
      ['满意度', '≥85', '%', '40%'],
    ]);
  });

  test.each([
    ['无', '无'],
    ['3–5 件', '3–5'],
    ['600 元', '600 元'],
    ['4件以上', '4件以上'],
    ['零投诉', '零投诉'],
    ['1,200 件', '1,200'],
    ['不超过 4 件', '不超过 4 件'],
    ['下降4件', '下降4件'],
    ['3件–5件', '3件–5件'],
  ])('writes the baseline %s as %s', (baseline, shown) => {
    const table = tableOf(samplePlan({ kpis: [{ name: '投诉', baseline, target: '≤3 件' }] }), 'kpis');
    expect(cells(table)[1]).toEqual(['投诉', shown, '≤3', '件']);
  });

  test('marks a blank with its field and says that no unit follows it', () => {
    const [blank] = withClass(tableOf(samplePlan(), 'kpis'), 'blank');
    expect(blank && toHtml(blank)).toBe(
      '<span class="blank" data-field="满意度目标" data-kind="percent" data-unit="none">' +
        '<span class="blank-label">满意度目标</span></span>',
    );
  });

  test('marks the owner and the row head, and gives cell and column the same class', () => {
    const table = tableOf(samplePlan({ kpis: [full] }), 'kpis');
    expect(withClass(table, 'role').map(({ properties }) => properties['dataRole'])).toEqual(['客服主管']);
    expect(elements(table, 'th').filter(({ properties }) => properties['scope'] === 'row')).toHaveLength(1);
    expect(withClass(table, 'col-target').map(({ tagName }) => tagName)).toEqual(['col', 'th', 'td']);
  });
});

test.each([
  ['≥95%', undefined, '%'],
  ['≤3 天', undefined, '天'],
  ['≥【满意度目标】', undefined, '%'],
  ['≥【满意度目标】', '分', '分'],
  ['3', undefined, ''],
])('unit of the target %s with own unit %s is %s', (target, unit, expected) => {
  const { fields } = samplePlan();
  const kpi = { name: '指标', target, ...(unit === undefined ? {} : { unit }) };
  expect(unitOfKpi(kpi, fields)).toBe(expected);
});
