import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import { contentOf, timeContent, words } from '../../../src/document/content.ts';
import { contentFiller, fillDocument } from '../../../src/document/fill.ts';
import { nothingFilled, personOf } from '../../../src/document/filling.ts';
import type { Content, Inline } from '../../../src/document/schema.ts';
import { runningTitle, shownTitle } from '../../../src/document/running-title.ts';
import { inlineElements } from '../../../src/html/inline-elements.ts';
import type { Values } from '../../../src/model/value.ts';
import { samplePlan } from '../components/sample-plan.ts';
import { fullPlan } from '../fill/sample-document.ts';
import { sampleDocument } from './sample-entry.ts';

const plan = samplePlan({
  fields: [
    { name: 'homes', label: '在管户数', kind: 'integer', unit: '户' },
    { name: 'note', label: '说明', kind: 'longtext' },
    { name: 'a', label: '培训费', kind: 'money', unit: '元' },
    { name: 'b', label: '改造费', kind: 'money', unit: '万元' },
  ],
});
const { fields } = plan;

function filled(content: Content, values: Values, people: Record<string, string> = {}): Inline[] {
  return contentFiller(plan, { values, people })(content);
}

/** A paragraph of content with values in it. */
function shown(content: Content, values: Values, people: Record<string, string> = {}): Element {
  const elements: ElementContent[] = inlineElements(filled(content, values, people), { fields, base: '/' });
  return h('p', elements);
}

describe('values', () => {
  test('replace label and unit, and leave what is open', () => {
    expect(toHtml(shown(contentOf('现管【在管户数】，另见【说明】'), { homes: 1286 }))).toBe(
      '<p>现管<span class="filled" data-field="在管户数" data-kind="integer">1286户</span>，另见' +
        '<span class="blank" data-field="说明" data-kind="longtext"><span class="blank-label">说明</span></span></p>',
    );
  });

  test('a long one is marked, to be set as running text', () => {
    const blank = (note: string): unknown => shown(contentOf('【说明】'), { note }).children[0];
    expect(blank('某'.repeat(40))).toMatchObject({ properties: { className: ['filled'] } });
    expect(blank('某'.repeat(41))).toMatchObject({ properties: { className: ['filled', 'long'] } });
  });

  test.each([
    ['markup', '<b>甲</b> & {乙} "丙"'],
    ['brackets', '【在管户数】'],
    ['a hundred characters', '某'.repeat(100)],
    ['an emoji', '好\u{1f600}'],
  ])('%s stay text', (_, value) => {
    const result = shown(contentOf('见【说明】。'), { note: value });
    expect(toString(result)).toBe(`见${value}。`);
    expect(result.children).toHaveLength(3);
  });

  test('keep their lines', () => {
    expect(toHtml(shown(contentOf('【说明】'), { note: '一\r\n二\n\n三' }))).toContain('>一<br>二<br><br>三</span>');
  });

  test('do not change the document they are put into', () => {
    const document = sampleDocument();
    const before = structuredClone(document);
    fillDocument(document, { values: { satisfaction: 85, start: '2027-01-01' }, people: { 客服主管: '王芳' } });
    expect(document).toEqual(before);
  });

  test('a published plan is as if it had been filled in with nothing, but for what is known of itself', () => {
    const { values, ...rest } = fillDocument(sampleDocument(), nothingFilled);
    expect(values).toEqual({ 'fee-rate': 80 });
    expect(JSON.stringify(rest.blocks)).toContain('{"kind":"blank","label":"收费率目标","words":"80%"}');
    expect(JSON.stringify(rest.blocks)).toContain('{"kind":"blank","label":"满意度目标"}');
  });
});

describe('sums', () => {
  type Terms = Extract<Inline, { kind: 'sum' }>['terms'];

  test.each<[string, Terms, Values, string]>([
    ['all lines known', [0.1, '培训费'], { a: 0.2 }, '0.3'],
    ['a line that is open', [300, '培训费'], {}, '合计'],
    ['a line that is no figure', [300, '培训费'], { a: '待定' }, '合计'],
    ['a line in another unit of money', [300, '改造费'], { b: 2.5 }, '25300'],
    ['a line that is no money', [300, '在管户数'], { homes: 3 }, '合计'],
    ['a line that is written', [300, { value: 1200.5, decimals: 2 }, { value: 2000, decimals: 0 }], {}, '3500.50'],
    ['a line that is no amount', [300, null], {}, '合计'],
    ['a line of no field', [300, '没有'], {}, '合计'],
  ])('%s', (_, terms, values, text) => {
    expect(toString(shown([{ kind: 'sum', terms, unit: '元' }], values))).toBe(text);
  });
});

test.each([
  [{ due: '+2w' }, '2027-01-01', '2027年1月14日'],
  [{ start: '+1m', due: '+3m' }, '2027-01-01', '2027年2月1日至3月31日'],
  [{ start: '+1m', due: '+8m' }, '2027-07-01', '2027年8月1日至2028年2月29日'],
  [{ every: 'week', due: '+6m' }, '2027-01-01', '每周，至2027年6月30日止'],
  [{ due: '+2w' }, '', '第2周末'],
] as const)('the time %j from %s is %s', (timing, start, text) => {
  expect(toString(shown(timeContent(timing), { start }))).toBe(text);
});

describe('people', () => {
  const role: Content = [{ kind: 'role', name: '客服主管' }];

  test.each([
    [{ 客服主管: '王小明' }, '客服主管（王小明）'],
    [{ 客服主管: '  ' }, '客服主管'],
    [{ 别的岗位: '王小明' }, '客服主管'],
    [{}, '客服主管'],
  ])('%j make %s', (people, text) => {
    expect(toString(shown(role, {}, people))).toBe(text);
  });

  test('short names stay on a line, long ones may break', () => {
    expect(toHtml(shown(role, {}, { 客服主管: '王小明' }))).toContain(
      '<span class="whole">客服主管</span><wbr><span class="whole">（王小明）</span>',
    );
    const long: Content = [{ kind: 'role', name: '电子商务运营中心主任', person: '欧阳静怡、上官明月' }];
    expect(toHtml(shown(long, {}))).not.toContain('whole');
  });

  test('a post called like a property of every object has no person', () => {
    expect(personOf('constructor', { values: {}, people: {} })).toBeUndefined();
  });
});

describe('what a filled plan is called', () => {
  const own = `锦绣物业2027年${fullPlan.title}`;
  const named = (values: Values): string[] => {
    const document = fillDocument(sampleDocument(), { values, people: {} });
    return [shownTitle(document), runningTitle(document)];
  };

  test('by its own title, once no blank of it is open', () => {
    expect(named({ organization: '锦绣物业', year: 2027 })).toEqual([own, own]);
    expect(named({ organization: '锦绣物业' })).toEqual([fullPlan.title, fullPlan.title]);
    expect(named({ organization: '　', year: 2027 })).toEqual([fullPlan.title, fullPlan.title]);
  });

  test('by the plan’s in running heads, which have no room for a long one', () => {
    const long = '锦绣物业'.repeat(8);
    expect(named({ organization: long, year: 2027 })).toEqual([`${long}2027年${fullPlan.title}`, fullPlan.title]);
  });

  test('by the words that a writer has put there', () => {
    const content = [...words('前台服务'), { kind: 'break' as const }, ...words('提升计划')];
    const document = { ...sampleDocument(), title: { content } };
    // A line break between Chinese characters is no space.
    expect([shownTitle(document), runningTitle(document)]).toEqual(['前台服务提升计划', '前台服务提升计划']);
  });
});
