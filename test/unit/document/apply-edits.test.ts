import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../src/document/edits/apply-edits.ts';
import { type DocumentPlace, documentPlaces } from '../../../src/document/edits/document-places.ts';
import { documentRows } from '../../../src/document/edits/document-rows.ts';
import type { Edit } from '../../../src/document/edits/edit.ts';
import { editedWords } from '../../../src/document/edits/edited-words.ts';
import type { PlanTableName } from '../../../src/document/plan-table-names.ts';
import type { Block, PlanDocument } from '../../../src/document/schema.ts';
import { textHash } from '../../../src/document/edits/text-hash.ts';
import { everyBlock, isPlaced } from '../../../src/document/walk.ts';
import type { DraftContent } from '../../../src/fill/draft.ts';
import { type FilledPlan, fillPlan } from '../../../src/fill/fill-plan.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { fullPlan } from '../fill/sample-document.ts';
import { sampleDocument, sampleProse, sampleWith } from './sample-entry.ts';

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

/** The only place with a text, of a kind. */
function placeOf(text: string, kind?: DocumentPlace['kind'], document = published): DocumentPlace {
  const found = documentPlaces(document).filter((place) => place.text === text && (kind ?? place.kind) === place.kind);
  expect(found, text).toHaveLength(1);
  return found[0] as DocumentPlace;
}

const only = (text: string, kind?: DocumentPlace['kind']): string => placeOf(text, kind).address;

function filled(content: Partial<DraftContent>, document = published, plan: Plan = fullPlan): FilledPlan {
  return fillPlan(document, plan, { values: {}, people: {}, edits: [], ...content });
}

/** Words of the cells of a table of the plan's data; no rows where it is not shown. */
function rowsOf(document: PlanDocument, name: PlanTableName): string[][] {
  const columns = document.tables[name]?.columns ?? [];
  return (documentRows(document, name) ?? []).map((row) => columns.map(({ key }) => row.words(key) ?? ''));
}

/** The address of a row of a table of the plan's data. */
function rowAt(name: PlanTableName, index: number): string {
  return documentPlaces(published).find(({ key }) => key === `@${name}/${index}`)?.address ?? '';
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

describe('addresses', () => {
  const places = documentPlaces(published);

  test('every place has one of its own, and a key', () => {
    expect(new Set(places.map(({ address }) => address)).size).toBe(places.length);
    expect(new Set(places.map(({ key }) => key)).size).toBe(places.length);
    expect(new Set(places.map(({ kind }) => kind))).toEqual(
      new Set(['heading', 'paragraph', 'item', 'table', 'row', 'cell', 'figure', 'part']),
    );
  });

  test('say where and what', () => {
    const words = '上年满意度不高，本年达到【满意度目标】。';
    expect(only(words)).toBe(`title/p1#${textHash(words)}`);
    expect(only('三日内办结[^1]。')).toMatch(/^投诉\/p1#/);
    expect(only('短信提醒')).toMatch(/^收费\/i1#/);
    expect(only('≥【收费率目标】')).toMatch(/^目标\/t1\/r2\/target#/);
  });

  test('do not depend on defaults, which may be published anew', () => {
    const fields = fullPlan.fields.map((field) => (field.name === 'fee-rate' ? { ...field, default: 90 } : field));
    const again = sampleDocument({ ...fullPlan, fields } as Plan);
    expect(documentPlaces(again).map(({ address }) => address)).toEqual(places.map(({ address }) => address));
  });
});

describe('words', () => {
  test('of a title, a heading, an item and a cell become others; their blanks are filled', () => {
    const { document, conflicts } = filled({
      values: { satisfaction: 85 },
      edits: [
        { kind: 'text', at: documentPlaces(published)[0]?.address ?? '', text: '前台服务\n提升计划' },
        { kind: 'text', at: only('措施', 'heading'), text: '做法\n\n与步骤' },
        { kind: 'text', at: only('短信提醒'), text: '打【满意度目标】个电话' },
        { kind: 'text', at: only('逐栋走'), text: '每栋【收费率目标】' },
      ],
    });
    expect(conflicts).toEqual([]);
    expect(document.title).toEqual({
      content: [{ kind: 'text', text: '前台服务' }, { kind: 'break' }, { kind: 'text', text: '提升计划' }],
      edited: true,
    });
    // A heading stays one.
    expect(headings(document)).toContain('做法\n\n与步骤');
    expect(JSON.stringify(document.blocks)).toContain(
      '{"kind":"text","text":"打"},{"kind":"blank","label":"满意度目标","words":"85%"},{"kind":"text","text":"个电话"}',
    );
    expect(document.tables.tasks.rows[0]?.cells['measure']).toEqual({
      content: [
        { kind: 'text', text: '每栋' },
        { kind: 'blank', label: '收费率目标', words: '80%' },
      ],
      edited: true,
    });
  });

  const items = (document: PlanDocument): string[] =>
    documentPlaces(document).flatMap(({ kind, text }) => (kind === 'item' ? [text] : []));

  test('of what is nested in an item change, and go, also where the item has others', () => {
    const own: Edit = { kind: 'text', at: only('上门：'), text: '当面谈：' };
    expect(items(edited([own, { kind: 'text', at: only('先查工单'), text: '先看台账' }]))).toEqual([
      '短信提醒',
      '当面谈：',
      '先看台账',
    ]);
    expect(items(edited([own, { kind: 'omit', at: only('先查工单') }]))).toEqual(['短信提醒', '当面谈：']);
  });

  test('of an item become several items; what is nested in it stays with the last', () => {
    const document = edited([{ kind: 'text', at: only('上门：'), text: '电话\r\n\r\n上门：' }]);
    expect(items(document)).toEqual(['短信提醒', '电话', '上门：', '先查工单']);
    const list = [...everyBlock(document.blocks)].find((block) => block.kind === 'list');
    expect(list?.items.map(({ blocks }) => blocks.length)).toEqual([1, 1, 2]);
  });

  test('of a paragraph become several, with the note where it was put; a single line break stays one', () => {
    const change = '第一段【满意度目标】\n同段\n\n\n第二段[^1]\n\n';
    const document = edited([{ kind: 'text', at: only('三日内办结[^1]。'), text: change }]);
    const paragraphs = documentPlaces(document).filter(({ key }) => key.startsWith('投诉/p'));
    expect(paragraphs.map(({ text }) => text)).toEqual(['第一段【满意度目标】\n同段', '第二段[^1]']);
  });

  test('take their note along, unless they refer to it', () => {
    const change = (text: string): PlanDocument => edited([{ kind: 'text', at: only('三日内办结[^1]。'), text }]);
    expect(change('两日内办结[^1]，[^9]').footnotes).toHaveLength(1);
    expect(change('两日内办结。').footnotes).toEqual([]);
  });

  test('that were published anew are kept, and told of with what stands there now', () => {
    const edit: Edit = { kind: 'text', at: only('三日内办结[^1]。'), text: '我的话' };
    const other = sampleDocument(fullPlan, sampleProse.replace('三日内办结', '五日内办结'));
    const { conflicts, document } = applyEdits(other, fullPlan, [edit]);
    expect(conflicts).toEqual([{ edit, reason: 'changed', published: '五日内办结[^1]。' }]);
    expect(JSON.stringify(document)).not.toContain('我的话');
  });

  test('of a cell that was published anew are not looked for in other columns', () => {
    const table = (second: string): PlanDocument =>
      sampleWith(`| 组别 | 甲岗 | 乙岗 |\n| --- | --- | --- |\n| 西区 | ${second} | 是 |`);
    const cells = documentPlaces(table('是')).filter(({ kind, text }) => kind === 'cell' && text === '是');
    expect(cells).toHaveLength(2);
    const edit: Edit = { kind: 'text', at: cells[0]?.address ?? '', text: '轮值' };
    const { conflicts, document } = applyEdits(table('否'), fullPlan, [edit]);
    expect(conflicts).toEqual([{ edit, reason: 'changed', published: '否' }]);
    expect(documentPlaces(document).map(({ text }) => text)).toContain('西区\t否\t是');
  });

  test('of the foot of a table change, and its row goes', () => {
    const line = (part: string, ...cells: string[]): string =>
      `<${part}><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></${part}>`;
    const rows = [line('thead', '组别', '户数'), line('tbody', '东区', '300'), line('tfoot', '合计', '301')];
    const document = sampleWith(`<table>\n${rows.join('\n')}\n</table>`);
    const at = (text: string): string => placeOf(text, undefined, document).address;
    const texts = (edits: Edit[]): string[] => documentPlaces(edited(edits, document)).map(({ text }) => text);
    expect(texts([{ kind: 'text', at: at('301'), text: '280' }])).toContain('合计\t280');
    expect(texts([{ kind: 'omit', at: at('合计\t301') }])).not.toContain('合计\t301');
    expect(texts([])).toContain('合计\t301');
  });
});

describe('sections', () => {
  test('go with all below them; what closes the document stays', () => {
    const document = edited([{ kind: 'omit', at: only('检查', 'heading') }]);
    expect(headings(document)).toEqual(['目标', '措施', '收费', '投诉', '进度', '经费', '风险']);
    expect(isPlaced(document, 'reviews')).toBe(false);
    expect(isPlaced(document, 'signOff')).toBe(true);
    expect(document.footnotes).toHaveLength(1);
  });

  test('change places; one that the order does not name stays behind its neighbour', () => {
    const document = edited([
      { kind: 'order', within: '', sections: ['检查', '目标', '措施', '经费', '风险'] },
      { kind: 'order', within: '措施', sections: ['投诉', '收费'] },
    ]);
    expect(headings(document)).toEqual(['检查', '目标', '措施', '投诉', '收费', '进度', '经费', '风险']);
  });

  test('that an order names and that are not there are told of', () => {
    expect(reasons([{ kind: 'order', within: '', sections: ['没有'] }])).toEqual(['missing']);
  });

  test('leave out an item and a paragraph', () => {
    const document = edited([
      { kind: 'omit', at: only('短信提醒') },
      { kind: 'omit', at: only('三日内办结[^1]。') },
    ]);
    expect(JSON.stringify(document)).not.toMatch(/短信提醒|三日内办结|以台账为准/);
  });
});

describe('rows of the plan’s tables', () => {
  test('are left out and added, ordinals counted anew', () => {
    const cells = { name: '抽查【满意度目标】', owner: '保洁主管', time: '每月，至第3个月末止', standard: '有表' };
    const { conflicts, document } = filled({
      values: { start: '2027-01-01' },
      edits: [
        { kind: 'omit', at: rowAt('tasks', 0) },
        { kind: 'row', id: 'x1', table: 'tasks', after: rowAt('tasks', 1), cells },
        {
          kind: 'row',
          id: 'x2',
          table: 'tasks',
          after: 'x1',
          cells: { name: '验收', owner: '外聘', time: '2027年5月8日' },
        },
        { kind: 'row', id: 'x3', table: 'tasks', cells: { name: '收尾', time: '视情况' } },
      ],
    });
    expect(conflicts).toEqual([]);
    expect(rowsOf(document, 'tasks').map((row) => [row[0], row[1], row[3], row[5]])).toEqual([
      ['1', '编订规程', '客服主管', '2027年3月31日'],
      ['2', '抽查【满意度目标】', '保洁主管', '每月，至2027年3月31日止'],
      ['3', '验收', '外聘', '2027年5月8日'],
      ['4', '满意度测评', '保洁主管', '2027年5月1日至6月30日'],
      ['5', '收尾', '', '视情况'],
    ]);
    expect(documentRows(document, 'tasks')?.map(({ key }) => key)).toEqual(['1', '+x1', '+x2', '2', '+x3']);
  });

  test('take their table along when the last one goes, and are told of where it is left out', () => {
    expect(rowsOf(edited([{ kind: 'omit', at: rowAt('risks', 0) }]), 'risks')).toEqual([]);
    const row: Edit = { kind: 'row', id: 'r1', table: 'risks', cells: { risk: '停电' } };
    const without = applyEdits(published, fullPlan, [row, { kind: 'omit', at: only('风险应对表', 'table') }]);
    expect(without.conflicts).toEqual([{ edit: row, reason: 'omitted' }]);
    expect(rowsOf(without.document, 'risks')).toEqual([]);
    expect(rowsOf(edited([row]), 'risks').map(([risk]) => risk)).toEqual(['收费落后', '停电']);
  });
});

describe('a total', () => {
  const cost = (id: string, item: string, amount: string): Edit => ({
    kind: 'row',
    id,
    table: 'budget',
    cells: { item, amount },
  });

  test('that is added up gets the terms of the rows that are left', () => {
    const { tables } = edited([{ kind: 'omit', at: rowAt('budget', 0) }, cost('x', '茶点', '300')]);
    expect(tables.budget?.rows.map(({ cells }) => editedWords(cells['item']?.content ?? []))).toEqual(['印刷', '茶点']);
    expect(tables.budget?.total?.cells['amount']?.content).toEqual([{ kind: 'sum', terms: [1200, 300], unit: '元' }]);
  });

  test('that is a field does not follow, and that is said', () => {
    const plan = { ...fullPlan, budget: { unit: '元', total: '【培训费】', lines: fullPlan.budget?.lines ?? [] } };
    const edit = cost('x', '茶点', '300');
    expect(applyEdits(sampleDocument(plan), plan, [edit]).conflicts).toEqual([{ edit, reason: 'total' }]);
  });

  describe('that is a field which adds up the lines', () => {
    const money = (name: string, label: string) => ({ name, label, kind: 'money' as const });
    const fields = [
      ...fullPlan.fields.filter(({ label }) => label !== '培训费'),
      money('course', '培训费'),
      money('print', '印刷费'),
      {
        name: 'all',
        label: '专项预算',
        kind: 'computed' as const,
        compute: { op: 'sum' as const, of: ['course', 'print'] },
        unit: '元',
        decimals: 0,
      },
    ];
    const lines = [
      { item: '培训', amount: '【培训费】' },
      { item: '印刷', amount: '【印刷费】' },
    ];
    const plan = { ...fullPlan, fields, budget: { unit: '元', total: '【专项预算】', lines } };
    const document = sampleDocument(plan, `${sampleProse}\n共【专项预算】。\n`);
    const values = { course: 3200.3, print: '1200.3' };
    const last = placeOf('印刷\t【印刷费】', 'row', document).address;

    test.each<[string, Edit[], string | undefined]>([
      ['as they are', [], '4400.6'],
      ['with one more', [cost('x', '茶点', '960.3'), cost('y', '交通', '840.3')], '6201.2'],
      ['with one in another unit', [cost('x', '大厅', '2.5 万元')], '29400.6'],
      ['with one that adds up the others', [cost('x', '小计', '4400.6'), cost('y', '合计：', '9999')], '4400.6'],
      ['with one fewer', [{ kind: 'omit', at: last }], '3200.3'],
      ['with one that is open', [cost('x', '茶点', '待定')], undefined],
    ])('follows the lines %s, in the table and in the text', (_, edits, total) => {
      const { document: made, conflicts } = filled({ values, edits }, document, plan);
      expect(conflicts).toEqual([]);
      const paragraph = made.blocks.at(-1);
      const written = [
        made.tables.budget?.total?.cells['amount']?.content[0],
        paragraph?.kind === 'paragraph' ? paragraph.content[1] : undefined,
      ];
      const words = written.map((inline) => (inline?.kind === 'blank' ? inline.words : 'no blank'));
      expect(words).toEqual([total, total && `${total}元`]);
    });
  });

  describe('that is a figure of its own', () => {
    const lines = [
      { item: '培训', amount: 3000, basis: '外聘讲师' },
      { item: '印刷', amount: 1200, basis: '问卷' },
    ];
    const planOf = (total: number) => ({ ...fullPlan, budget: { unit: '元', total, lines } });
    const made = (total: number, edits: Edit[]) => applyEdits(sampleDocument(planOf(total)), planOf(total), edits);
    const addressOf = (text: string): string => placeOf(text, undefined, sampleDocument(planOf(4200))).address;
    const dearer: Edit = { kind: 'text', at: addressOf('1200'), text: '1500' };
    const totalOf = ({ document }: ReturnType<typeof made>): string => rowsOf(document, 'budget').at(-1)?.[1] ?? '';

    test.each<[string, Edit, terms: number[]]>([
      ['a row that is left out', { kind: 'omit', at: addressOf('印刷\t1200\t问卷') }, [3000]],
      ['an amount that is changed', dearer, [3000, 1500]],
    ])('follows %s where it is the sum of the lines, and is said not to where it is not', (_, edit, terms) => {
      const followed = made(4200, [edit]);
      expect(followed.conflicts).toEqual([]);
      expect(followed.document.tables.budget?.total?.cells['amount']?.content).toEqual([
        { kind: 'sum', terms, unit: '元' },
      ]);
      const alone = made(5000, [edit]);
      expect(alone.conflicts).toEqual([{ edit, reason: 'total' }]);
      expect(totalOf(alone)).toBe('5000');
    });

    test.each<[string, Edit[]]>([
      ['where the writer has set it right', [dearer, { kind: 'text', at: addressOf('4200'), text: '4,500' }]],
      ['where the rows come to the same', [{ ...dearer, text: '1,200.00' }]],
      ['where no amount has changed', [{ kind: 'text', at: addressOf('外聘讲师'), text: '内部讲师' }]],
    ])('needs no word %s', (_, edits) => {
      expect(made(4200, edits).conflicts).toEqual([]);
    });
  });
});
