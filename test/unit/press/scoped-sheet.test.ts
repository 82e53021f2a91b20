import { readdir } from 'node:fs/promises';
import fc from 'fast-check';
import { type Rule, parse } from 'postcss';
import { describe, expect, test } from 'vitest';
import { templateSheet } from '../../fixtures/print/template-sheet.ts';
import { scopedSheet } from '../../../src/client/pagination/scoped-sheet.ts';

const flat = (css: string): string => scopedSheet(css, 'ours').replace(/\s+/g, ' ').trim();
const templates = new URL('../../../templates/', import.meta.url);

describe('a style sheet for one paper', () => {
  test.each([
    ['p, li { margin: 0 }', '[data-template="ours"] p, [data-template="ours"] li { margin: 0;}'],
    ['html { font: 11pt/2 A }', '[data-template="ours"] { font: 11pt/2 A;}'],
    ['body > main { margin: 0 }', '[data-template="ours"] { margin: 0;}'],
    ['html body p {}', '[data-template="ours"] p {}'],
    ['main[data-split-from] > h2 {}', '[data-template="ours"][data-split-from] > h2 {}'],
    ['.print-document .x {}', '[data-template="ours"] .x {}'],
    ['main-part, .html {}', '[data-template="ours"] main-part, [data-template="ours"] .html {}'],
    [
      'h1 .a, .h1, h10 {}',
      '[data-template="ours"] :is(h1, .document-title) .a, [data-template="ours"] .h1, [data-template="ours"] h10 {}',
    ],
    ['a:is(b, c)[d="e,f"] {}', '[data-template="ours"] a:is(b, c)[d="e,f"] {}'],
    [`p::after { content: '}; {' }`, `[data-template="ours"] p::after { content: '}; {';}`],
    ['.t { string-set: title attr(data-title); color: #000 }', '[data-template="ours"] .t { color: #000;}'],
    ['@media print { p { margin: 0 } }', '@media print { [data-template="ours"] p { margin: 0;} }'],
    ['@font-face { font-family: A; src: url(a;b.ttf) }', '@font-face { font-family: A; src: url(a;b.ttf) }'],
    ['@charset "utf-8"; /* p { */ p {}', '@charset "utf-8"; [data-template="ours"] p {}'],
    ['a { color: #000; & b { margin: 0 } }', '[data-template="ours"] a { color: #000; & b { margin: 0 }}'],
  ])('%s', (css, wanted) => {
    expect(flat(css)).toBe(wanted);
  });

  test.each([
    ['@page { size: A5; margin: 3mm; @top-left { content: "x"; margin: 1mm } }', '@page paper-ours { margin: 3mm; }'],
    ['@page :first { @top-left { content: none } }', ''],
    ['@page :left { margin-left: 30mm }', '@page paper-ours:left { margin-left: 30mm; }'],
    ['@page wide { size: 297mm 210mm; margin: 9mm }', '@page wide { margin: 9mm; }'],
  ])('%s', (css, wanted) => {
    expect(flat(css)).toBe(wanted);
  });

  test('that every template here has keeps all its rules and declarations but those of the booklet', async () => {
    const names = (await readdir(templates, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    let count = 0;
    for (const { name } of names) {
      const css = await templateSheet(name);
      const [before, after] = [css, scopedSheet(css, name)].map((text) => {
        const rules: string[][] = [];
        parse(text).walkRules((rule: Rule) => {
          const inside = rule.nodes.flatMap((node) =>
            node.type === 'decl' && node.prop !== 'string-set'
              ? [`${node.prop}: ${node.value.replace(/\s+/g, ' ')}`]
              : [],
          );
          rules.push([String(rule.selectors.length), ...inside]);
        });
        return rules;
      });
      expect(after, name).toEqual(before);
      count += before?.length ?? 0;
    }
    expect(count).toBeGreaterThan(100);
  });
});

test('any text is taken without an error', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(fc.constantFrom('{', '}', ';', ',', '"', "'", '(', ')', '@page', 'p', '/*', '*/', ' '), {
        maxLength: 30,
      }),
      (words, signs) => {
        scopedSheet(words + signs.join(''), 'ours');
      },
    ),
  );
});
