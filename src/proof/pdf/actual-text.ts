import { inflateSync } from 'node:zlib';

const SPAN = /\/Span\s*<<\s*\/ActualText\s*(?:<([0-9A-Fa-f\s]*)>|\(((?:[^()\\]|\\[^])*)\))\s*>>\s*BDC/g;

/**
 * The `/ActualText` of every span in a page's content stream, in painting order.
 * Chromium writes one wherever a glyph alone does not identify its characters (a glyph shared by 用 and its radical, a combining
 * sequence, a missing glyph); pdfjs-dist 6 does not hand it out. Reads the plain cross-reference table that Chromium writes
 * (PDF 1.4, ISO 32000-1, 7.5.4); on any other layout the list is empty, and the text is then compared by its glyphs alone.
 *
 * @param pdf - the whole file, one character per byte (latin1)
 * @param pageObject - object number of the page
 */
export function actualTexts(pdf: string, pageObject: number): readonly string[] {
  const page = objectBody(pdf, pageObject);
  const contents = /\/Contents\s*(?:\[([\d\sR]*)\]|(\d+) \d+ R)/.exec(page);
  if (!contents) return [];
  const streams = [...(contents[1] ?? `${contents[2] ?? ''} 0 R`).matchAll(/(\d+) \d+ R/g)].map((match) =>
    Number(match[1]),
  );
  const content = streams.map((object) => contentStream(pdf, object)).join('\n');
  return [...content.matchAll(SPAN)].map((match) => decodeString(match[1], match[2]));
}

function objectBody(pdf: string, object: number): string {
  const offset = objectOffset(pdf, object);
  if (offset === undefined) return '';
  const end = pdf.indexOf('endobj', offset);
  return end < 0 ? '' : pdf.slice(offset, end);
}

function objectOffset(pdf: string, object: number): number | undefined {
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.slice(-64));
  const table = start ? /^xref\s+0 (\d+)\s+/.exec(pdf.slice(Number(start[1]), Number(start[1]) + 64)) : null;
  if (!start || !table || object >= Number(table[1])) return undefined;
  const entry = Number(start[1]) + table[0].length + object * 20;
  const offset = Number(pdf.slice(entry, entry + 10));
  return pdf.startsWith(`${String(object)} 0 obj`, offset) ? offset : undefined;
}

function contentStream(pdf: string, object: number): string {
  const offset = objectOffset(pdf, object);
  if (offset === undefined) return '';
  const opening = /^\d+ 0 obj\s*(<<[^]*?>>)\s*stream\r?\n/.exec(pdf.slice(offset, offset + 1024));
  const length = /\/Length (\d+)(?! \d+ R)/.exec(opening?.[1] ?? '');
  if (!opening || !length) return '';
  const start = offset + opening[0].length;
  const stream = pdf.slice(start, start + Number(length[1]));
  if (!/\/Filter/.test(opening[1] ?? '')) return stream;
  return /\/Filter\s*\[?\s*\/FlateDecode/.test(opening[1] ?? '')
    ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
    : '';
}

function decodeString(hexadecimal: string | undefined, literal: string | undefined): string {
  const bytes =
    hexadecimal === undefined
      ? Buffer.from(unescapeLiteral(literal ?? ''), 'latin1')
      : Buffer.from(hexadecimal.replace(/\s/g, ''), 'hex');
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1');
  return new TextDecoder('utf-16be').decode(bytes.subarray(2));
}

/** ISO 32000-1, 7.3.4.2. */
function unescapeLiteral(literal: string): string {
  const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  return literal.replace(/\\([0-7]{1,3}|[^])/g, (_, escaped: string) =>
    /^[0-7]/.test(escaped) ? String.fromCodePoint(parseInt(escaped, 8) & 0xff) : (named[escaped] ?? escaped),
  );
}
