/** A change of the text shows wherever the text does: in every template, and in every format. */
import type { Element } from 'hast';
import fc from 'fast-check';
import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { type ExportFormat, exportFormats, exported } from '../../../src/export/formats.ts';
import { fillPlan } from '../../../src/fill/fill-plan.ts';
import { sampleDocument } from '../document/sample-entry.ts';
import { manuscriptOf } from '../../../src/export/manuscript.ts';
import { documentPlaces } from '../../../src/document/edits/document-places.ts';
import { type Draft, newDraft } from '../../../src/fill/draft.ts';
import type { AddedRow, Edit } from '../../../src/document/edits/edit.ts';
import { planTableNames } from '../../../src/document/plan-table-names.ts';
import { layout as meeting } from '../../../templates/meeting/layout.ts';
import { layout as official } from '../../../templates/official/layout.ts';
import { layout as onePage } from '../../../templates/one-page/layout.ts';
import { elements, withClass } from '../components/cells.ts';
import { anyText } from './arbitrary-draft.ts';
import { calendarText, docxText, jsonText, markdownText, xlsxSheets } from '../export/read-back.ts';
import { fullPlan } from './sample-document.ts';

const published = sampleDocument();
const places = documentPlaces(published);
const layouts = { meeting, official, 'one-page': onePage };
type Template = keyof typeof layouts;

/** A paper with a draft put into it. */
function paperOf(template: Template, draft: Partial<Draft> = {}, marked = false): Element {
  const { document } = fillPlan(published, fullPlan, { values: {}, people: {}, edits: [], ...draft });
  const marks = new Set(documentPlaces(document).map(({ key }) => key));
  return layouts[template](document, marked ? { marks } : {});
}

const templates = Object.keys(layouts) as Template[];

/** The only place with some words; where `kind` names it, one like that, such as a cell of a column. */
function at(text: string, kind = ''): string {
  const found = places.filter(
    (place) => place.text === text && (kind === '' || place.kind === kind || place.key.endsWith(`/${kind}`)),
  );
  expect(found, text).toHaveLength(1);
  return found[0]?.address ?? '';
}

function rowOf(name: string): string {
  const found = places.find(({ kind, text }) => kind === 'row' && text.includes(name));
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
    edit: { kind: 'omit', at: at('风险', 'heading') },
    gone: ['收费落后', '过半未收', '风险与应对'],
  },
  'the section of goals left out': {
    edit: { kind: 'omit', at: at('目标', 'heading') },
    gone: ['业主满意度', '收费率不低于', '目标与指标'],
  },
  'the section of tasks left out': {
    edit: { kind: 'omit', at: at('措施', 'heading') },
    gone: ['编订规程见签', '先查工单', '任务与进度'],
  },
  'the section of reviews left out': { edit: { kind: 'omit', at: at('检查', 'heading') }, gone: ['半年调整'] },
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
    expect(fillPlan(published, fullPlan, { values: {}, people: {}, edits: [edit] }).conflicts).toEqual([]);
    for (const name of templates) {
      const before = wordsOf(paperOf(name));
      const after = wordsOf(paperOf(name, { edits: [edit] }));
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
  const some = fc.constantFrom(...places.map(({ address }) => address));
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
      for (const name of templates) {
        const paper = paperOf(name, { edits, values: { start: '2027-01-01' } });
        expect(toString(paper).isWellFormed()).toBe(true);
        const active = [...elements(paper, 'script'), ...elements(paper, 'img')];
        expect(active).toEqual([]);
        for (const { properties } of elements(paper, 'a')) expect(properties['href']).toMatch(/^#/);
      }
    }),
    { numRuns: 300 },
  );
});

test('a timeline has a place for a task that was added, and none for one that went', () => {
  const edits = [cases['a task added'], cases['a row of tasks left out']].flatMap((entry) => entry?.edit ?? []);
  const article = paperOf('one-page', { edits, values: { start: '2027-01-01' } });
  expect(withClass(article, 'marks')).toHaveLength(fullPlan.tasks.length);
  expect(wordsOf(article)).toContain('2027年2月28日');
});

test('what no part of the text is stays: posts of 一页纸, what closes 公文', () => {
  const omitAll = published.blocks.flatMap((block): Edit[] => {
    if (block.kind !== 'heading' || block.level !== 1) return [];
    return [{ kind: 'omit', at: places.find(({ key }) => key === block.id)?.address ?? '' }];
  });
  expect(omitAll).toHaveLength(6);
  const onePaper = wordsOf(paperOf('one-page', { edits: omitAll }));
  expect(onePaper).toContain('岗位与职责');
  expect(onePaper).not.toContain('目标与指标');
  expect(wordsOf(paperOf('official', { edits: omitAll }))).toContain('编制日期');
});

describe('places on a paper', () => {
  const keysOf = (article: Element, mark: 'dataBlock' | 'dataEdited' = 'dataBlock'): string[] => {
    const keys: string[] = [];
    const walk = (element: Element): void => {
      const { dataBlock } = element.properties;
      if (typeof dataBlock === 'string' && element.properties[mark] !== undefined) keys.push(dataBlock);
      for (const child of element.children) if (child.type === 'element') walk(child);
    };
    walk(article);
    return keys;
  };

  test('carry their keys where they are asked for, and only then', () => {
    const keys = places.map(({ key }) => key);
    expect(keysOf(paperOf('meeting', {}, true)).toSorted()).toEqual(keys.toSorted());
    for (const name of templates) {
      const shown = keysOf(paperOf(name, {}, true));
      expect(shown.length, name).toBeGreaterThan(60);
      expect(new Set(shown).difference(new Set(keys)), name).toEqual(new Set());
      expect(keysOf(paperOf(name)), name).toEqual([]);
    }
  });

  test('that were changed are marked: a row that was added, every part of a divided paragraph', () => {
    const edits: Edit[] = [
      { kind: 'text', at: at('三日内办结[^1]。'), text: '两日\n\n办结' },
      { kind: 'text', at: at('编订规程', 'name'), text: '修订规程' },
      added('tasks', { name: '换新工牌' }),
    ];
    const edited = keysOf(paperOf('meeting', { edits }, true), 'dataEdited');
    expect(edited).toEqual(['投诉/p1', '投诉/p1~2', '@tasks/1/name', '@tasks/+r1']);
  });

  test('every table of the plan, its rows and cells have them in every template that shows them', () => {
    for (const name of templates) {
      for (const table of withClass(paperOf(name, {}, true), 'plan-table')) {
        const missing = ['tr', 'td', 'th']
          .flatMap((tagName) => elements(table, tagName))
          .filter(
            ({ properties: { className, dataBlock } }) =>
              dataBlock === undefined && !(Array.isArray(className) && className.includes('col-timeline')),
          );
        // The row of the heads is none that could go.
        expect(missing.map(({ tagName }) => tagName)).toEqual(['tr']);
      }
    }
  });
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
