import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/cli/command.ts';
import { columnsOf, decodedTable, readRow, readTable } from '../../../src/cli/fill/rows.ts';
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
const columns = (head: string) => columnsOf(table(head).head, plan, base, '名单.csv');

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

  test('a quote that is never closed is said with its line', () => {
    expect(() => table('a,b\n1,2\n"3,4\n5,6\n')).toThrow(/名单\.csv 第 \d+ 行附近的引号没有配对/);
  });

  test('an empty one is refused', () => {
    expect(() => table('')).toThrow(UsageError);
  });
});

describe('columns', () => {
  test('are fields by label or name, and roles', () => {
    const { columns: found, notes } = columns('项目名称,satisfaction,客服主管');
    expect(found.map((column) => (column.kind === 'field' ? column.field.name : column.role))).toEqual([
      'project',
      'satisfaction',
      '客服主管',
    ]);
    expect(notes[0]).toContain('单位名称');
  });

  test.each([
    ['项目名称,满意度目际', '是否要写“满意度目标”'],
    ['满意度目标', '缺少必填的列“项目名称”'],
    ['项目名称,项目名称', '前面已经有了'],
    ['项目名称,', '第 2 列没有列名'],
  ])('%s is refused', (head, words) => {
    expect(() => columns(head)).toThrow(words);
    expect(() => columns(head)).toThrow('没有生成任何文件');
  });

  test('what all rows share need not be a column', () => {
    const shared = { ...base, values: { project: '临江苑' } };
    expect(columnsOf(['满意度目标'], plan, shared, '名单.csv').columns).toHaveLength(1);
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
    expect('notes' in reading && reading.notes).toEqual([expect.stringContaining('高于上限 100%')]);
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
