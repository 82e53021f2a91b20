import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillDocument } from '../../../src/components/fill-document.ts';
import { type DocumentBlock, documentBlocks } from '../../../src/fill/document-blocks.ts';
import type { DraftContent } from '../../../src/fill/draft.ts';
import type { Edit } from '../../../src/document/edit.ts';
import { planRows, planTable } from '../../../src/fill/edited-plan.ts';
import {
  type FilledDocument,
  articleOf,
  fillDraft,
  withArticle,
  withFilledArticle,
} from '../../../src/fill/fill-draft.ts';
import { nothingFilled } from '../../../src/document/filling.ts';
import { plainText } from '../../../src/document/plain-text.ts';
import { textHash } from '../../../src/document/text-hash.ts';
import { inlineContent } from '../../../src/markdown/blank-element.ts';
import { cells, elements, withClass } from '../components/cells.ts';
import { anyText } from './arbitrary-draft.ts';
import { fullPlan, sampleArticle } from './sample-document.ts';

const article = sampleArticle();
const blocks = documentBlocks(article);

function fill(content: Partial<DraftContent>, published: Element = article): FilledDocument {
  return fillDraft(published, fullPlan, { ...nothingFilled, edits: [], ...content }, fillDocument);
}

/** The only block with a text, of a kind. */
function block(text: string, kind?: DocumentBlock['kind']): DocumentBlock {
  const found = blocks.filter((candidate) => candidate.text === text && (kind ?? candidate.kind) === candidate.kind);
  expect(found, text).toHaveLength(1);
  return found[0] as DocumentBlock;
}

const at = (text: string, kind?: DocumentBlock['kind']): string => block(text, kind).address;

function table(document: FilledDocument, name: Parameters<typeof planTable>[1]): string[][] {
  const found = planTable(document.article, name);
  return found === undefined ? [] : cells(found);
}

function headings({ article: { children } }: FilledDocument): string[] {
  return children.flatMap((child) =>
    child.type === 'element' && /^h[2-5]$/.test(child.tagName) ? [toString(child)] : [],
  );
}

describe('addresses', () => {
  test('every block has one of its own', () => {
    expect(new Set(blocks.map(({ address }) => address)).size).toBe(blocks.length);
    expect(new Set(blocks.map(({ kind }) => kind))).toEqual(
      new Set(['heading', 'paragraph', 'item', 'table', 'row', 'cell', 'figure', 'part']),
    );
  });

  test('say where and what', () => {
    expect(at('上年满意度不高，本年达到【满意度目标】。')).toBe(
      `title/p1#${textHash('上年满意度不高，本年达到【满意度目标】。')}`,
    );
    expect(at('三日内办结[^1]。')).toMatch(/^投诉\/p1#/);
    expect(at('短信提醒')).toMatch(/^收费\/i1#/);
    expect(at('≥【收费率目标】')).toMatch(/^目标\/t1\/r2\/target#/);
  });

  test('do not depend on defaults, which may be published anew', () => {
    const plan = {
      ...fullPlan,
      fields: fullPlan.fields.map((field) => (field.name === 'fee-rate' ? { ...field, default: 90 } : field)),
    } as typeof fullPlan;
    expect(documentBlocks(sampleArticle(plan)).map(({ address }) => address)).toEqual(
      blocks.map(({ address }) => address),
    );
  });
});

describe('edits of text', () => {
  test('a paragraph, a heading, an item and a cell become other words, their blanks filled', () => {
    const { article: filled, conflicts } = fill({
      values: { satisfaction: 85 },
      edits: [
        { kind: 'text', at: at('上年满意度不高，本年达到【满意度目标】。'), text: '本年做到【满意度目标】\n不打折扣' },
        { kind: 'text', at: at('措施', 'heading'), text: '做法' },
        { kind: 'text', at: at('上门：'), text: '当面谈：' },
        { kind: 'text', at: at('逐栋走'), text: '每栋【收费率目标】' },
      ],
    });
    expect(conflicts).toEqual([]);
    const html = toHtml(filled);
    expect(html).toMatch(/<p data-edited="">本年做到<span class="filled"[^>]*>85%<\/span><br>不打折扣<\/p>/);
    expect(html).toContain('<h2 id="措施" data-edited=""><span class="heading-number">二、</span>做法</h2>');
    expect(html).toContain('<li data-edited="">当面谈：<ul><li>先查工单</li></ul></li>');
    expect(table({ article: filled } as FilledDocument, 'tasks')[1]?.[2]).toBe('每栋80%');
  });

  test('what is nested in an item is changed and goes, also where the item has other words', () => {
    const words: Edit = { kind: 'text', at: at('上门：'), text: '当面谈：' };
    const nested = fill({ edits: [words, { kind: 'text', at: at('先查工单'), text: '先看台账' }] });
    expect(nested.conflicts).toEqual([]);
    expect(toHtml(nested.article)).toContain(
      '<li data-edited="">当面谈：<ul><li data-edited="">先看台账</li></ul></li>',
    );
    const gone = fill({ edits: [words, { kind: 'omit', at: at('先查工单') }] });
    expect(toHtml(gone.article)).toContain('<li data-edited="">当面谈：</li>');
  });

  test('the foot of a table is changed, and goes', () => {
    const line = (name: string, ...cells: string[]): Element =>
      h(name, [
        h(
          'tr',
          cells.map((cell) => h('td', cell)),
        ),
      ]);
    const prose = h('table', [
      line('thead', '组别', '户数'),
      line('tbody', '东区', '300'),
      line('tfoot', '合计', '300'),
    ]);
    const published = { ...article, children: [...article.children, prose] };
    const found = documentBlocks(published).filter(({ address }) => address.includes('/r2'));
    const [foot, , sum] = found.slice(-3).map(({ address }) => address);
    const changed = fill({ edits: [{ kind: 'text', at: sum ?? '', text: '280' }] }, published);
    expect(changed.conflicts).toEqual([]);
    expect(toHtml(changed.article)).toContain('<td>合计</td><td data-edited="">280</td>');
    expect(toHtml(fill({ edits: [{ kind: 'omit', at: foot ?? '' }] }, published).article)).not.toContain(
      '<td>合计</td>',
    );
  });

  test('what looks like markup stays text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { article: filled } = fill({
          values: { organization: text },
          edits: [{ kind: 'text', at: at('短信提醒'), text }],
        });
        const html = toHtml(filled);
        expect(html).not.toMatch(/<script|<a [^>]*javascript:/);
        expect(html.isWellFormed()).toBe(true);
      }),
    );
  });

  test('a footnote goes with its reference and stays with it', () => {
    const kept = fill({ edits: [{ kind: 'text', at: at('三日内办结[^1]。'), text: '两日内办结[^1]，[^9]' }] });
    expect(toHtml(kept.article)).toContain('两日内办结<sup>');
    expect(toString(kept.article)).toContain('，[^9]');
    expect(toString(kept.article)).toContain('以台账为准');
    const gone = fill({ edits: [{ kind: 'text', at: at('三日内办结[^1]。'), text: '两日内办结。' }] });
    expect(toString(gone.article)).not.toContain('以台账为准');
    expect(toString(gone.article)).not.toContain('注释');
  });

  test('words that were published anew are kept, and reported with what stands there now', () => {
    const edit: Edit = { kind: 'text', at: at('上年满意度不高，本年达到【满意度目标】。'), text: '我的话' };
    const changed = {
      ...article,
      children: article.children.map((child) =>
        child === block('上年满意度不高，本年达到【满意度目标】。').element
          ? { ...block('短信提醒').element, tagName: 'p' }
          : child,
      ),
    };
    const { conflicts, article: filled } = fill({ edits: [edit] }, changed);
    expect(conflicts).toEqual([{ edit, reason: 'changed', published: '短信提醒' }]);
    expect(toString(filled)).not.toContain('我的话');
  });

  test('a cell that was published anew is not looked for in other columns', () => {
    const prose = (second: string): Element =>
      h('table', [
        h('thead', [h('tr', [h('th', '组别'), h('th', '甲岗'), h('th', '乙岗')])]),
        h('tbody', [h('tr', [h('td', '西区'), h('td', second), h('td', '是')])]),
      ]);
    const published = (second: string): Element => ({ ...article, children: [...article.children, prose(second)] });
    const cells = documentBlocks(published('是')).filter(({ kind, text }) => kind === 'cell' && text === '是');
    expect(cells).toHaveLength(2);
    const edit: Edit = { kind: 'text', at: cells[0]?.address ?? '', text: '轮值' };
    const { conflicts, article: filled } = fill({ edits: [edit] }, published('否'));
    expect(conflicts).toEqual([{ edit, reason: 'changed', published: '否' }]);
    expect(toHtml(filled)).toContain('<td>西区</td><td>否</td><td>是</td>');
  });

  test('a paragraph is found again where others came before it', () => {
    const edit: Edit = { kind: 'text', at: at('上年满意度不高，本年达到【满意度目标】。'), text: '我的话' };
    const [first, ...rest] = article.children;
    const more: Element = {
      type: 'element',
      tagName: 'p',
      properties: {},
      children: [{ type: 'text', value: '新的一段' }],
    };
    const { conflicts, article: filled } = fill(
      { edits: [edit] },
      { ...article, children: first === undefined ? [] : [first, more, ...rest] },
    );
    expect(conflicts).toEqual([]);
    expect(toString(filled)).toContain('新的一段我的话');
  });

  test.each<[Edit, string]>([
    [{ kind: 'text', at: '没有/p1#00000000000', text: '' }, 'missing'],
    [{ kind: 'text', at: 'nonsense', text: '' }, 'missing'],
    [{ kind: 'order', within: '没有', sections: [] }, 'missing'],
    [{ kind: 'order', within: '', sections: ['没有'] }, 'missing'],
    [{ kind: 'row', id: 'a', table: 'kpis', cells: { color: '红' } }, 'column'],
  ])('%j conflicts: %s', (edit, reason) => {
    const { conflicts, article: filled } = fill({ edits: [edit] });
    expect(conflicts).toEqual([{ edit, reason }]);
    expect(toString(filled)).toContain('短信提醒');
  });

  test('no edits at all, no change but marks', () => {
    expect(toHtml(fill({}).article).replace(/ data-row="\d+"/g, '')).toBe(toHtml(article));
  });

  test('no edit makes filling throw', () => {
    const anyAddress = fc.oneof(anyText, fc.constantFrom(...blocks.map(({ address }) => address)));
    const anyEdit = fc.oneof(
      fc.record({ kind: fc.constant('text' as const), at: anyAddress, text: anyText }),
      fc.record({ kind: fc.constant('omit' as const), at: anyAddress }),
      fc.record({
        kind: fc.constant('row' as const),
        id: fc.constantFrom('a', 'b'),
        table: fc.constantFrom('tasks' as const, 'budget' as const),
        after: anyAddress,
        cells: fc.dictionary(fc.constantFrom('name', 'item', 'amount', 'time', 'owner'), anyText),
      }),
      fc.record({
        kind: fc.constant('order' as const),
        within: fc.constantFrom('', '措施', 'x'),
        sections: fc.array(fc.constantFrom('目标', '措施', '收费', '投诉', '检查')),
      }),
    );
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 6 }), (edits) => {
        const { article: filled } = fill({ edits, values: { start: '2027-01-01' } });
        expect(toHtml(filled).isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('edits of the structure', () => {
  test('a section goes with all below it; the rest is numbered anew and links to it become text', () => {
    const document = fill({ edits: [{ kind: 'omit', at: at('进度', 'heading') }] });
    expect(headings(document)).toEqual([
      '一、目标',
      '二、措施',
      '（一）收费',
      '（二）投诉',
      '三、经费',
      '四、风险',
      '五、检查',
    ]);
    expect(toHtml(document.article)).not.toContain('#进度');
    expect(toString(document.article)).toContain('见进度。');
    expect(withClass(document.article, 'sign-off')).toHaveLength(1);
  });

  test('leaving out the last section keeps sign-off and footnotes', () => {
    const document = fill({ edits: [{ kind: 'omit', at: at('检查', 'heading') }] });
    expect(withClass(document.article, 'sign-off')).toHaveLength(1);
    expect(toString(document.article)).toContain('以台账为准');
  });

  test('sections change places; one that the order does not name stays behind its neighbour', () => {
    const document = fill({
      edits: [
        { kind: 'order', within: '', sections: ['检查', '目标', '措施', '经费', '风险'] },
        { kind: 'order', within: '措施', sections: ['投诉', '收费'] },
      ],
    });
    expect(headings(document)).toEqual([
      '一、检查',
      '二、目标',
      '三、措施',
      '（一）投诉',
      '（二）收费',
      '四、进度',
      '五、经费',
      '六、风险',
    ]);
  });

  test('an item and a paragraph go', () => {
    const { article: filled } = fill({
      edits: [
        { kind: 'omit', at: at('短信提醒') },
        { kind: 'omit', at: at('三日内办结[^1]。') },
      ],
    });
    expect(toString(filled)).not.toMatch(/短信提醒|三日内办结|以台账为准/);
  });

  test('the title cannot go', () => {
    const edit: Edit = { kind: 'omit', at: blocks.find(({ element }) => element.tagName === 'h1')?.address ?? '' };
    expect(fill({ edits: [edit] }).conflicts).toEqual([{ edit, reason: 'unsuitable' }]);
  });
});

describe('rows', () => {
  const row = (name: Parameters<typeof planTable>[1], index: number): string => {
    const keyed = blocks
      .filter(({ kind }) => kind === 'row')
      .filter(
        ({ element }) =>
          planTable(article, name)?.children.some((part) => 'children' in part && part.children.includes(element)) ===
          true,
      );
    return keyed[index]?.address ?? '';
  };

  test('are left out and added in tables, ordinals counted anew', () => {
    const document = fill({
      people: { 保洁主管: '李丽' },
      values: { start: '2027-01-01' },
      edits: [
        { kind: 'omit', at: row('tasks', 0) },
        {
          kind: 'row',
          id: 'x1',
          table: 'tasks',
          after: row('tasks', 1),
          cells: { name: '抽查【满意度目标】', owner: '保洁主管', time: '每月，至第3个月末止', standard: '有表' },
        },
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
    expect(document.conflicts).toEqual([]);
    expect(table(document, 'tasks').map((line) => [line[0], line[1], line[3], line[5]])).toEqual([
      ['序号', '任务', '责任岗位', '时限'],
      ['1', '编订规程', '客服主管', '2027年3月31日'],
      ['2', '抽查满意度目标%', '保洁主管（李丽）', '每月，至2027年3月31日止'],
      ['3', '验收', '外聘', '2027年5月8日'],
      ['4', '满意度测评', '保洁主管（李丽）', '2027年5月1日至6月30日'],
      ['5', '收尾', '', '视情况'],
    ]);
    expect(planRows(document.article, 'tasks')?.map(({ key }) => key)).toEqual(['1', '+x1', '+x2', '2', '+x3']);
  });

  test('the chart follows the tasks; what has no place on it is not drawn', () => {
    const document = fill({
      values: { start: '2027-01-01' },
      edits: [
        { kind: 'omit', at: row('tasks', 0) },
        { kind: 'row', id: 'x', table: 'tasks', cells: { name: '验收', time: '2027-05-08' } },
        { kind: 'row', id: 'y', table: 'tasks', cells: { name: '收尾', time: '视情况' } },
      ],
    });
    const [svg] = elements(document.article, 'svg');
    const names = svg === undefined ? [] : withClass(svg, 'name').map((text) => toString(text));
    expect(names).toEqual(['编订规程', '满意度测评', '验收']);
  });

  test.each([
    ['2026-12-31', false],
    ['2027-01-01', true],
  ])('a task that is due on %s is drawn from the start of 2027: %s', (time, drawn) => {
    const edits: Edit[] = [{ kind: 'row', id: 'x', table: 'tasks', cells: { name: '验收', time } }];
    const { tasks } = fill({ values: { start: '2027-01-01' }, edits });
    expect(tasks.some(({ name }) => name === '验收')).toBe(drawn);
  });

  test('a total that is added up gets the terms of the rows that are left', () => {
    const document = fill({
      edits: [
        { kind: 'omit', at: row('budget', 0) },
        { kind: 'row', id: 'x', table: 'budget', cells: { item: '茶点', amount: '300' } },
      ],
    });
    const sum = elements(document.article, 'span').find(({ properties }) => properties['dataSum'] !== undefined);
    expect(sum?.properties['dataSum']).toBe('[1200,300]');
    expect(table(document, 'budget').map((line) => line[0])).toEqual(['项目', '印刷', '茶点', '合计']);
  });

  test('a total that is a field does not follow, and that is said', () => {
    const plan = { ...fullPlan, budget: { unit: '元', total: '【培训费】', lines: fullPlan.budget?.lines ?? [] } };
    const edit: Edit = { kind: 'row', id: 'x', table: 'budget', cells: { item: '茶点', amount: '300' } };
    expect(fillDraft(sampleArticle(plan), plan, { ...nothingFilled, edits: [edit] }, fillDocument).conflicts).toEqual([
      { edit, reason: 'total' },
    ]);
  });

  describe('a total that is a field which adds up the lines', () => {
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
    const published = sampleArticle(plan);
    published.children.push(h('p', inlineContent('共【专项预算】。', fields)));
    const values = { course: 3200.3, print: '1200.3' };
    const row = (id: string, item: string, amount: string): Edit => ({
      kind: 'row',
      id,
      table: 'budget',
      cells: { item, amount },
    });
    const last = documentBlocks(published).find(({ text }) => text === '印刷\t【印刷费】')?.address ?? '';

    test.each<[string, Edit[], string]>([
      ['as they are', [], '4400.6'],
      ['with one more', [row('x', '茶点', '960.3'), row('y', '交通', '840.3')], '6201.2'],
      ['with one in another unit', [row('x', '大厅', '2.5 万元')], '29400.6'],
      ['with one that adds up the others', [row('x', '小计', '4400.6'), row('y', '合计：', '9999')], '4400.6'],
      ['with one fewer', [{ kind: 'omit', at: last }], '3200.3'],
      ['with one that is open', [row('x', '茶点', '待定')], '专项预算'],
    ])('follows the lines %s, in the table and in the text', (_, edits, total) => {
      const document = fillDraft(published, plan, { ...nothingFilled, values, edits }, fillDocument);
      expect(document.conflicts).toEqual([]);
      expect(table(document, 'budget').at(-1)).toEqual(['合计', total]);
      expect(toString(document.article.children.at(-1) ?? h('p'))).toMatch(new RegExp(`^共${total}`));
    });
  });

  describe('a total that is a figure of its own', () => {
    const lines = [
      { item: '培训', amount: 3000, basis: '外聘讲师' },
      { item: '印刷', amount: 1200, basis: '问卷' },
    ];
    const plan = { ...fullPlan, budget: { unit: '元', total: 4200, lines } };
    const published = sampleArticle(plan);
    const found = documentBlocks(published);
    const addressOf = (text: string): string => found.find((candidate) => candidate.text === text)?.address ?? '';
    const conflictsOf = (edits: Edit[]): FilledDocument['conflicts'] =>
      fillDraft(published, plan, { ...nothingFilled, edits }, fillDocument).conflicts;
    const dearer: Edit = { kind: 'text', at: addressOf('1200'), text: '1500' };

    test.each<[string, Edit]>([
      ['a row that is left out', { kind: 'omit', at: addressOf('印刷\t1200\t问卷') }],
      ['an amount that is changed', dearer],
    ])('follows %s where it is the sum of the lines, and is said not to where it is not', (_, edit) => {
      const { conflicts, ...document } = fillDraft(published, plan, { ...nothingFilled, edits: [edit] }, fillDocument);
      expect(conflicts).toEqual([]);
      expect(table({ ...document, conflicts }, 'budget').at(-1)?.[1]).toBe(edit.kind === 'omit' ? '3000' : '4500');
      const other = { ...plan, budget: { ...plan.budget, total: 5000 } };
      const drafted = fillDraft(sampleArticle(other), other, { ...nothingFilled, edits: [edit] }, fillDocument);
      expect(drafted.conflicts).toEqual([{ edit, reason: 'total' }]);
      expect(table(drafted, 'budget').at(-1)?.[1]).toBe('5000');
    });

    test.each<[string, Edit[]]>([
      ['where the writer has set it right', [dearer, { kind: 'text', at: addressOf('4200'), text: '4,500' }]],
      ['where the rows come to the same', [{ ...dearer, text: '1,200.00' }]],
      ['where no amount has changed', [{ kind: 'text', at: addressOf('外聘讲师'), text: '内部讲师' }]],
    ])('needs no word %s', (_, edits) => {
      expect(conflictsOf(edits)).toEqual([]);
    });
  });

  test('one that was added to a table that is left out is said, and is there again with the table', () => {
    const row: Edit = { kind: 'row', id: 'r1', table: 'risks', cells: { risk: '停电' } };
    const gone: Edit = { kind: 'omit', at: at('风险应对表', 'table') };
    const without = fill({ edits: [row, gone] });
    expect(without.conflicts).toEqual([{ edit: row, reason: 'omitted' }]);
    expect(table(without, 'risks')).toEqual([]);
    expect(fill({ edits: [row] }).conflicts).toEqual([]);
    expect(toString(fill({ edits: [row] }).article)).toContain('停电');
  });

  test('a table without rows goes', () => {
    const document = fill({ edits: [{ kind: 'omit', at: row('risks', 0) }] });
    expect(table(document, 'risks')).toEqual([]);
  });
});

describe('plain text', () => {
  test.each([
    ['\uD83D', '\uFFFD'],
    ['🙂', '🙂'],
    ['a\u0000b\u001Fc\u0085d\uFFFF', 'abc\nd'],
    ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['<script>=1+1', '<script>=1+1'],
    ['\u202Eabc\u202C \u2067d\u200F', 'abc d'],
    ['👨\u200D👩', '👨\u200D👩'],
  ])('%j becomes %j', (given, plain) => {
    expect(plainText(given)).toBe(plain);
  });

  test('is plain already the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plainText(plainText(text))).toBe(plainText(text));
      }),
    );
  });
});

test('an article is found in its document and put back', () => {
  const document = {
    type: 'root' as const,
    children: [{ type: 'element' as const, tagName: 'body', properties: {}, children: [article] }],
  };
  expect(articleOf(document)).toBe(article);
  const filled = fill({ values: { satisfaction: 85 } }).article;
  expect(articleOf(withArticle(document, filled))).toBe(filled);
});

describe('what a filled plan is called', () => {
  const shell = h('html', [h('head', [h('title', fullPlan.title)]), h('body', [article])]);
  const named = (content: Partial<DraftContent>): string[] => {
    const filled = fill(content).article;
    // Charts have titles too.
    const [head] = elements(withFilledArticle(shell, filled, fullPlan), 'title');
    const title = head === undefined ? [] : [toString(head)];
    return [
      ...title,
      ...withClass(filled, 'title-block')
        .slice(0, 1)
        .map(({ properties }) => String(properties['dataTitle'])),
    ];
  };

  test('by its own title in the running head and the PDF’s properties, once no blank of it is open', () => {
    const own = `锦绣物业2027年${fullPlan.title}`;
    expect(named({ values: { organization: '锦绣物业', year: 2027 } })).toEqual([own, own]);
    expect(named({ values: { organization: '锦绣物业' } })).toEqual([fullPlan.title, fullPlan.title]);
    expect(named({ values: { organization: '　', year: 2027 } })).toEqual([fullPlan.title, fullPlan.title]);
  });

  test('by the words that a writer has put there', () => {
    const title = blocks.find(({ element }) => element.tagName === 'h1')?.address ?? '';
    const own = '前台服务提升计划';
    expect(named({ edits: [{ kind: 'text', at: title, text: '前台服务\n提升计划' }] })).toEqual([own, own]);
  });
});

describe('a paragraph that has become several', () => {
  const paragraph = '三日内办结[^1]。';
  const words = (text: string, change: string): string[] => {
    const { article: filled } = fill({ edits: [{ kind: 'text', at: at(text), text: change }] });
    return ['p', 'li']
      .flatMap((name) => elements(filled, name).filter((found) => 'dataEdited' in found.properties))
      .map((element) => toHtml(element.children));
  };

  test('each is one, with the footnote where it was put; a single line break stays one', () => {
    expect(words(paragraph, '第一段【满意度目标】\n同段\n\n\n第二段[^1]\n\n')).toEqual([
      expect.stringMatching(/^第一段<span.*>满意度目标<.*<br>同段$/),
      expect.stringMatching(/^第二段<sup>/),
    ]);
    expect(words(paragraph, '甲\r\n\r\n乙')).toEqual(['甲', '乙']);
  });

  test('an item becomes several items; what is nested in it stays with the last', () => {
    const [first, second] = words('上门：', '电话\n\n上门：');
    expect(first).toBe('电话');
    expect(second).toMatch(/^上门：<ul>/);
  });

  test('a heading and a cell stay one', () => {
    const { article: filled } = fill({ edits: [{ kind: 'text', at: at('目标', 'heading'), text: '目标\n\n与任务' }] });
    expect(elements(filled, 'h2').map((element) => toString(element))).toContain('一、目标与任务');
  });
});
