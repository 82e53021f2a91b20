import type { PrintTemplate } from '../../src/model/print-template.ts';

/** Several papers bound for a meeting: cover, contents, a divider before each paper; numbered straight through. */
export const template: PrintTemplate = {
  name: 'booklet',
  title: '会议材料汇编',
  kind: 'booklet',
  page: { width: 210, height: 297 },
  // Cover, contents, one divider and one page of text; and 999 papers of the longest plans.
  pages: { min: 4, max: 10_000 },
  // Papers and their parts: what is below would be hundreds of lines.
  outlineDepth: 2,
  pictures: 'none',
  // Nothing stands around the cover, which is the first page, and around pages that are left free.
  runningText: ({ number, total, head = '', blank = false }) =>
    number === 1 || blank ? [] : [...(head === '' ? [] : [head]), `第 ${number} 页 共 ${total} 页`],
};
