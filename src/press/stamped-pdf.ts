import type { PrintTemplate } from '../model/print-template.ts';
import { withOutlineDepth } from './outline-depth.ts';
import type { PrintedDocument } from './warm-page.ts';
import { stamp } from './stamp.ts';

/** A PDF as it is proven and published: with as much of its outline as its template wants, and with its date. */
export function stampedPdf({ pdf }: PrintedDocument, { outlineDepth }: PrintTemplate, date: Date): Uint8Array {
  return stamp(outlineDepth === undefined ? pdf : withOutlineDepth(pdf, outlineDepth), date);
}
