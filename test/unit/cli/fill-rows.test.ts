import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/cli/command.ts';
import { columnsOf, readRow } from '../../../src/cli/fill/rows.ts';
import { decodedTable, readTable } from '../../../src/cli/fill/table.ts';
import { newDraft } from '../../../src/fill/draft.ts';
import { samplePlan } from '../components/sample-plan.ts';

const plan = samplePlan({
  fields: [
    { name: 'satisfaction', label: '满意度目标', kind: 'percent', max: 100 },
    { name: 'project', label: '项目名称', kind: 'text', required: true },
  ],
});
const base = newDraft('sample', { updated: '2026-11-20T00:00:00.000Z' });
const table = (text: string) => readTable(text, '名单.csv');
const columns = (head: string) => columnsOf(table(head), plan, base, '名单.csv');

/** GB18030 of a text in GB 2312, by looking every pair of bytes up. */
function gb(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let high = 0xa1; high <= 0xf7; high++)
    for (let low = 0xa1; low <= 0xfe; low++) codes.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  return new Uint8Array(Array.from(text).flatMap((character) => codes.get(character) ?? [character.charCodeAt(0)]));
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('encodings', () => {
  const text = '单位名称,项目名称\n锦绣物业,临江苑\n';
  test.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with mark', utf8(`\uFEFF${text}`)],
    ['GB18030', gb(text)],
    ['UTF-16LE with mark', new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
    ['UTF-16BE with mark', new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16())],
  ])('%s', (_, bytes) => {
    expect(table(decodedTable(bytes, '名单.csv'))).toMatchObject({
      head: ['单位名称', '项目名称'],
      rows: [{ cells: ['锦绣物业', '临江苑'] }],
    });
  });

  test('bytes that are neither are refused', () => {
    expect(() => decodedTable(new Uint8Array([0xff, 0xff, 0x80]), '名单.csv')).toThrow(/UTF-8.*GB18030/);
  });
});

describe('a table', () => {
  test.each([
    ['comma', 'a,b\n1,2'],
    ['semicolon', 'a;b\r\n1;2\r\n'],
    ['tab', 'a\tb\n1\t2'],
    ['quoted', '"a";"b"\n"1";"2"'],
  ])('%s between cells', (_, text) => {
    expect(table(text)).toMatchObject({ head: ['a', 'b'], rows: [{ cells: ['1', '2'] }] });
  });

  test('quoted line breaks, quotes and separators belong to the cell; rows know their line', () => {
    const { rows } = table('a,b\n"甲\n乙","说""好"", 走"\n\n ,\n=1+1,@x\n');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['甲\n乙', '说"好", 走'],
      ['=1+1', '@x'],
    ]);
    expect(rows.map(({ place }) => place)).toEqual(['第 1 行（文件第 2 行）', '第 2 行（文件第 6 行）']);
  });

  test('a quote that is never closed is said with the line that it opens on', () => {
    expect(() => table('a,b\r\n"1\r\n",2\r\n"3,4\r\n5,6\r\n')).toThrow('名单.csv 从第 4 行起引号没有配对');
  });

  test.each([
    ['columns and rows at the end', 'a,b,,,\r\n1,2,,,\r\n,,,,\r\n,,,,\r\n'],
    ['rows before the head', ',,\n\na,b,\n1,2,'],
    ['cells of spaces', 'a,b, \n1,2,\u3000\n \n'],
    ['rows of other lengths', 'a,b,,\n1,2\n,'],
  ])('%s that say nothing are nothing', (_, text) => {
    expect(table(text)).toMatchObject({ head: ['a', 'b'], rows: [{ cells: ['1', '2'], number: 1 }] });
  });

  test('a cell behind the last title is kept: it is said where it stands', () => {
    expect(table('a,b,,\n1,2,,3,\n').rows[0]?.cells).toEqual(['1', '2', '', '3']);
  });

  test.each([
    ['sep=;\r\na;b\r\n1,5;2\r\n', ['1,5', '2']],
    ['\uFEFFsep=,\na,b\n1;5,2', ['1;5', '2']],
    ['"sep=\t"\na\tb\n1,5\t2', ['1,5', '2']],
    ['SEP=|\na|b\n1|2', ['1', '2']],
  ])('%j: the first line names what stands between cells', (text, cells) => {
    expect(table(text)).toMatchObject({ head: ['a', 'b'], rows: [{ cells, place: '第 1 行（文件第 3 行）' }] });
  });

  test.each(['\n', '\r\n', '\r'])('every line counts once where lines end in %j', (end) => {
    const text = ['a,b', '"甲', '乙","丙', '丁"', '1,2', '', '3,4'].join(end);
    expect(table(text).rows.map(({ place }) => place)).toEqual([
      '第 1 行（文件第 2 行）',
      '第 2 行（文件第 5 行）',
      '第 3 行（文件第 7 行）',
    ]);
  });

  test('titles are in one line', () => {
    expect(table('"单位\r\n名称", 满意度\u3000目标 ,\uFEFF起始日期\n1,2,3').head).toEqual([
      '单位 名称',
      '满意度 目标',
      '起始日期',
    ]);
  });

  test('whatever is written with quotes is read as it was, each row with its line', () => {
    const cell = fc
      .array(fc.constantFrom('甲', 'b', ' ', '"', ',', ';', '\t', '\n', '\r\n', '=1', 'sep=;'), { maxLength: 8 })
      .map((parts) => parts.join(''));
    const row = fc.tuple(cell, cell, fc.constant('末'));
    const written = (cells: readonly string[]): string =>
      cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const lines = rows.map((cells) => written(cells));
        const read = table(['"a","b","c"', ...lines, ''].join(end));
        expect(read.rows.map(({ cells }) => cells)).toEqual(
          rows.map((cells) => cells.map((text) => text.replaceAll('\r\n', '\n'))),
        );
        const before = (count: number): number =>
          lines.slice(0, count).reduce((sum, line) => sum + line.split('\n').length, 2);
        expect(read.rows.map(({ place }) => place)).toEqual(
          rows.map((_, index) => `第 ${index + 1} 行（文件第 ${before(index)} 行）`),
        );
      }),
    );
  });

  test('an empty one is refused', () => {
    expect(() => table('')).toThrow(UsageError);
  });
});

describe('columns', () => {
  test('are fields by label or name, and roles', () => {
    const { columns: found, notes } = columns('项目名称,satisfaction,客服主管');
    expect(
      found.map((column) => (column.kind === 'field' ? column.field.name : column.kind === 'role' ? column.role : '')),
    ).toEqual(['project', 'satisfaction', '客服主管']);
    expect(notes[0]).toContain('单位名称');
  });

  test.each([
    ['项目名称,满意度目际', '是否要写“满意度目标”'],
    ['满意度目标', '缺少必填的列“项目名称”'],
    ['项目名称,项目名称', '第 2 列的“项目名称”与第 1 列重复'],
    ['项目名称,满意度目标,satisfaction', '第 3 列的“satisfaction”与第 2 列重复'],
    ['项目名称,"项目\n名称"', '第 2 列的“项目 名称”与第 1 列重复'],
    ['项目名称,,满意度目标\n甲,,85\n乙,丙,85', '第 2 列没有列名，第 2 行（文件第 3 行）却写了“丙”'],
  ])('%s is refused', (head, words) => {
    expect(() => columns(head)).toThrow(words);
    expect(() => columns(head)).toThrow('没有生成任何文件');
  });

  test('what all rows share need not be a column', () => {
    const shared = { ...base, values: { project: '临江苑' } };
    expect(columnsOf(table('满意度目标'), plan, shared, '名单.csv').columns).toHaveLength(1);
  });

  test('a column without title and words in the middle is nothing', () => {
    const given = table('项目名称,,客服 主管\n甲,,王芳\n');
    const { columns: found } = columnsOf(given, plan, base, '名单.csv');
    expect(found.map(({ kind }) => kind)).toEqual(['field', 'empty', 'role']);
    expect(given.rows.map((row) => readRow(row, found, base, plan))).toMatchObject([
      { draft: { values: { project: '甲' }, people: { 客服主管: '王芳' } } },
    ]);
  });
});

describe('a row', () => {
  const { columns: known } = columns('项目名称,满意度目标,客服主管,起始日期');
  const read = (...cells: string[]) =>
    readRow(
      { place: '', number: 1, cells },
      known,
      { ...base, values: { organization: '锦绣' }, people: { 保洁主管: '李' } },
      plan,
    );

  test('lies over what all rows share', () => {
    expect(read('甲', '85%', '王芳', '2027/1/5')).toEqual({
      draft: {
        ...base,
        values: { organization: '锦绣', project: '甲', satisfaction: '85', start: '2027-01-05' },
        people: { 保洁主管: '李', 客服主管: '王芳' },
      },
      notes: [],
    });
  });

  test('with a value beyond its limit is kept, and that is said', () => {
    const reading = read('甲', '120', '', '');
    expect('notes' in reading && reading.notes).toEqual([expect.stringContaining('超过 100%')]);
  });

  test.each([
    [['甲', '很高', '', ''], '不是数字'],
    [['', '85', '', ''], '【项目名称】必填'],
    [['甲', '85', '', '2027-02-30'], '不是日期'],
    [['甲', '85'], '有 2 格，而第一行有 4 列'],
  ])('%j is bad', (cells, words) => {
    const reading = read(...cells);
    expect('reason' in reading && reading.reason).toContain(words);
  });
});

describe('files that spreadsheets wrote', () => {
  const plan = samplePlan({
    fields: [
      ['项目名称', 'text'],
      ['在管户数', 'integer'],
      ['空置户数', 'integer'],
      ['客服部编制', 'integer'],
      ['上年满意度', 'percent'],
      ['上年收费率', 'percent'],
      ['本年应收物业费', 'number'],
      ['历年欠费', 'number'],
      ['新一期户数', 'integer'],
      ['新一期交付月份', 'month'],
    ].map(([label = '', kind], index) => ({ name: `f${index}`, label, kind }) as never),
  });
  const readings = async (name: string) => {
    const bytes = await readFile(join(resolve(import.meta.dirname, '../../fixtures/csv'), name));
    const given = readTable(decodedTable(bytes, name), name);
    const { columns: found } = columnsOf(given, plan, base, name);
    return given.rows.map((row) => ({ place: row.place, ...readRow(row, found, base, plan) }));
  };

  test.each(['trail.csv', 'trailrow.csv', 'excel-times.csv', 'semicolons.csv'])(
    '%s has one row, and it is right',
    async (name) => {
      expect(await readings(name)).toMatchObject([
        { draft: { values: { organization: '安和物业', start: '2027-01-01', f4: '81', f9: '2027-09' } }, notes: [] },
      ]);
    },
  );

  test('a bad row is named by its true line', async () => {
    expect(await readings('crlfq.csv')).toMatchObject([
      { draft: { values: { author: '周敏\n李雷\n韩梅' } } },
      { place: '第 2 行（文件第 5 行）', reason: expect.stringContaining('“bad”不是日期') as string },
    ]);
  });
});
