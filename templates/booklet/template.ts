import { colour, sheet } from '../../src/model/template/paper-options.ts';
import type { PrintTemplate } from '../../src/model/template/print-template.ts';

/** Red rules, numbers and diamonds, the warm greys and the tint, in black and plain grey, in papers of every template. */
const black = `html, .booklet-paper { color: #000; }
.booklet-cover .cover-title, .booklet-paper .title-block { border-bottom-color: #000; }
.booklet-divider .divider-number { color: #000; }
.booklet-paper .schedule-chart .diamond { fill: #000; }
.booklet-paper thead th { background: #f2f2f2; }
.booklet-paper .facts dt, .booklet-paper .sign-off dt, .booklet-paper .blank-label { color: #444; }`;

/** Several papers bound for a meeting: cover, contents, a divider before each paper; numbered straight through. */
export const template: PrintTemplate = {
  name: 'booklet',
  title: '会议材料汇编',
  kind: 'booklet',
  page: { width: 210, height: 297 },
  margin: { top: 20, right: 21, bottom: 17, left: 24 },
  options: [sheet, colour(black)],
  // Cover, contents, one divider and one page of text; and 999 papers of the longest plans.
  pages: { min: 4, max: 10_000 },
  // Papers and their parts: what is below would be hundreds of lines.
  outlineDepth: 2,
  pictures: 'none',
  // Nothing stands around the cover, which is the first page, and around pages that are left free.
  runningText: ({ number, total, head = '', blank = false }) =>
    number === 1 || blank ? [] : [...(head === '' ? [] : [head]), `第 ${number} 页 共 ${total} 页`],
};
