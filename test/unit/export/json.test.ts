import { describe, expect, test } from 'vitest';
import { json } from '../../../src/export/json.ts';
import { documentPlaces } from '../../../src/document/edits/document-places.ts';
import type { Edit } from '../../../src/document/edits/edit.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { sampleDocument, sampleProse } from '../document/sample-entry.ts';
import { fullPlan } from '../fill/sample-document.ts';
import { sampleManuscript } from './sample-manuscript.ts';

const total = 4200;
const lines = [
  { item: '培训', amount: 3000 },
  { item: '印刷', amount: 1200 },
];
const plan: Plan = { ...fullPlan, budget: { unit: '元', total, lines } };
const places = documentPlaces(sampleDocument(plan));

/** The address of the first place that begins with a text, of a kind. */
function at(text: string, kind: 'row' | 'cell' | 'item' | 'table'): string {
  return places.find((place) => place.kind === kind && place.text.startsWith(text))?.address ?? '';
}

const elsewhere: Edit = { kind: 'text', at: at('短信提醒', 'item'), text: '电话提醒' };

function planData(edits: readonly Edit[], published = sampleDocument(plan)): Partial<Plan> {
  const { plan: found } = JSON.parse(json(sampleManuscript({ edits: [...edits] }, plan, published))) as { plan: Plan };
  return found;
}

describe('the plan’s data of an edited document', () => {
  test('are those of the plan where no table of the text shows them', () => {
    const published = sampleDocument(plan, sampleProse.replace('<Risks />', '').replace('<Budget />', ''));
    expect(published.blocks).toHaveLength(sampleDocument(plan).blocks.length - 2);
    expect(planData([elsewhere], published)).toMatchObject({ risks: plan.risks, budget: plan.budget });
  });

  test('are without the rows of a table that was left out', () => {
    const { risks, budget } = planData([
      { kind: 'omit', at: at('风险应对表', 'table') },
      { kind: 'omit', at: at('费用预算表', 'table') },
    ]);
    expect({ risks, budget }).toEqual({ risks: [], budget: undefined });
  });

  test.each<[string, Edit[], object]>([
    ['as published', [elsewhere], { unit: '元', total, lines }],
    ['of other words', [{ kind: 'text', at: at('4200', 'cell'), text: '4,500' }], { unit: '元', total: 4500, lines }],
    [
      'that is a field',
      [{ kind: 'text', at: at('4200', 'cell'), text: '【培训费】' }],
      { unit: '元', total: '【培训费】', lines },
    ],
    ['that is left out', [{ kind: 'omit', at: at('合计', 'row') }], { unit: '元', lines }],
  ])('have a total %s', (_, edits, budget) => {
    expect(planData(edits).budget).toEqual(budget);
  });
});

test('what each indicator asks for stands beside its words', () => {
  const kpis = [
    { name: '满意度', baseline: '无', target: '【满意度目标】以上' },
    { name: '投诉', baseline: '40 件', target: '下降 5 至 8 件' },
    { name: '验收', target: '验收合格' },
    { name: '测评', target: '≥90 分且零投诉' },
  ];
  const text = json(sampleManuscript({ values: { satisfaction: 85 } }, { ...plan, kpis }));
  const figures = (JSON.parse(text) as { kpis: unknown }).kpis;
  expect(figures).toEqual([
    { name: '满意度', baseline: null, target: { comparison: '≥', value: 85, unit: '%' } },
    {
      name: '投诉',
      baseline: { comparison: '=', value: 40, unit: '件' },
      target: { change: 'down', low: 5, high: 8, unit: '件' },
    },
    { name: '验收', baseline: null, target: {} },
    {
      name: '测评',
      baseline: null,
      target: {
        all: [
          { comparison: '≥', value: 90, unit: '分' },
          { comparison: '=', value: 0 },
        ],
      },
    },
  ]);
});
