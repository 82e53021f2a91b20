import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { unzipSync } from 'fflate';
import { figureCell, splitLong, textCell } from '../../../src/export/xlsx-cells.ts';
import { xlsx } from '../../../src/export/xlsx.ts';
import { fullPlan } from '../fill/sample-document.ts';
import { type Row, xlsxSheets } from './read-back.ts';
import { filledValues, sampleManuscript } from './sample-manuscript.ts';

let content: Uint8Array;
let sheets: Map<string, readonly Row[]>;

beforeAll(async () => {
  content = await xlsx(sampleManuscript({ values: filledValues, people: { 客服主管: '王芳' } }));
  sheets = await xlsxSheets(content);
});

describe('a workbook', () => {
  test('has a sheet for each part', () => {
    expect([...sheets.keys()]).toEqual(['指标', '任务', '预算', '风险', '检查', '填写项', '正文']);
  });

  test('figures are numbers, per cents are per cents', () => {
    expect(sheets.get('指标')).toEqual([
      ['指标', '基线', '目标', '单位', '权重', '口径/数据来源', '周期', '责任岗位'],
      ['业主满意度', '无', 0.855, '%', 0.6, '问卷', '每半年', '客服主管（王芳）'],
      ['收费率', null, 0.8, '%', 0.4, '台账', '每月', '客服主管（王芳）'],
    ]);
    const styles = new TextDecoder().decode(unzipSync(content)['xl/styles.xml']);
    expect(styles).toContain('formatCode="&quot;≥&quot;0.0%"');
  });

  test('is printed on A4 across, as wide as the page, with the heads on every page', () => {
    const parts = Object.entries(unzipSync(content)).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);
    const pages = parts.filter(([path = '']) => path.startsWith('xl/worksheets/sheet')).map(([, xml]) => xml);
    expect(pages).toHaveLength(sheets.size);
    for (const xml of pages) {
      expect(xml).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
      expect(xml).toMatch(/<pageSetup fitToWidth="1" fitToHeight="0" paperSize="9" orientation="landscape"\/>/);
    }
    const titles = [
      ...(new Map(parts as [string, string][]).get('xl/workbook.xml') ?? '').matchAll(/>'(.+?)'!\$1:\$1</g),
    ];
    expect(titles.map(([, name]) => name)).toEqual([...sheets.keys()].filter((name) => name !== '正文'));
  });

  test('amounts are numbers', () => {
    expect(sheets.get('预算')?.map((row) => row[1])).toEqual(['金额（元）', 3000, 1200, expect.anything()]);
  });

  test('days are dates', () => {
    const days = sheets.get('任务')?.map((row) => row.slice(-2));
    expect(days).toEqual([
      ['开始日期', '完成日期'],
      [null, null],
      [null, new Date('2027-03-31')],
      [new Date('2027-05-01'), new Date('2027-06-30')],
    ]);
    expect(sheets.get('填写项')?.find(([label]) => label === '起始日期')?.[2]).toEqual(new Date('2027-01-01'));
  });

  test('every field has its row', () => {
    expect(
      sheets
        .get('填写项')
        ?.slice(1)
        .map(([label]) => label),
    ).toEqual(fullPlan.fields.map(({ label }) => label));
  });

  test('heads stay in view and columns have widths', () => {
    const sheet = new TextDecoder().decode(unzipSync(content)['xl/worksheets/sheet1.xml']);
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet.match(/<col /g)).toHaveLength(8);
  });

  test.each(['=1+1', '+1', '-1+2', '@SUM(A1)', '=HYPERLINK("http://x")', '\t=1', '＝1'])(
    '%j is text, never a formula',
    async (text) => {
      const workbook = await xlsx(sampleManuscript({ values: { organization: text }, people: { 客服主管: text } }));
      const xml = Object.entries(unzipSync(workbook))
        .filter(([path]) => path.startsWith('xl/worksheets/sheet'))
        .map(([, bytes]) => new TextDecoder().decode(bytes));
      expect(xml.join('')).not.toContain('<f>');
      const value = (await xlsxSheets(workbook)).get('填写项')?.find(([label]) => label === '单位名称')?.[2];
      expect(String(value).trim()).toBe(text.trim());
      expect(typeof value).toBe('string');
    },
  );
});

describe('cells', () => {
  test.each([
    ['≥95', '%', 0.95, '"≥"0%'],
    ['85.5%', '', 0.855, '0.0%'],
    ['85.7', '%', 0.857, '0.0%'],
    ['600万元', '', 600, '0"万元"'],
    ['<2.50', '', 2.5, '"<"0.00'],
    ['-3', '', -3, '0'],
    ['95%以上', '%', 0.95, '0%"以上"'],
    ['不低于95', '%', 0.95, '"不低于"0%'],
    ['3天内', '天', 3, '0"天内"'],
    ['下降5个百分点', '', 5, '"下降"0"个百分点"'],
    ['1,200.50 元', '', 1200.5, '#,##0.00"元"'],
    ['+5%', '', 0.05, '"+"0%'],
  ])('%s in %s is %d as %s', (text, unit, value, format) => {
    expect(figureCell(text, unit)).toMatchObject({ type: Number, value, format });
  });

  test.each([
    '3–5',
    '无',
    '合格',
    '二十家',
    '1:50',
    '≥90分且无投诉',
    '【满意度目标】',
    '=1',
    '1e5',
    '12345678901234567890',
    '',
    '1 2',
  ])('%j is no figure', (text) => {
    expect(figureCell(text)).not.toHaveProperty('type', Number);
  });

  test('text that is too long for a cell goes on below, no character lost or cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 32_760, max: 32_775 }), fc.constantFrom('字', '🙂'), (count, character) => {
        const rows = splitLong([textCell(character.repeat(count)), textCell('旁边')]);
        const values = rows.map((row) => (row[0] as { value: string }).value);
        expect(values.join('')).toBe(character.repeat(count));
        for (const value of values) {
          expect(value.length).toBeLessThanOrEqual(32_767);
          expect(value.isWellFormed()).toBe(true);
        }
        expect(rows.slice(1).every((row) => row[1] === null)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
