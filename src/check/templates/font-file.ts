/** Why a font file cannot be used for print; undefined where nothing speaks against it. */
export interface FontFault {
  readonly what: string;
  readonly fix: string;
}

/** Endings that say of a file that it is a font. */
export const fontEnding = /\.(?:ttf|otf|ttc|otc|woff2?|eot)$/i;

type FontKind = 'truetype' | 'cff' | 'collection' | 'woff';

const fontKinds: Readonly<Record<string, FontKind>> = {
  '\u0000\u0001\u0000\u0000': 'truetype',
  true: 'truetype',
  OTTO: 'cff',
  ttcf: 'collection',
  wOFF: 'woff',
  wOF2: 'woff',
};

const use = '换一个静态的 TrueType 字体（.ttf，或由它转成的 .woff2）。';
const incomplete: FontFault = { what: '字体文件不完整', fix: '重新复制这个文件。' };

/**
 * Looks at signature and table directory (OpenType 1.9, "Organization of an OpenType font"; WOFF 1.0, 4; WOFF 2.0, 4.1): whether
 * the file is a font at all and whole, and whether Chromium embeds it as Type 3. Of a WOFF only the header is read, which
 * names the outlines it wraps: one that wraps a variable font is not found out here, but by the proof of a PDF.
 */
export function fontFault(bytes: Uint8Array): FontFault | undefined {
  const kind = kindAt(bytes, 0);
  if (kind === undefined) return { what: '它不是字体文件', fix: `换成真正的字体文件；${use}` };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kind === 'woff') {
    // `length`, the size of the whole file, is the third number of the header in both versions; `flavor` is the second.
    const whole = bytes.byteLength >= 12 && view.getUint32(8) === bytes.byteLength;
    return whole ? outlineFault(kindAt(bytes, 4)) : incomplete;
  }
  const fault = outlineFault(kind);
  if (fault !== undefined) return fault;
  const tables = tablesOf(view);
  if (tables === undefined) return incomplete;
  return tables.includes('fvar') ? { what: '它是可变字体', fix: use } : undefined;
}

/** What the four bytes at an offset call the font that they stand before. */
function kindAt(bytes: Uint8Array, offset: number): FontKind | undefined {
  const signature = Buffer.from(bytes.subarray(offset, offset + 4)).toString('latin1');
  return Object.hasOwn(fontKinds, signature) ? fontKinds[signature] : undefined;
}

function outlineFault(kind: FontKind | undefined): FontFault | undefined {
  if (kind === 'collection') return { what: '它是字体集（.ttc）', fix: `从中取出要用的一款；${use}` };
  if (kind === 'cff') return { what: '它是 CFF 轮廓的字体（.otf）', fix: use };
  return undefined;
}

/** Tags of the tables; undefined where the directory or a table reaches beyond the file. */
function tablesOf(view: DataView): readonly string[] | undefined {
  if (view.byteLength < 12) return undefined;
  const count = view.getUint16(4);
  if (count === 0 || 12 + count * 16 > view.byteLength) return undefined;
  const tags: string[] = [];
  for (let at = 12; at < 12 + count * 16; at += 16) {
    if (view.getUint32(at + 8) + view.getUint32(at + 12) > view.byteLength) return undefined;
    tags.push(String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index))));
  }
  return tags;
}
