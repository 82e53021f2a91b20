import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../src/document/apply-edits.ts';
import { documentPlaces } from '../../../src/document/document-places.ts';
import type { Edit } from '../../../src/document/edit.ts';
import { editedWords } from '../../../src/document/edited-words.ts';
import type { Block, PlanDocument } from '../../../src/document/schema.ts';
import { everyBlock, isPlaced } from '../../../src/document/walk.ts';
import { fullPlan } from '../fill/sample-document.ts';
import { sampleDocument, sampleProse } from './sample-entry.ts';

const published = sampleDocument();

/** The address of the first place of a kind that says something. */
function at(kind: string, text: string, document = published): string {
  return documentPlaces(document).find((place) => place.kind === kind && place.text.startsWith(text))?.address ?? '';
}

function edited(edits: readonly Edit[], document = published): PlanDocument {
  return applyEdits(document, fullPlan, edits).document;
}

function reasons(edits: readonly Edit[], document = published): string[] {
  return applyEdits(document, fullPlan, edits).conflicts.map(({ reason }) => reason);
}

function headings({ blocks }: PlanDocument): string[] {
  return [...everyBlock(blocks)].flatMap((block) => (block.kind === 'heading' ? [editedWords(block.content)] : []));
}

function blockOf(document: PlanDocument, id: string): Block | undefined {
  return [...everyBlock(document.blocks)].find((block) => block.id === id);
}

test('without edits the document is the published one', () => {
  expect(edited([])).toBe(published);
});

test('a published document is not changed by edits', () => {
  const before = structuredClone(published);
  edited([
    { kind: 'text', at: at('paragraph', '收费率'), text: '改' },
    { kind: 'omit', at: at('heading', '措施') },
    { kind: 'row', id: 'x', table: 'tasks', cells: { name: '新' } },
  ]);
  expect(published).toEqual(before);
});

describe('what a writer changes', () => {
  test('keeps its blanks and notes, is marked, and its id stays', () => {
    const address = at('paragraph', '三日内办结');
    const document = edited([{ kind: 'text', at: address, text: '两日内办结【满意度目标】[^1]，[^2]\n\n再一段' }]);
    const [id = ''] = address.split('#');
    expect(blockOf(document, id)).toEqual({
      kind: 'paragraph',
      id,
      edited: true,
      content: [
        { kind: 'text', text: '两日内办结' },
        { kind: 'blank', label: '满意度目标' },
        { kind: 'footnote', id: '1' },
        { kind: 'text', text: '，[^2]' },
      ],
    });
    expect(blockOf(document, `${id}~2`)).toMatchObject({ content: [{ kind: 'text', text: '再一段' }] });
    expect(document.footnotes).toHaveLength(1);
  });

  test('a time is a time, roles are roles, and the total follows', () => {
    const { tables } = edited([
      {
        kind: 'row',
        id: 'x',
        table: 'tasks',
        cells: { name: '验收', time: '每周，至第6个月末止', with: '客服主管、保洁主管' },
      },
      { kind: 'text', at: at('cell', '1200'), text: '1,300' },
    ]);
    const row = tables.tasks.rows.at(-1);
    expect(row?.id).toBe('+x');
    expect(row?.cells).toMatchObject({
      ordinal: { content: [{ text: '4' }] },
      time: { content: [{ kind: 'time', timing: { every: 'week', due: '+6m' } }] },
      with: { content: [{ kind: 'role', name: '客服主管' }, { text: '、' }, { kind: 'role', name: '保洁主管' }] },
    });
    expect(tables.budget?.total?.cells['amount']?.content).toEqual([
      { kind: 'sum', terms: ['培训费', { value: 1300, decimals: 0 }], unit: '元' },
    ]);
  });
});

test('a blank in a column whose unit stands elsewhere is written without it', () => {
  const { tables } = edited([
    {
      kind: 'row',
      id: 'x',
      table: 'kpis',
      cells: { name: '【满意度目标】', target: '≥【满意度目标】' },
    },
  ]);
  expect(tables.kpis.rows.at(-1)?.cells).toMatchObject({
    name: { content: [{ kind: 'blank', label: '满意度目标' }] },
    target: { content: [{ text: '≥' }, { kind: 'blank', label: '满意度目标', unit: 'without' }] },
  });
  expect(tables.kpis.rows.at(-1)?.cells['name']?.content[0]).not.toHaveProperty('unit');
});

test('a row that is added behind the total stands above it and is counted', () => {
  const { tables } = edited([
    { kind: 'row', id: 'x', table: 'budget', after: at('row', '合计'), cells: { item: '茶点', amount: '300' } },
  ]);
  expect(tables.budget?.rows.map(({ id }) => id)).toEqual(['0', '1', '+x']);
  expect(tables.budget?.total?.cells['amount']?.content).toMatchObject([{ terms: ['培训费', 1200, 300] }]);
});

describe('what a writer leaves out', () => {
  test('takes its section, its notes and the links to it along', () => {
    const document = edited([
      { kind: 'omit', at: at('heading', '措施') },
      { kind: 'omit', at: at('heading', '进度') },
    ]);
    expect(headings(document)).toEqual(['目标', '经费', '风险', '检查']);
    expect(document.footnotes).toEqual([]);
    expect(isPlaced(document, 'tasks')).toBe(false);
    expect(JSON.stringify(document.blocks)).not.toContain('#进度');
    expect(JSON.stringify(document.blocks)).toContain('，见进度。');
  });

  test('a table without rows is gone', () => {
    const rows = documentPlaces(published).filter(({ address }) => /^风险\/t1\/r\d+#/.test(address));
    const document = edited(rows.map(({ address }): Edit => ({ kind: 'omit', at: address })));
    expect(rows).toHaveLength(1);
    expect(isPlaced(document, 'risks')).toBe(false);
    expect(isPlaced(document, 'reviews')).toBe(true);
  });
});

describe('a plan that was published anew', () => {
  const moved = sampleDocument(fullPlan, sampleProse.replace('三日内办结', '先说一句。\n\n三日内办结'));

  test('keeps a change of words that have moved', () => {
    const document = edited([{ kind: 'text', at: at('paragraph', '三日内办结'), text: '两日' }], moved);
    expect(JSON.stringify(document.blocks)).toContain('两日');
    expect(JSON.stringify(document.blocks)).toContain('先说一句。');
  });

  test('tells of a change of words that are others now', () => {
    const other = sampleDocument(fullPlan, sampleProse.replace('三日内办结', '五日内办结'));
    expect(reasons([{ kind: 'text', at: at('paragraph', '三日内办结'), text: '两日' }], other)).toEqual(['changed']);
  });

  test('the schedule may be left out however many charts it takes', () => {
    const other = at('figure', '任务进度图').replace(/#.*/, '#00000000000');
    expect(reasons([{ kind: 'omit', at: at('figure', '任务进度图') }])).toEqual([]);
    expect(reasons([{ kind: 'omit', at: other }])).toEqual(['changed']);
    const place = documentPlaces(published).find(({ kind, text }) => kind === 'figure' && text === '任务进度图');
    expect(place?.also).toHaveLength(3);
    for (const address of place?.also ?? []) expect(reasons([{ kind: 'omit', at: address }])).toEqual([]);
  });
});

test.each<[string, Edit]>([
  ['missing', { kind: 'text', at: '没有/p1#0', text: '改' }],
  ['missing', { kind: 'order', within: '没有', sections: [] }],
  ['unsuitable', { kind: 'omit', at: at('heading', '【单位名称】') }],
  ['unsuitable', { kind: 'text', at: at('table', '任务分解表'), text: '改' }],
  ['column', { kind: 'row', id: 'x', table: 'risks', cells: { nothing: '无' } }],
])('%s: it is told of', (reason, edit) => {
  expect(reasons([edit])).toEqual([reason]);
});
