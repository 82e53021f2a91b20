import { describe, expect, test } from 'vitest';
import type { FitOrder } from '../../../src/model/template/fit.ts';
import type { PrintTemplate } from '../../../src/model/template/print-template.ts';
import { checkFit } from '../../../src/proof/checks/check-fit.ts';

const order: FitOrder = {
  details: [
    { list: 'tasks', column: 'measure', title: '措施' },
    { list: 'tasks', column: 'standard', title: '标准' },
  ],
  lists: [{ name: 'tasks', title: '任务', counter: '项', least: 2 }],
  type: { most: 11, usual: 9, least: 8 },
};

const names = ['测评', '走访', '培训', '复盘'];

interface Shown {
  readonly rows?: readonly string[];
  readonly columns?: readonly string[];
  readonly more?: string;
  readonly note?: string;
  readonly style?: string;
  readonly lead?: string;
  readonly head?: string;
}

/** The article with so much of it as is shown. */
function article({ rows = names, columns = ['measure', 'standard'], more, note, style, lead, head }: Shown): string {
  const cells = (name: string) => columns.map((column) => `<td class="col-${column}">${name}${column}</td>`).join('');
  const body = rows.map((name) => `<tr><th class="col-name">${name}</th>${cells(name)}</tr>`).join('');
  const last = more === undefined ? '' : `<tr class="more"><td colspan="3">${more}</td></tr>`;
  const heads = columns.map((column) => `<th class="col-${column}">${column}</th>`).join('');
  return `<main class="print-document" style="${style ?? '--type: 9pt'}"><h1>计划</h1><p>${lead ?? '先看目标。'}</p>
<table data-fit-list="tasks"><thead><tr><th class="col-name">${head ?? '任务'}</th>${heads}</tr></thead><tbody>${body}${last}</tbody></table>
<p data-left-out>${note ?? ''}</p></main>`;
}

const source = `<!doctype html><html lang="zh-CN"><title>计划</title><body>${article({})}</body></html>`;
const messages = (shown: Shown) =>
  checkFit(source, article(shown), { fit: order }).failures.map(({ message }) => message);
const allGone = '任务的措施、标准';

describe('a legal reduction', () => {
  test.each<[string, Shown, object]>([
    ['nothing', {}, { details: [], rows: {}, type: 9 }],
    ['larger type', { style: '--type: 11pt; --air: 1pt' }, { details: [], rows: {}, type: 11 }],
    [
      'one detail',
      { columns: ['standard'], note: '本页从略：任务的措施。全文见会议稿。' },
      { details: ['tasks.measure'], rows: {}, type: 9 },
    ],
    [
      'rows',
      {
        columns: [],
        rows: names.slice(0, 3),
        more: '另 1 项',
        note: `本页从略：${allGone}；任务另 1 项。全文见会议稿。`,
        style: '--type: 8pt',
      },
      { details: ['tasks.measure', 'tasks.standard'], rows: { tasks: 1 }, type: 8 },
    ],
    [
      'type',
      { columns: [], note: `本页从略：${allGone}。全文见会议稿。`, style: '--type: 8.25pt' },
      { details: ['tasks.measure', 'tasks.standard'], rows: {}, type: 8.25 },
    ],
  ])('of %s is accepted, and its figures are kept', (_, shown, figures) => {
    const check = checkFit(source, article(shown), { fit: order });
    expect(check.failures).toEqual([]);
    expect(check.figures).toEqual(figures);
    expect(check.html).toContain('<title>计划</title>');
  });
});

test.each<[string, Shown, string]>([
  [
    'a row is gone and nothing says so',
    { columns: [], rows: names.slice(0, 3), note: `本页从略：${allGone}；任务另 1 项。全文见会议稿。` },
    '任务少了 1 项，应写“另1项”，实际是“”。',
  ],
  [
    'the count is wrong',
    {
      columns: [],
      rows: names.slice(0, 3),
      more: '另 2 项',
      note: `本页从略：${allGone}；任务另 1 项。全文见会议稿。`,
    },
    '任务少了 1 项，应写“另1项”，实际是“另2项”。',
  ],
  ['the note is silent', { columns: ['standard'] }, '页末应写明“本页从略：任务的措施。全文见会议稿。”，实际是“”。'],
  [
    'a later detail goes first',
    { columns: ['measure'], note: '本页从略：任务的标准。全文见会议稿。' },
    '措施还在，排在它后面的却收去了。',
  ],
  [
    'rows go before the details',
    { rows: names.slice(0, 3), more: '另 1 项', note: '本页从略：任务另 1 项。全文见会议稿。' },
    '各列没有收完，就缩短了表格。',
  ],
  [
    'the type shrinks before the details go',
    { columns: ['standard'], note: '本页从略：任务的措施。全文见会议稿。', style: '--type: 8pt' },
    '各列没有收完，就改小了字号。',
  ],
  [
    'rows go before the type has shrunk',
    {
      columns: [],
      rows: names.slice(0, 3),
      more: '另 1 项',
      note: `本页从略：${allGone}；任务另 1 项。全文见会议稿。`,
      style: '--type: 8.25pt',
    },
    '字号没有改到最小，就缩短了表格。',
  ],
  ['the type is too small', { style: '--type: 7.5pt' }, '字号是 7.5 磅，应在 8 至 11 磅。'],
  [
    'too few rows are left',
    {
      columns: [],
      rows: names.slice(0, 1),
      more: '另 3 项',
      note: `本页从略：${allGone}；任务另 3 项。全文见会议稿。`,
    },
    '任务只剩 1 项，至少要留 2 项。',
  ],
  [
    'a row is another',
    { rows: ['测评', '走访', '考试', '复盘'] },
    '任务第 3 行与文档不同：“考试考试measure考试standard”。',
  ],
  ['the head is another', { head: '事项' }, '任务的表头与文档不同：“事项measurestandard”。'],
  ['words outside are gone', { lead: '目标。' }, '列表和表格以外的文字与文档不同，这些内容不许收去。'],
])('found out: %s', (_, shown, message) => {
  expect(messages(shown)).toContain(message);
});

describe('what the template never shows', () => {
  const absent = [
    { name: 'budget', title: '预算' },
    { name: 'prose', title: '正文的' },
  ];
  const hidden =
    '<div hidden data-absent="prose"><h2><span class="heading-number">一、</span>保障<sup>1</sup></h2><h2>考核</h2></div>';
  const whole = source.replace('</main>', `${hidden}</main>`);
  const found = (shown: Shown) =>
    checkFit(whole, article(shown), { fit: { ...order, absent } }).failures.map(({ message }) => message);

  test('is named at the foot', () => {
    expect(found({ note: '本页从略：正文的“保障”“考核”。全文见会议稿。' })).toEqual([]);
    expect(found({})).toEqual(['页末应写明“本页从略：正文的“保障”“考核”。全文见会议稿。”，实际是“”。']);
  });
});

test('a page that was not made to fit is none', () => {
  expect(checkFit(source, undefined, { fit: order }).failures).toEqual([
    { check: 'fit', message: '没有得到收成一页之后的文档，无法核对收去了什么。' },
  ]);
});

describe('in a booklet', () => {
  const part = (template: string, shown: Shown): string =>
    article(shown)
      .replace(
        '<main class="print-document"',
        `<section class="booklet-paper" data-template="${template}" data-fit="{}"`,
      )
      .replace('</main>', '</section>');
  const bound = (first: Shown, second: Shown, words = '别的材料'): string =>
    `<main class="print-document booklet">${part('wall', first)}<section class="booklet-paper" data-template="meeting"><p>${words}</p></section>${part('wall', second)}</main>`;
  const whole = `<!doctype html><html lang="zh-CN"><title>计划</title><body>${bound({}, {})}</body></html>`;
  const papers = [{ name: 'wall', fit: order }, { name: 'meeting' }] as unknown as readonly PrintTemplate[];
  const found = (fitted: string | undefined, all = papers) =>
    checkFit(whole, fitted, { papers: all }).failures.map(({ message }) => message);
  const reduced = { columns: ['standard'], note: '本页从略：任务的措施。全文见会议稿。' };

  test('each paper gives way by the order of its own template, and the document is proven as it was reduced', () => {
    expect(found(bound({}, reduced))).toEqual([]);
    expect(checkFit(whole, bound({}, reduced), { papers }).html).toContain('本页从略');
    expect(found(bound({ ...reduced, note: '' }, reduced))).toEqual([
      '页末应写明“本页从略：任务的措施。全文见会议稿。”，实际是“”。',
    ]);
  });

  test('no other paper may lose anything, and none may go missing', () => {
    expect(found(bound({}, {}, '别的'))).toEqual(['不收成一页的材料与文档不同，这些内容不许收去。']);
    expect(found(undefined)).toEqual(['没有得到收成一页之后的文档，无法核对收去了什么。']);
    expect(found(`<main class="print-document booklet">${part('wall', {})}</main>`)).toEqual([
      '没有得到收成一页之后的文档，无法核对收去了什么。',
    ]);
  });

  test('of papers that take the pages that they need, nothing is looked at', () => {
    expect(found(undefined, papers.slice(1))).toEqual([]);
  });
});
