import { expect, test } from 'vitest';
import { pdfDate, stamp, stampDate, StampError } from '../../../src/press/stamp.ts';

const html = (meta: string) => `<!doctype html><html><head>${meta}</head><body></body></html>`;
const updated = html('<meta name="planshelf:updated" content="2026-11-20">');

const pdf = (ids: readonly string[], seconds = '03') =>
  Buffer.from(
    `%PDF-1.4\n<</CreationDate (D:202611231546${seconds}+00'00')\n/ModDate (D:202611231546${seconds}+00'00')>>\n` +
      ids.map((id) => `/ID (node${id})\n`).join('') +
      '\u00ff\u0000stream%%EOF\n',
    'latin1',
  );

test('the date is the day of the last change, at midnight UTC', () => {
  expect(pdfDate(stampDate(updated, undefined))).toBe("D:20261120000000+00'00'");
});

test('SOURCE_DATE_EPOCH wins', () => {
  expect(pdfDate(stampDate(updated, '86400'))).toBe("D:19700102000000+00'00'");
});

test.each([
  ['no date at all', html(''), undefined],
  ['a day that is none', html('<meta name="planshelf:updated" content="2026-13-40">'), undefined],
  ['an epoch that is no number', updated, 'yesterday'],
])('%s is refused', (_, text, epoch) => {
  expect(() => stampDate(text, epoch)).toThrow(StampError);
});

test('both dates are replaced, at the same length, and nothing else is touched', () => {
  const before = pdf([]);
  const after = Buffer.from(stamp(before, stampDate(updated, undefined)));
  expect(after).toHaveLength(before.length);
  expect(after.toString('latin1')).toBe(before.toString('latin1').replaceAll('20261123154603', '20261120000000'));
});

test('structure ids are numbered from 1 in their order, wherever they are used', () => {
  const stamped = stamp(pdf(['00002817', '00002816', '00002817', '00012000']), new Date(0));
  const ids = [
    ...Buffer.from(stamped)
      .toString('latin1')
      .matchAll(/\(node(\d+)\)/g),
  ].map(([, id]) => id);
  expect(ids).toEqual(['00000002', '00000001', '00000002', '00000003']);
});

test('two runs of one document become the same bytes', () => {
  const fresh = stamp(pdf(['00000206', '00000207', '00000300'], '03'), new Date(0));
  const warm = stamp(pdf(['00002816', '00002817', '00002910'], '59'), new Date(0));
  expect(Buffer.from(warm).equals(Buffer.from(fresh))).toBe(true);
});

test('a PDF without the expected dates is refused', () => {
  expect(() => stamp(Buffer.from('%PDF-1.4\n%%EOF'), new Date(0))).toThrow('CreationDate');
});
