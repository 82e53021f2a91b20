import { describe, expect, test } from 'vitest';
import { foldMeta } from '../../../src/model/template/fold.ts';
import type { PrintTemplate } from '../../../src/model/template/print-template.ts';
import {
  documentWithOptions,
  notesOf,
  optionsCss,
  optionsSuffix,
  readOptions,
  withOptions,
} from '../../../src/model/template/template-options.ts';
import { template as booklet } from '../../../templates/booklet/template.ts';
import { template as meeting } from '../../../templates/meeting/template.ts';
import { template as official } from '../../../templates/official/template.ts';
import { template as onePage } from '../../../templates/one-page/template.ts';

const options = meeting.options ?? [];

describe('what is given on the command line', () => {
  test('becomes choices; what holds by itself is none', () => {
    expect(readOptions(options, ['paper=16k', 'crop=off', 'notes=on'])).toEqual({ paper: '16k', notes: 'on' });
    expect(readOptions(options, ['paper=16k', 'paper=a4'])).toEqual({});
    expect(readOptions(options, [])).toEqual({});
  });

  test.each([
    ['papr=16k', '没有选项 papr，是否要写 paper？'],
    ['zzzzzz=1', '没有选项 zzzzzz。可用的：paper、sheet、colour、binding、notes、crop。'],
    ['paper=16', '选项 paper 没有值 16，是否要写 16k？'],
    ['paper', '选项 paper 没有值 （空）。可用的：a4、16k。'],
    ['paper=16k=a4', '选项 paper 没有值 16k=a4，是否要写 16k？'],
    ['__proto__=x', '没有选项 __proto__。可用的：paper、sheet、colour、binding、notes、crop。'],
  ])('%s is refused with the nearest known one', (given, message) => {
    expect(readOptions(options, [given])).toBe(message);
  });

  test('has no place in a template without options', () => {
    expect(readOptions([], ['paper=16k'])).toBe('没有选项 paper：这个版式没有选项。');
  });
});

test('the page box that the proof expects follows from the choices', () => {
  expect(withOptions(meeting, {}).page).toEqual({ width: 210, height: 297 });
  expect(withOptions(meeting, { paper: '16k' }).page).toEqual({ width: 184, height: 260 });
  expect(withOptions(meeting, { paper: '16k', crop: 'on' }).page).toEqual({ width: 196, height: 272 });
});

test('pages that are folded lie two by two on a sheet of twice their width, which the document says too', () => {
  const folded = withOptions(meeting, { sheet: 'fold' });
  expect(folded.page).toEqual({ width: 420, height: 297 });
  expect(folded.fold).toBe(true);
  expect(withOptions(meeting, { paper: '16k', sheet: 'fold' }).page).toEqual({ width: 368, height: 260 });
  expect(withOptions(meeting, { paper: '16k' }).fold).toBeUndefined();
  const html = documentWithOptions('<head></head>', meeting, { sheet: 'fold' });
  expect(html).toContain(`<meta name="${foldMeta}"`);
  // The pages themselves stay as they are.
  expect(html).toContain('@page { size: 210mm 297mm; margin: 20mm 21mm 17mm 24mm; }');
  expect(documentWithOptions('<head></head>', meeting, { paper: '16k' })).not.toContain(foldMeta);
  expect(notesOf(options, { sheet: 'fold' }).join()).toContain('短边翻转');
  expect(notesOf(options, { paper: '16k' })).toEqual([]);
});

test('choices become one whole rule for the page, and rules of their own', () => {
  expect(optionsCss(meeting, {})).toBe('');
  expect(optionsCss(onePage, { paper: '16k', notes: 'on' })).toBe(
    '@page { size: 184mm 260mm; margin: 14mm 50mm 12mm 14mm; }',
  );
  // What both choices ask for stands there once.
  expect(optionsCss(meeting, { paper: '16k', notes: 'on' }).match(/table-layout: auto/g)).toHaveLength(1);
  expect(optionsCss(meeting, { crop: 'on' })).toContain('marks: crop; bleed: 6mm;');
  expect(optionsCss(meeting, { colour: 'black' })).toContain('.diamond { fill: #000; }');
});

test('a document without choices stays as it is; with them it carries their rules and its file another name', () => {
  const html = '<html><head><title>计划</title></head><body>$&</body></html>';
  expect(documentWithOptions(html, meeting, {})).toBe(html);
  const chosen = { paper: '16k' };
  expect(documentWithOptions(html, meeting, chosen)).toContain('<style data-paged>@page { size: 184mm 260mm;');
  expect(optionsSuffix(options, {})).toBe('');
  expect(optionsSuffix(options, { notes: 'on', paper: '16k' })).toBe('.paper-16k.notes-on');
});

describe.each([meeting, onePage, official, booklet])('$title', (template: PrintTemplate) => {
  test('has options with distinct names and values fit for file names', () => {
    const names = (template.options ?? []).map(({ name }) => name);
    // A standard, and a booklet of other templates, leave less to choose.
    expect(names.length).toBeGreaterThan(template.kind === 'booklet' || template.layout !== undefined ? 0 : 2);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, choices } of template.options ?? [])
      for (const { value } of choices) expect(`${name}-${value}`).toMatch(/^[a-z\d]+(?:-[a-z\d]+)+$/);
  });
});
