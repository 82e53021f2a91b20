import { createHash } from 'node:crypto';
import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { type ExportFormat, exportFormats, exported } from '../../../src/export/formats.ts';
import type { Manuscript } from '../../../src/export/manuscript.ts';
import { readDraft } from '../../../src/fill/draft-read.ts';
import { documentPlaces } from '../../../src/document/edits/document-places.ts';
import type { Draft } from '../../../src/fill/draft.ts';
import { fillPlan } from '../../../src/fill/fill-plan.ts';
import { layout } from '../../../templates/meeting/layout.ts';
import { elements, withClass } from '../components/cells.ts';
import { textsOfPaper } from '../document/article-words.ts';
import { sampleDocument } from '../document/sample-entry.ts';
import { fullPlan } from '../fill/sample-document.ts';
import { bare, calendarText, docxText, jsonText, markdownText, xlsxSheets, xlsxText } from './read-back.ts';
import { filledValues, sampleManuscript } from './sample-manuscript.ts';

const places = documentPlaces(sampleDocument());
const at = (text: string): string => places.find((place) => place.text === text)?.address ?? '';

/** Text that has broken writers before. */
const nasty = {
  script: '<script>alert("1")</script> &amp; </w:t> ]]>',
  link: '[点我](javascript:alert(1)) javascript:alert(2) https://a.example/?b=1&c=2',
  formula: '=1+1',
  plus: '+1',
  minus: '-1+2',
  at: '@SUM(A1)',
  markdown: '# 不是标题\n- 不是列表\n1. 也不是\n**不粗** _不斜_ `不是代码` | 不是格 ~~不删~~ $x$ ^[^1]',
  controls: '前\u0000\u0007\u001B中\u009F后\uFFFF',
  bidi: '\u202Egnp.exe\u202C \u2067abc',
  emoji: '👨‍👩‍👧‍👦 🇨🇳 ✅',
  lone: '半个\uD83D代理\uDE00对',
  long: '很长的一段话，'.repeat(7142), // just under what a value may hold
} as const;

const drafts: readonly (readonly [string, Partial<Draft>])[] = [
  ['nothing filled', {}],
  ['everything filled', { values: filledValues, people: { 客服主管: '王芳' } }],
  [
    'edited',
    {
      values: filledValues,
      edits: [
        {
          kind: 'text',
          at: at('上年满意度不高，本年达到【满意度目标】。'),
          text: '改过：【满意度目标】\n第二行，=1+1',
        },
        { kind: 'omit', at: at('风险') },
        {
          kind: 'row',
          id: 'x',
          table: 'tasks',
          cells: { name: '新增的任务', owner: '保洁主管', time: '2027-05-08', standard: '+1' },
        },
        { kind: 'row', id: 'y', table: 'kpis', cells: { name: '新指标', target: '≥95.5%', unit: '%', weight: '5%' } },
        { kind: 'order', within: '', sections: ['检查', '目标'] },
      ],
    },
  ],
  ...Object.entries(nasty).map(([name, text]): [string, Partial<Draft>] => [
    `value: ${name}`,
    {
      values: { ...filledValues, organization: text, author: text },
      people: { 客服主管: text, 保洁主管: text },
      edits: [
        { kind: 'text', at: at('短信提醒'), text },
        { kind: 'text', at: at('逐栋走'), text },
      ],
    },
  ]),
];

async function contentOf(manuscript: Manuscript, format: ExportFormat): Promise<Uint8Array> {
  return (await exported(manuscript, format)).content;
}

/** Finds every text behind the one before it: nothing is missing, nothing out of order. */
function expectAll(found: string, texts: readonly string[]): void {
  let from = 0;
  for (const text of texts) {
    const place = found.indexOf(text, from);
    if (place === -1)
      expect.fail(
        `not found: ${text.slice(0, 100)}\nbehind: …${found.slice(Math.max(0, from - 60), from)}\nthere: ${found.slice(from, from + 200)}`,
      );
    from = place + text.length;
  }
}

describe.each(drafts)('%s', (_, given) => {
  const manuscript = sampleManuscript(given);
  // Read from the paper.
  const article = layout(fillPlan(sampleDocument(), fullPlan, manuscript.draft).document);
  const { text, notes } = textsOfPaper(article);
  const texts = [...text, ...notes];

  test('the document says enough to compare', () => {
    expect(texts.length).toBeGreaterThan(60);
  });

  test('Markdown holds every text', async () => {
    expectAll(markdownText(await contentOf(manuscript, 'md')), texts);
  });

  test('DOCX holds every text', async () => {
    expectAll(await docxText(await contentOf(manuscript, 'docx')), texts);
  });

  test('XLSX holds every text', async () => {
    // The library drops U+FFFD; a box stands in its place.
    expectAll(
      await xlsxText(await contentOf(manuscript, 'xlsx')),
      texts.map((text) => text.replaceAll('\uFFFD', '□')),
    );
  });

  test('JSON holds every text', async () => {
    expectAll(jsonText(await contentOf(manuscript, 'json')), texts);
  });

  test('XLSX has every row of the tables, its text as text', async () => {
    const sheets = await xlsxSheets(await contentOf(manuscript, 'xlsx'));
    for (const [name, sheet] of [
      ['kpis', '指标'],
      ['tasks', '任务'],
      ['budget', '预算'],
      ['risks', '风险'],
      ['reviews', '检查'],
    ] as const) {
      const [table] = withClass(article, `plan-table-${name}`);
      const rows = table === undefined ? [] : elements(table, 'tr').slice(1);
      const names = (sheets.get(sheet) ?? [])
        .slice(1)
        .flatMap((row) =>
          row[name === 'tasks' ? 1 : 0] === null ? [] : [bare(String(row[name === 'tasks' ? 1 : 0]))],
        );
      expect(names).toEqual(
        rows.map(({ children }) =>
          bare(toString(children[name === 'tasks' ? 1 : 0] ?? { type: 'root', children: [] })),
        ),
      );
    }
  });

  test('ICS has every task and review with all their cells', async () => {
    const found = calendarText(await contentOf(manuscript, 'ics'));
    for (const name of ['tasks', 'reviews'] as const) {
      const [table] = withClass(article, `plan-table-${name}`);
      const cells = ['th', 'td'].flatMap((tagName) => (table === undefined ? [] : elements(table, tagName)));
      expect(cells.length).toBeGreaterThan(10);
      for (const cell of cells) {
        const { className, scope } = cell.properties;
        const isOrdinal = Array.isArray(className) && className.includes('col-ordinal');
        if (scope !== 'col' && !isOrdinal) expect(found).toContain(bare(toString(cell)));
      }
    }
  });

  test('JSON can be read in again as the draft', async () => {
    const { draft, problems } = readDraft(new TextDecoder().decode(await contentOf(manuscript, 'json')));
    expect(problems).toEqual([]);
    // Its changes are put into the plan anew.
    expect(sampleManuscript(draft).draft).toEqual(manuscript.draft);
  });

  test('the same draft gives the same bytes', async () => {
    const digest = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
    const again = sampleManuscript(given);
    for (const format of exportFormats)
      expect(digest(await contentOf(again, format))).toBe(digest(await contentOf(manuscript, format)));
  });
});

test('every format names its file in Chinese, by title and unit', async () => {
  const names = await Promise.all(
    exportFormats.map(async (format) => (await exported(sampleManuscript({ values: filledValues }), format)).name),
  );
  expect(names).toEqual(exportFormats.map((format) => `锦绣物业2027年住宅小区物业客服部年度工作计划.${format}`));
});

test('a row that is added to the budget enters the total in every format, one that adds up the others does not', async () => {
  const row = (id: string, item: string, amount: string) =>
    ({ kind: 'row', id, table: 'budget', cells: { item, amount } }) as const;
  const manuscript = sampleManuscript({
    values: { training: 3200.3 },
    edits: [row('x', '茶点', '960.3'), row('y', '小计', '4400.3')],
  });
  const content = async (format: ExportFormat) => (await exported(manuscript, format)).content;
  // 3200.3 + 1200 + 960.3, where 4400.3 is a line of its own that is not counted.
  expect((await xlsxSheets(await content('xlsx'))).get('预算')?.map((cells) => cells[1])).toEqual([
    '金额（元）',
    3200.3,
    1200,
    960.3,
    4400.3,
    5360.6,
  ]);
  for (const text of [
    await docxText(await content('docx')),
    markdownText(await content('md')),
    jsonText(await content('json')),
  ])
    expect(text).toContain('合计5360.6');
});
