import { unzipSync } from 'fflate';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, test } from 'vitest';
import { inlineText } from '../../../src/export/blocks.ts';
import { columnWidths } from '../../../src/export/docx-table.ts';
import { docx } from '../../../src/export/docx.ts';
import { textWidth } from '../../../src/markdown/text-measure.ts';
import { elements } from '../components/cells.ts';
import { sampleDocument, sampleWith } from '../document/sample-entry.ts';
import { fullPlan } from '../fill/sample-document.ts';
import { filledValues, sampleManuscript } from './sample-manuscript.ts';
import { shelfPlan, shelfSlugs } from './shelf-plans.ts';

let parts: Map<string, string>;
let html: string;

beforeAll(async () => {
  const content = await docx(sampleManuscript({ values: filledValues }));
  parts = new Map(Object.entries(unzipSync(content)).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
  html = (await mammoth.convertToHtml({ buffer: Buffer.from(content) })).value;
});

const part = (path: string): string => parts.get(path) ?? '';

describe('what Word gets', () => {
  test('a fact that has its line to itself reaches over the whole width', () => {
    const [facts = ''] = /<w:tbl>.*?<\/w:tbl>/s.exec(part('word/document.xml')) ?? [];
    const rows = [...facts.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
    expect(rows.map((row) => row.match(/<w:tc>/g)?.length)).toEqual([4, 2]);
    expect(rows[1]).toContain('<w:gridSpan w:val="3"/>');
    expect(toString(fromHtml(rows[1] ?? '', { fragment: true }))).toContain('编制日期');
  });

  test('headings have heading styles and numbers that Word counts', () => {
    const headings = [...part('word/document.xml').matchAll(/<w:pStyle w:val="(Title|Heading\d)"\/>.*?<\/w:p>/g)].map(
      ([xml, style]) => [style, /<w:numPr>/.test(xml)],
    );
    expect(headings).toEqual([
      ['Title', false],
      ['Heading1', true],
      ['Heading1', true],
      ['Heading2', true],
      ['Heading2', true],
      ...Array.from({ length: 4 }, () => ['Heading1', true]),
    ]);
    const levels = [
      ...part('word/numbering.xml').matchAll(/<w:numFmt w:val="(\w+)"\/>.*?<w:lvlText w:val="([^"]+)"\/>/g),
    ].map(([, format, text]) => [format, text]);
    expect(levels).toEqual(
      expect.arrayContaining([
        ['chineseCountingThousand', '%1、'],
        ['chineseCountingThousand', '（%2）'],
        ['decimal', '%3.'],
        ['decimal', '（%4）'],
      ]),
    );
  });

  test('tables repeat their heads and keep rows whole', () => {
    const xml = part('word/document.xml');
    const tables = xml.split('<w:tbl>').slice(1);
    expect(tables.filter((table) => /<w:tblHeader\/>/.test(table))).toHaveLength(tables.length - 1);
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBe(xml.match(/<w:tr>/g)?.length);
  });

  test('a row that is higher than a page may break', async () => {
    const long = await docx(sampleManuscript({ people: { 客服主管: '长'.repeat(3000) } }));
    const xml = new TextDecoder().decode(unzipSync(long)['word/document.xml']);
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBeLessThan(xml.match(/<w:tr>/g)?.length ?? 0);
  });

  test('A4, margins, running head, page numbers of all pages', () => {
    expect(part('word/document.xml')).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(part('word/document.xml')).toMatch(/<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417"/);
    const running = [...parts]
      .filter(([path]) => /^word\/(?:header|footer)\d\.xml$/.test(path))
      .map(([, xml]) => xml)
      .join('');
    expect(running).toContain('锦绣物业2027年住宅小区物业客服部年度工作计划');
    expect(running).toMatch(/第 .*PAGE.* 页 共 .*NUMPAGES.* 页/);
  });

  test('a line that ends in a line break is not stretched to the width of its paragraph', () => {
    expect(part('word/settings.xml')).toMatch(
      /<w:compat><w:doNotExpandShiftReturn\/>.*w:val="15" w:name="compatibilityMode".*<\/w:compat>/,
    );
  });

  test('marks among Chinese words are set in the Chinese face', async () => {
    const published = sampleWith(['做到“首问负责”……——全年', '“Plan”', '满意度≥', '英文 plan'].join('\n\n'));
    const xml = new TextDecoder().decode(
      unzipSync(await docx(sampleManuscript({}, fullPlan, published)))['word/document.xml'],
    );
    const hinted = [...xml.matchAll(/<w:rFonts w:hint="eastAsia"\/><\/w:rPr><w:t[^>]*>([^<]*)</g)].map(
      ([, text]) => text,
    );
    expect(hinted).toEqual(['做到“首问负责”……——全年', '满意度≥']);
  });

  test.each(shelfSlugs)('no head of a table in %s breaks for want of a hair', async (slug) => {
    const { plan, document } = await shelfPlan(slug);
    const tables = sampleManuscript({}, plan, document).blocks.filter((block) => block.kind === 'table');
    expect(tables.length).toBeGreaterThan(2);
    for (const table of tables) {
      const widths = columnWidths(table);
      expect(widths.reduce((a, b) => a + b, 0)).toBe(
        table.shares.reduce((sum, share) => sum + Math.floor(share * 9071), 0),
      );
      table.head.forEach(({ content }, index) => {
        // Characters of 9 points between margins of 70 twips.
        const lacking = textWidth(inlineText(content)) * 180 + 140 - (widths[index] ?? 0);
        if (lacking > 0) expect(lacking, inlineText(content)).toBeGreaterThan(60);
      });
    }
  });

  test('fonts and language are Chinese', () => {
    expect(part('word/styles.xml')).toMatch(/w:eastAsia="宋体"/);
    expect(part('word/styles.xml')).toMatch(/w:eastAsia="黑体"/);
    expect(part('word/styles.xml')).toMatch(/<w:lang [^>]*w:eastAsia="zh-CN"/);
    expect(part('word/fontTable.xml')).toContain('Noto Serif CJK SC');
  });

  test('title, author and dates are the document’s', () => {
    const core = part('docProps/core.xml');
    expect(core).toContain('<dc:title>锦绣物业2027年住宅小区物业客服部年度工作计划</dc:title>');
    expect(core).toContain('<dc:creator>锦绣物业 张静</dc:creator>');
    expect(core.match(/2026-11-20T00:00:00Z/g)).toHaveLength(2);
  });

  test('a link holds all its words, open fields and line breaks too', async () => {
    const published = sampleWith('[【单位名称】官网\\\n公告](https://a.example/)');
    const xml = new TextDecoder().decode(
      unzipSync(await docx(sampleManuscript({}, fullPlan, published)))['word/document.xml'],
    );
    const [words = ''] = /<w:hyperlink .*?<\/w:hyperlink>/s.exec(xml) ?? [];
    expect(words).toMatch(/"PlanBlank"\/>.{0,40}>　单位名称　<.*"PlanLink"\/>.{0,40}>官网<.*<w:br\/>.*>公告</s);
  });

  test('an open field is underlined room with its label', async () => {
    const xml = new TextDecoder().decode(unzipSync(await docx(sampleManuscript()))['word/document.xml']);
    expect(xml).toMatch(/<w:rStyle w:val="PlanBlank"\/>.{0,40}<w:t[^>]*>　单位名称　<\/w:t>/);
  });
});

describe('what mammoth reads', () => {
  test('headings, lists, a footnote, tables with all rows', () => {
    const root = h('div', fromHtml(html, { fragment: true }));
    expect(['h1', 'h2'].map((name) => elements(root, name).map((heading) => toString(heading)))).toEqual([
      ['目标', '措施', '进度', '经费', '风险', '检查'],
      ['收费', '投诉'],
    ]);
    expect(
      elements(root, 'li')
        .map((item) => toString(item))
        .slice(0, 2),
    ).toEqual(['短信提醒', '上门：先查工单']);
    expect(elements(root, 'table').map((table) => elements(table, 'tr').length)).toEqual([2, 3, 3, 4, 4, 4, 2, 3]);
    expect(html).toContain('以台账为准');
  });
});

test('a note of a note is marked by its number: Word knows none there', async () => {
  const document = sampleDocument(fullPlan, '文[^甲]。\n\n[^甲]: 一[^乙]\n\n[^乙]: 二\n');
  const parts = unzipSync(await docx(sampleManuscript({}, fullPlan, document)));
  const notes = new TextDecoder().decode(parts['word/footnotes.xml']);
  expect(notes).not.toContain('<w:footnoteReference ');
  expect(notes.replace(/<[^>]*>/g, '')).toContain('一2二');
  expect(new TextDecoder().decode(parts['word/document.xml'])).toContain('<w:footnoteReference w:id="1"/>');
});
