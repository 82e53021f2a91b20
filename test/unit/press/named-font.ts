/** A TrueType font under another name, and with other heights: stands for faces that cannot be shipped. */

export interface FaceNames {
  readonly family: string;
  readonly postScript: string;
  /** Heights above and below the baseline, in em; those of the font itself where nothing is said. */
  readonly heights?: readonly [ascent: number, descent: number];
}

interface Table {
  readonly tag: string;
  readonly content: Buffer;
}

/** @throws if it is no TrueType font */
export function namedFont(font: Buffer, names: FaceNames): Buffer {
  const tables = tablesOf(font).map(({ tag, content }): Table => {
    if (tag === 'name') return { tag, content: nameTable(names) };
    if (names.heights === undefined) return { tag, content };
    const unitsPerEm = tableNamed(font, 'head').readUInt16BE(18);
    return { tag, content: withHeights(tag, content, names.heights, unitsPerEm) };
  });
  return assembled(font.readUInt32BE(0), tables);
}

function tablesOf(font: Buffer): readonly Table[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const entry = 12 + 16 * index;
    const start = font.readUInt32BE(entry + 8);
    const tag = font.toString('latin1', entry, entry + 4);
    return { tag, content: font.subarray(start, start + font.readUInt32BE(entry + 12)) };
  });
}

function tableNamed(font: Buffer, name: string): Buffer {
  const table = tablesOf(font).find(({ tag }) => tag === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table.content;
}

/** Windows, Unicode, English: family, style, full name and PostScript name. */
function nameTable({ family, postScript }: FaceNames): Buffer {
  const entries: readonly (readonly [id: number, text: string])[] = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, postScript],
  ];
  const texts = entries.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  const head = Buffer.alloc(6 + 12 * entries.length);
  [0, entries.length, head.length].forEach((value, index) => head.writeUInt16BE(value, 2 * index));
  let offset = 0;
  entries.forEach(([id], index) => {
    const length = texts[index]?.length ?? 0;
    [3, 1, 0x409, id, length, offset].forEach((value, place) => head.writeUInt16BE(value, 6 + 12 * index + 2 * place));
    offset += length;
  });
  return Buffer.concat([head, ...texts]);
}

function withHeights(tag: string, content: Buffer, [ascent, descent]: readonly [number, number], em: number): Buffer {
  const changed = Buffer.from(content);
  const [up, down] = [Math.round(ascent * em), Math.round(descent * em)];
  if (tag === 'hhea') [up, -down, 0].forEach((value, index) => changed.writeInt16BE(value, 4 + 2 * index));
  if (tag === 'OS/2') [up, -down, 0, up, down].forEach((value, index) => changed.writeInt16BE(value, 68 + 2 * index));
  return changed;
}

function assembled(version: number, tables: readonly Table[]): Buffer {
  const head = Buffer.alloc(12 + 16 * tables.length);
  head.writeUInt32BE(version, 0);
  head.writeUInt16BE(tables.length, 4);
  const contents: Buffer[] = [];
  let offset = head.length;
  tables.forEach(({ tag, content }, index) => {
    const padded = Buffer.concat([content, Buffer.alloc(-content.length & 3)]);
    const entry = 12 + 16 * index;
    head.write(tag, entry, 'latin1');
    head.writeUInt32BE(sum(padded), entry + 4);
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(content.length, entry + 12);
    contents.push(padded);
    offset += padded.length;
  });
  return Buffer.concat([head, ...contents]);
}

function sum(padded: Buffer): number {
  let total = 0;
  for (let at = 0; at < padded.length; at += 4) total = (total + padded.readUInt32BE(at)) >>> 0;
  return total;
}
