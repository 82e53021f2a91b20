/** A change of the text shows wherever the text does: in every template, and in every format. */
import type { Element, Root } from 'hast';
import fc from 'fast-check';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import { fillDocument } from '../../../src/components/fill-document.ts';
import { type ExportFormat, exportFormats, exported } from '../../../src/export/formats.ts';
import { fillPlan } from '../../../src/fill/fill-plan.ts';
import { sampleDocument } from '../document/sample-entry.ts';
import { manuscriptOf } from '../../../src/export/manuscript.ts';
import { childElements, hasClass } from '../../../src/fill/block-text.ts';
import { counterparts } from '../../../src/fill/counterparts.ts';
import { documentBlocks } from '../../../src/fill/document-blocks.ts';
import { newDraft } from '../../../src/fill/draft.ts';
import type { AddedRow, Edit } from '../../../src/document/edit.ts';
import { fillDraft } from '../../../src/fill/fill-draft.ts';
import { nothingFilled } from '../../../src/document/filling.ts';
import { planTableNames } from '../../../src/document/plan-table-names.ts';
import { officialArticle } from '../../../templates/official/article.ts';
import { absentParts } from '../../../templates/one-page/absent.ts';
import { goalsOf } from '../../../templates/one-page/goals.ts';
import { sheet } from '../../../templates/one-page/sheet.ts';
import { withClass } from '../components/cells.ts';
import { anyText } from './arbitrary-draft.ts';
import { calendarText, docxText, jsonText, markdownText, xlsxSheets } from '../export/read-back.ts';
import { fullPlan, sampleArticle } from './sample-document.ts';

const whole = sampleArticle();
const prose: Root = {
  type: 'root',
  children: whole.children.filter((child) => child.type === 'element' && !hasClass(child, 'title-block')),
};

const templates: Readonly<Record<string, Element>> = {
  meeting: whole,
  official: officialArticle(fullPlan, 'official', prose),
  'one-page': h(
    'main',
    { className: ['print-document'] },
    sheet(fullPlan, goalsOf(prose), absentParts(fullPlan, prose)),
  ),
};

/** Address of the only block with some words; in a place, such as a column, where `place` names it. */
function at(text: string, place = ''): string {
  const found = documentBlocks(whole).filter(
    (block) => block.text === text && (place === '' || block.address.includes(`/${place}#`)),
  );
  expect(found, text).toHaveLength(1);
  return found[0]?.address ?? '';
}

function rowOf(name: string): string {
  const found = documentBlocks(whole).find(({ kind, text }) => kind === 'row' && text.includes(name));
  return found?.address ?? '';
}

function added(table: AddedRow['table'], cells: AddedRow['cells'], after?: string): Edit {
  return { kind: 'row', id: 'r1', table, cells, ...(after !== undefined && { after }) };
}

interface Case {
  readonly edit: Edit;
  /** Words that the edit takes out. */
  readonly gone: readonly string[];
  /** Words that it brings, and what stands in every place that they must come to. */
  readonly come?: readonly (readonly [words: string, where: string])[];
}

const cases: Readonly<Record<string, Case>> = {
  'the section of risks left out': {
    edit: { kind: 'omit', at: at('风险', 'h') },
    gone: ['收费落后', '过半未收', '风险与应对'],
  },
  'the section of goals left out': {
    edit: { kind: 'omit', at: at('目标', 'h') },
    gone: ['业主满意度', '收费率不低于', '目标与指标'],
  },
  'the section of tasks left out': {
    edit: { kind: 'omit', at: at('措施', 'h') },
    gone: ['编订规程见签', '先查工单', '任务与进度'],
  },
  'the section of reviews left out': { edit: { kind: 'omit', at: at('检查', 'h') }, gone: ['半年调整'] },
  'the table of risks left out': {
    edit: {
      kind: 'omit',
      at: at('风险应对表'),
    },
    gone: ['收费落后'],
  },
  'a row of indicators left out': { edit: { kind: 'omit', at: rowOf('业主满意度') }, gone: ['业主满意度'] },
  'a row of tasks left out': { edit: { kind: 'omit', at: rowOf('满意度测评') }, gone: ['满意度测评'] },
  'a row of the budget left out': { edit: { kind: 'omit', at: rowOf('印刷') }, gone: ['印刷'] },
  'the only row of risks left out': { edit: { kind: 'omit', at: rowOf('收费落后') }, gone: ['收费落后', '风险与应对'] },
  'a cell of indicators changed': {
    edit: { kind: 'text', at: at('台账', 'source'), text: '财务系统' },
    gone: ['台账月'],
    come: [['财务系统', '收费率不低于']],
  },
  'the name of a task changed': {
    edit: { kind: 'text', at: at('编订规程', 'name'), text: '修订规程' },
    gone: ['编订规程'],
    come: [['修订规程', '满意度测评']],
  },
  'a cell of risks changed': {
    edit: { kind: 'text', at: at('过半未收', 'signal'), text: '三成未收' },
    gone: ['过半未收'],
    come: [['三成未收', '收费落后']],
  },
  'a goal changed': {
    edit: { kind: 'text', at: at('收费率不低于【收费率目标】，见进度。'), text: '收费率再提高【收费率目标】。' },
    gone: ['收费率不低于'],
    come: [['收费率再提高', '业主满意度']],
  },
  'a goal left out': { edit: { kind: 'omit', at: at('收费率不低于【收费率目标】，见进度。') }, gone: ['收费率不低于'] },
  'an indicator added': {
    edit: added('kpis', { name: '投诉办结率', target: '100%' }, rowOf('业主满意度')),
    gone: [],
    come: [['投诉办结率', '业主满意度']],
  },
  'a task added': {
    edit: added('tasks', { name: '换新工牌', owner: '客服主管', time: '第2个月末' }),
    gone: [],
    come: [['换新工牌', '满意度测评']],
  },
  'a risk added': {
    edit: added('risks', { risk: '台风停电', response: '备发电机' }, rowOf('收费落后')),
    gone: [],
    come: [['台风停电', '收费落后']],
  },
  'a cost added': { edit: added('budget', { item: '工牌', amount: '300' }), gone: [], come: [['工牌', '印刷']] },
};

function wordsOf(article: Element): string {
  return withoutSigns(toString(article));
}

function withoutSigns(text: string): string {
  return text.replace(/[\s【】＿]/gu, '');
}

describe.each(Object.entries(cases))('%s', (_, { edit, gone, come = [] }) => {
  test('in every template', () => {
    for (const [name, article] of Object.entries(templates)) {
      const before = wordsOf(article);
      const { article: filled, conflicts } = fillDraft(
        article,
        fullPlan,
        { ...nothingFilled, edits: [edit] },
        fillDocument,
        whole,
      );
      const after = wordsOf(filled);
      expect(conflicts, name).toEqual([]);
      for (const words of gone) expect(after, name).not.toContain(words);
      for (const [words, where] of come) if (before.includes(where)) expect(after, name).toContain(words);
    }
  });

  test('in every format', async () => {
    const written = async (edits: Edit[]): Promise<Record<ExportFormat, string>> => {
      const draft = newDraft(fullPlan.slug, { updated: '2027-01-01T00:00:00.000Z', edits });
      const manuscript = manuscriptOf(fillPlan(sampleDocument(), fullPlan, draft), draft, '计划书架');
      const files = await Promise.all(
        exportFormats.map(async (format) => [format, await exported(manuscript, format)] as const),
      );
      const texts = files.map(async ([format, { content }]) => [format, await read[format](content)] as const);
      return Object.fromEntries(await Promise.all(texts)) as Record<ExportFormat, string>;
    };
    const [before, after] = await Promise.all([written([]), written([edit])]);
    for (const format of exportFormats) {
      for (const words of gone) expect(after[format], format).not.toContain(words);
      for (const [words, where] of come)
        if (before[format].includes(where)) expect(after[format], format).toContain(words);
    }
  });
});

const read: Readonly<Record<ExportFormat, (content: Uint8Array) => string | Promise<string>>> = {
  docx: docxText,
  xlsx: async (content) => withoutSigns(JSON.stringify([...(await xlsxSheets(content))])),
  ics: calendarText,
  md: markdownText,
  // All of it, the plan's data too; the draft alone names what was taken out, that it can be brought back.
  json: (content) => {
    const { draft, ...rest } = JSON.parse(new TextDecoder().decode(content)) as Record<string, unknown>;
    expect(draft).toBeDefined();
    return jsonText(content) + withoutSigns(JSON.stringify(rest));
  },
};

test('no edit makes any template throw', () => {
  const addresses = documentBlocks(whole).map(({ address }) => address);
  const some = fc.constantFrom(...addresses);
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('omit' as const), at: some }),
    fc.record({ kind: fc.constant('text' as const), at: some, text: anyText }),
    fc.record({
      kind: fc.constant('row' as const),
      id: fc.constantFrom('r1', 'r2'),
      table: fc.constantFrom(...planTableNames),
      cells: fc.dictionary(fc.constantFrom('name', 'time', 'owner', 'amount', 'risk', 'timeline'), anyText),
      after: some,
    }),
    fc.record({
      kind: fc.constant('order' as const),
      within: fc.constantFrom('', '措施'),
      sections: fc.shuffledSubarray(['目标', '措施', '进度', '经费', '风险', '检查']),
    }),
  );
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      for (const article of Object.values(templates)) {
        const { article: filled } = fillDraft(article, fullPlan, { ...nothingFilled, edits }, fillDocument, whole);
        expect(filled.children.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});

test('a timeline has a place for a task that was added, and none for one that went', () => {
  const edits = [cases['a task added'], cases['a row of tasks left out']].flatMap((entry) => entry?.edit ?? []);
  const { article } = fillDraft(
    templates['one-page'] ?? whole,
    fullPlan,
    { ...nothingFilled, edits, values: { start: '2027-01-01' } },
    fillDocument,
    whole,
  );
  expect(withClass(article, 'marks')).toHaveLength(fullPlan.tasks.length);
  expect(wordsOf(article)).toContain('2027年2月28日');
});

test('what no part of the text is stays: posts of 一页纸, what closes 公文', () => {
  const omitAll = documentBlocks(whole)
    .filter(({ kind, element }) => kind === 'heading' && element.tagName === 'h2')
    .map(({ address }): Edit => ({ kind: 'omit', at: address }));
  const words = Object.values(templates).map((article) =>
    wordsOf(fillDraft(article, fullPlan, { ...nothingFilled, edits: omitAll }, fillDocument, whole).article),
  );
  expect(words[2]).toContain('岗位与职责');
  expect(words[2]).not.toContain('目标与指标');
  expect(words[1]).toContain('编制日期');
});

test('every table of the plan, its rows and cells are found in every template that has them', () => {
  for (const article of Object.values(templates)) {
    const found = counterparts(article, whole);
    const missing = documentBlocks(article).filter(
      ({ kind, address, element }) =>
        ['table', 'row', 'cell'].includes(kind) && !address.includes('/timeline#') && !found.has(element),
    );
    expect(missing.map(({ address }) => address)).toEqual([]);
    expect(found.size).toBeGreaterThan(20);
  }
  expect(childElements(whole).length).toBeGreaterThan(10);
});

describe('the plan’s data in JSON', () => {
  const planOf = async (edits: Edit[]): Promise<Record<string, Record<string, unknown>[]>> => {
    const draft = newDraft(fullPlan.slug, { updated: '2027-01-01T00:00:00.000Z', edits, people: { 客服主管: '张静' } });
    const manuscript = manuscriptOf(fillPlan(sampleDocument(), fullPlan, draft), draft, '计划书架');
    const { content } = await exported(manuscript, 'json');
    const { plan } = JSON.parse(new TextDecoder().decode(content)) as { plan: never };
    return plan;
  };

  test('are those that were published where nothing was changed', async () => {
    expect(await planOf([])).toEqual(JSON.parse(JSON.stringify(fullPlan)));
  });

  test('have figures, grades, rhythms, times and posts as such, and words where there are none', async () => {
    const plan = await planOf([
      added('tasks', {
        name: '换新工牌',
        owner: '客服主管',
        with: '客服主管、保洁主管',
        time: '每周2次，至第6个月末止',
      }),
      {
        kind: 'row',
        id: 'r2',
        table: 'risks',
        cells: { risk: '台风', grade: '高', 'grade-2': '不好说', response: '停电预案' },
      },
      { kind: 'row', id: 'r3', table: 'budget', cells: { item: '工牌', amount: '1,300' } },
      {
        kind: 'row',
        id: 'r4',
        table: 'kpis',
        cells: { name: '办结率', target: '≥【满意度目标】', weight: '20%', cycle: '每月' },
      },
      { kind: 'text', at: at('第3个月末', 'time'), text: '待定' },
    ]);
    expect(plan['tasks']?.slice(1)).toEqual([
      { name: '编订规程', owner: '客服主管', with: ['保洁主管'], time: '待定', standard: '签发' },
      fullPlan.tasks[2],
      {
        name: '换新工牌',
        owner: '客服主管',
        with: ['客服主管', '保洁主管'],
        every: 'week',
        times: 2,
        due: '+6m',
      },
    ]);
    expect(plan['risks']?.at(-1)).toEqual({ risk: '台风', likelihood: 'high', impact: '不好说', response: '停电预案' });
    expect(plan['budget']).toMatchObject({
      lines: [...(fullPlan.budget?.lines ?? []), { item: '工牌', amount: 1300 }],
    });
    expect(plan['kpis']?.at(-1)).toEqual({ name: '办结率', target: '≥【满意度目标】', weight: 20, cycle: 'month' });
    expect(plan['reviews']).toEqual(JSON.parse(JSON.stringify(fullPlan.reviews)));
  });
});
