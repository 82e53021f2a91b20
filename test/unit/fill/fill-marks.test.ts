import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { timeLabel } from '../../../src/document/time-label.ts';
import { fillMarks } from '../../../src/fill/fill-marks.ts';
import { nothingFilled, personOf } from '../../../src/document/filling.ts';
import { roleWords } from '../../../src/document/role-words.ts';
import { inlineContent } from '../../../src/markdown/blank-element.ts';
import type { Values } from '../../../src/model/value.ts';
import { readHtml } from '../../../src/markdown/read-html.ts';
import { planSchema } from '../../../src/model/plan.ts';
import { samplePlan } from '../components/sample-plan.ts';
import { renderEntry } from '../markdown/render-entry.ts';

const { fields } = samplePlan({
  fields: [
    { name: 'homes', label: '在管户数', kind: 'integer', unit: '户' },
    { name: 'note', label: '说明', kind: 'longtext' },
    { name: 'a', label: '培训费', kind: 'money', unit: '元' },
    { name: 'b', label: '改造费', kind: 'money', unit: '万元' },
  ],
});
const filled = (element: Element, values: Values, people: Record<string, string> = {}): Element =>
  fillMarks(element, fields, { values, people });
const paragraph = (source: string): Element => h('p', inlineContent(source, fields));

describe('values', () => {
  test('replace label and unit, and leave what is open', () => {
    const result = filled(paragraph('现管【在管户数】，另见【说明】'), { homes: 1286 });
    expect(toHtml(result)).toBe(
      '<p>现管<span class="filled" data-field="在管户数" data-kind="integer">1286户</span>，另见' +
        '<span class="blank" data-field="说明" data-kind="longtext"><span class="blank-label">说明</span></span></p>',
    );
  });

  test('a long one is marked, to be set as running text', () => {
    const classOf = (note: string): unknown => filled(paragraph('【说明】'), { note }).children[0];
    expect(classOf('某'.repeat(40))).toMatchObject({ properties: { className: ['filled'] } });
    expect(classOf('某'.repeat(41))).toMatchObject({ properties: { className: ['filled', 'long'] } });
  });

  test.each([
    ['markup', '<b>甲</b> & {乙} "丙"'],
    ['brackets', '【在管户数】'],
    ['a hundred characters', '某'.repeat(100)],
    ['an emoji', '好\u{1f600}'],
  ])('%s stay text', (_, value) => {
    const result = filled(paragraph('见【说明】。'), { note: value });
    expect(toString(result)).toBe(`见${value}。`);
    expect(result.children).toHaveLength(3);
  });

  test('keep their lines', () => {
    expect(toHtml(filled(paragraph('【说明】'), { note: '一\r\n二\n\n三' }))).toContain('>一<br>二<br><br>三</span>');
  });

  test('do not change the document they are put into', () => {
    const blank = paragraph('【在管户数】');
    const before = toHtml(blank);
    filled(blank, { homes: 1 });
    expect(toHtml(blank)).toBe(before);
  });
});

describe('sums', () => {
  const sum = (terms: unknown): Element =>
    h('span', { className: ['blank'], dataSum: JSON.stringify(terms), dataSumUnit: '元' }, '合计');

  test.each([
    ['all lines known', [0.1, '培训费'], { a: 0.2 }, '0.3'],
    ['a line that is open', [300, '培训费'], {}, '合计'],
    ['a line that is no figure', [300, '培训费'], { a: '待定' }, '合计'],
    ['a line in another unit of money', [300, '改造费'], { b: 2.5 }, '25300'],
    ['a line that is no money', [300, '在管户数'], { homes: 3 }, '合计'],
    ['a line that is written', [300, { value: 1200.5, decimals: 2 }, { value: 2000, decimals: 0 }], {}, '3500.50'],
    ['a line that is no amount', [300, null], {}, '合计'],
    ['a line of no field', [300, '没有'], {}, '合计'],
  ])('%s', (_, terms, values, text) => {
    expect(toString(filled(sum(terms), values))).toBe(text);
  });
});

describe('times', () => {
  test.each([
    [{ due: '+2w' }, '2027-01-01', '2027年1月14日'],
    [{ start: '+1m', due: '+3m' }, '2027-01-01', '2027年2月1日至3月31日'],
    [{ start: '+1m', due: '+8m' }, '2027-07-01', '2027年8月1日至2028年2月29日'],
    [{ every: 'week', due: '+6m' }, '2027-01-01', '每周，至2027年6月30日止'],
    [{ due: '+2w' }, '', '第2周末'],
  ] as const)('%j from %s is %s', (timing, start, text) => {
    expect(toString(filled(h('td', timeLabel(timing)), { start }))).toBe(text);
  });
});

describe('people', () => {
  const role = (): Element => h('span', { className: ['role'], dataRole: '客服主管' }, roleWords('客服主管'));

  test.each([
    [{ 客服主管: '王小明' }, '客服主管（王小明）'],
    [{ 客服主管: '  ' }, '客服主管'],
    [{ 别的岗位: '王小明' }, '客服主管'],
    [{}, '客服主管'],
  ])('%j make %s', (people, text) => {
    expect(toString(filled(role(), {}, people))).toBe(text);
    // Filling again begins from the role, not from what stands there.
    expect(toString(filled(filled(role(), {}, people), {}, people))).toBe(text);
  });

  test('short names stay on a line, long ones may break', () => {
    expect(toHtml(roleWords('客服主管', '王小明'))).toBe(
      '<span class="whole">客服主管</span><wbr><span class="whole">（王小明）</span>',
    );
    expect(toHtml(roleWords('电子商务运营中心主任', '欧阳静怡、上官明月'))).not.toContain('whole');
  });

  test('a post called like a property of every object has no person', () => {
    expect(personOf('constructor', { values: {}, people: {} })).toBeUndefined();
  });
});

test('published plans are as if they had been filled in with nothing', async () => {
  const folder = join(import.meta.dirname, '../../../content/plans');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.mdx'));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    const source = await readFile(join(folder, name), 'utf8');
    const { fields } = planSchema.parse(parse(/^---\n([^]*?)\n---\n/.exec(source)?.[1] ?? ''));
    const html = await renderEntry(source);
    expect(toHtml(fillMarks(readHtml(html), fields, nothingFilled)), name).toBe(html);
  }
});
