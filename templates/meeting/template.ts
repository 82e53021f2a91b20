import type { PrintTemplate } from '../../src/model/print-template.ts';

/** For a meeting table: A4, to be read, written on and signed. */
export const template: PrintTemplate = {
  name: 'meeting',
  title: '会议稿',
  page: { width: 210, height: 297 },
  pages: { min: 1, max: 20 },
  // The first page carries the title itself, so its running head stays empty.
  runningText: ({ number, total, title }) => [...(number === 1 ? [] : [title]), `第 ${number} 页 共 ${total} 页`],
};
