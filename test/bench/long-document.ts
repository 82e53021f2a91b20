import type { PrintJob } from '../../src/press/press-job.ts';

/** A print document of about 200 pages, made from a real one: repetitive cells, a table of 300 rows, long prose. */
export function longDocument(sample: PrintJob): PrintJob {
  const sections = Array.from({ length: 84 }, (_, i) => section(i + 1)).join('');
  const rows = Array.from({ length: 300 }, (_, i) => `<tr>${cells(i + 1).join('')}</tr>`).join('');
  const heads = Array.from({ length: 12 }, (_, i) => `<th scope="col">列${i + 1}</th>`).join('');
  const table = `<table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`;
  // The title block stays: the running head is taken from it.
  const html = sample.html.replace(
    /(<main[^>]*>\s*<header[\s\S]*?<\/header>)[\s\S]*(<\/main>)/,
    `$1${table}${sections}$2`,
  );
  const template = { ...sample.template, pages: { min: 1, max: 400 } };
  return { ...sample, slug: 'long-document', template, html, out: sample.out.replace(/[^/]+$/, 'long.pdf') };
}

function cells(row: number): string[] {
  return Array.from({ length: 12 }, (_, i) => `<td>${i === 0 ? row : i % 3 === 0 ? `第${row}行` : '＿＿＿＿'}</td>`);
}

function section(number: number): string {
  const sentence =
    '本段说明第' + String(number) + '节的做法：由客服主管逐项核对台账，当日登记，次日回访，月末汇总上报。';
  const paragraphs = Array.from({ length: 26 }, () => `<p>${sentence.repeat(3)}</p>`).join('');
  return `<h2 id="s${number}">第${number}节</h2>${paragraphs}`;
}
