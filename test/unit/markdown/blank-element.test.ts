import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { blankElement, inlineContent } from '../../../src/markdown/blank-element.ts';
import { inlineText } from '../../../src/markdown/inline-text.ts';
import { fieldSchema } from '../../../src/model/field.ts';

const fields = [
  fieldSchema.parse({ name: 'a', label: '甲', kind: 'money', unit: '万元', default: 530, hint: '去年"实际"' }),
  fieldSchema.parse({ name: 'b', label: '乙', kind: 'date' }),
  fieldSchema.parse({ name: 'c', label: '丙', kind: 'integer', unit: '户' }),
];
const html = (...nodes: Parameters<typeof toHtml>[0][]) => nodes.map((node) => toHtml(node)).join('');

test.each([
  ['甲', '<span class="filled" data-field="甲" data-kind="money" title="去年&#x22;实际&#x22;">530万元</span>'],
  ['乙', '<span class="blank" data-field="乙" data-kind="date"><span class="blank-label">乙</span></span>'],
  ['无此项', '<span class="blank" data-field="无此项" data-kind="text"><span class="blank-label">无此项</span></span>'],
])('%s', (label, expected) => {
  expect(html(blankElement(label, fields))).toBe(expected);
});

test('in a column of units a blank says that it is without', () => {
  expect(html(blankElement('甲', fields, { unit: 'without' }))).toContain('data-unit="none"');
  expect(html(blankElement('甲', fields, { unit: 'without' }))).toContain('>530</span>');
});

test('an open figure has its unit behind it, and none in a column of units', () => {
  expect(html(...blankElement('丙', fields).children)).toBe(
    '<span class="blank-label">丙</span><span class="blank-unit">户</span>',
  );
  expect(html(...blankElement('丙', fields, { unit: 'without' }).children)).toBe('<span class="blank-label">丙</span>');
});

test('a blank behind a bracket says so, since the bracket must not end a line', () => {
  const [, first, , second] = inlineContent('（【乙】、【丙】）', fields);
  expect(first && toHtml(first)).toContain('class="blank bracketed"');
  expect(second && toHtml(second)).toContain('class="blank"');
});

test('values that are known already are written, a date whole', () => {
  const values = { b: '2027-01-05', c: 1286 };
  expect(html(blankElement('乙', fields, { values }))).toContain('class="filled whole"');
  expect(inlineText('【乙】起有【丙】，投入【甲】、【无此项】', fields, { values })).toBe(
    '2027年1月5日起有1286户，投入530万元、无此项',
  );
});

test('words of the front matter stay words', () => {
  expect(html(...inlineContent('≥【乙】<b>&', fields))).toBe(
    '≥<span class="blank" data-field="乙" data-kind="date"><span class="blank-label">乙</span></span>&#x3C;b>&#x26;',
  );
});
