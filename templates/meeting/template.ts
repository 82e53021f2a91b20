import { binding, colour, crop, notes, paper, sheet } from '../../src/model/template/paper-options.ts';
import type { PrintTemplate } from '../../src/model/template/print-template.ts';

/** Columns measured for the full width would break figures in a narrower text: they find their widths by themselves. */
const narrow = `table, table:has(> colgroup) { table-layout: auto; }
col { width: auto; }
th, td { padding-inline: 2.5pt; overflow-wrap: break-word; }
.facts { grid-template-columns: auto auto; justify-content: start; column-gap: 10mm; }
.fact-organization, .fact-organization:has(+ .fact-year), .fact-year:first-child { grid-column: span 2; }`;

/** The red rule and diamonds, the warm greys and the tint, in black and plain grey. */
const black = `html { color: #000; }
.title-block { border-bottom-color: #000; }
.schedule-chart .diamond { fill: #000; }
thead th { background: #f2f2f2; }
.facts dt, .sign-off dt, .blank-label { color: #444; }`;

/** For a meeting table: A4, to be read, written on and signed. */
export const template: PrintTemplate = {
  name: 'meeting',
  title: '会议稿',
  page: { width: 210, height: 297 },
  margin: { top: 20, right: 21, bottom: 17, left: 24 },
  options: [paper(narrow), sheet, colour(black), binding(32, 30), notes(50, narrow), crop],
  pages: { min: 1, max: 20 },
  // The first page carries the title itself, so its running head stays empty.
  runningText: ({ number, total, title }) => [...(number === 1 ? [] : [title]), `第 ${number} 页 共 ${total} 页`],
};
