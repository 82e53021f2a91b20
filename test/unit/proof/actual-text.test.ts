import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { actualTexts } from '../../../src/proof/pdf/actual-text.ts';

const content = '/Span<</ActualText <FEFF7528> >> BDC <0001> Tj EMC /Span <</ActualText (a\\(b\\051) >> BDC EMC';

/** A file with one page (object 1) and its content stream (object 2). */
function file(page: string, stream: string, filter: string): string {
  const header = '%PDF-1.4\n';
  const first = `1 0 obj\n<</Type /Page ${page}>>\nendobj\n`;
  const second = `2 0 obj\n<<${filter}/Length ${stream.length}>> stream\n${stream}\nendstream\nendobj\n`;
  const offsets = [header.length, header.length + first.length];
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = header.length + first.length + second.length;
  return `${header}${first}${second}xref\n0 3\n0000000000 65535 f \n${entries}trailer\n<</Size 3>>\nstartxref\n${start}\n%%EOF\n`;
}

test.each([
  ['plain', file('/Contents 2 0 R', content, '')],
  ['in a list of streams', file('/Contents [2 0 R]', content, '')],
  ['compressed', file('/Contents 2 0 R', deflateSync(content).toString('latin1'), '/Filter /FlateDecode ')],
])('spans of a content stream: %s', (_, pdf) => {
  expect(actualTexts(pdf, 1)).toEqual(['用', 'a(b)']);
});

test.each([
  ['no content', file('', content, '')],
  ['another filter', file('/Contents 2 0 R', content, '/Filter /LZWDecode ')],
  ['no cross-reference table', '%PDF-1.4\n%%EOF\n'],
])('nothing from a file with %s', (_, pdf) => {
  expect(actualTexts(pdf, 1)).toEqual([]);
});
