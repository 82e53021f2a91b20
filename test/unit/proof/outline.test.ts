import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPdf } from '../../../src/proof/pdf/read-pdf.ts';
import { templateSheet } from '../../fixtures/print/template-sheet.ts';
import { type Printer, documentOf, openPrinter } from './print.ts';

const title =
  'The Service Level Agreement with Customer Relationship Management and the Enterprise Resource Planning of it';
const source = documentOf(`<h1>${title}</h1><h2>${title}</h2><p>正文。</p>`);
let printer: Printer;

beforeAll(async () => {
  printer = await openPrinter(source);
});
afterAll(() => printer.close());

test.each(['meeting', 'official'])(
  '%s: a heading of several lines keeps its spaces in the outline',
  async (template) => {
    const { outline } = await readPdf(await printer.print(source, { css: await templateSheet(template) }));
    expect(outline.map((entry) => entry.title)).toEqual([title, title]);
  },
);
