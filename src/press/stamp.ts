/** Takes out of a PDF what differs between two runs; every replacement has the length of what it replaces, so that offsets hold. */
import type { PrintTemplate } from '../model/template/print-template.ts';
import { withOutlineDepth } from './outline-depth.ts';
import type { PrintedDocument } from './browser/warm-page.ts';

/** Raised when a PDF does not carry what is to be replaced: the browser writes PDFs in a way that this code does not know. */
export class StampError extends Error {
  override readonly name = 'StampError';
}

const dates = /\/(CreationDate|ModDate) \(D:\d{14}[+-]\d\d'\d\d'\)/g;
/** Chromium names structure elements after DOM nodes; the numbers go on counting as long as a page lives. */
const structureIds = /\(node(\d{8})\)/g;

/** `D:20261120000000+00'00'`, the date form of ISO 32000-1, 7.9.4, in UTC. */
export function pdfDate(date: Date): string {
  return `D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}+00'00'`;
}

/**
 * The date that goes into a PDF: `SOURCE_DATE_EPOCH` (seconds, https://reproducible-builds.org/specs/source-date-epoch/) if
 * set, else the day the plan was last changed, taken from `<meta name="planshelf:updated">`, at 00:00 UTC.
 * @throws {StampError} if there is neither, or it is no date
 */
export function stampDate(html: string, epoch: string | undefined = process.env['SOURCE_DATE_EPOCH']): Date {
  if (epoch !== undefined && epoch !== '') {
    if (!/^\d{1,12}$/.test(epoch)) throw new StampError(`SOURCE_DATE_EPOCH 应是秒数，实际是“${epoch}”`);
    return new Date(Number(epoch) * 1000);
  }
  const meta = /<meta\b[^>]*\bname=["']?planshelf:updated["']?[^>]*>/.exec(html)?.[0] ?? '';
  const day = /\bcontent=["']?(\d{4}-\d\d-\d\d)/.exec(meta)?.[1];
  const date = new Date(`${day ?? ''}T00:00:00Z`);
  if (day === undefined || Number.isNaN(date.getTime())) {
    throw new StampError(
      '打印文档里没有 <meta name="planshelf:updated" content="年-月-日">，也没有设置 SOURCE_DATE_EPOCH',
    );
  }
  return date;
}

function latin1(pdf: Uint8Array): string {
  return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
}

/**
 * @param pdf as Chromium wrote it
 * @param date creation and modification date to set
 * @throws {StampError} if the PDF has no dates where they are expected
 */
export function stamp(pdf: Uint8Array, date: Date): Uint8Array {
  const text = latin1(pdf);
  if ((text.match(dates) ?? []).length !== 2) throw new StampError('PDF 里没有找到预期的 CreationDate 和 ModDate');
  // In numerical order, as the PDF's name tree keeps them.
  const ids = [...new Set([...text.matchAll(structureIds)].map(([, id]) => id ?? ''))].sort();
  const renumbered = new Map(ids.map((id, index) => [id, String(index + 1).padStart(8, '0')]));
  const stamped = text
    .replace(dates, (_, name: string) => `/${name} (${pdfDate(date)})`)
    .replace(structureIds, (_, id: string) => `(node${renumbered.get(id) ?? id})`);
  if (stamped.length !== text.length) throw new StampError('替换前后长度不同，PDF 的偏移表会失效');
  return Buffer.from(stamped, 'latin1');
}

/** A PDF as it is proven and published: with as much of its outline as its template wants, and with its date. */
export function stampedPdf({ pdf }: PrintedDocument, { outlineDepth }: PrintTemplate, date: Date): Uint8Array {
  return stamp(outlineDepth === undefined ? pdf : withOutlineDepth(pdf, outlineDepth), date);
}
