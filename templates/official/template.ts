import { sheet } from '../../src/model/template/paper-options.ts';
import type { PrintTemplate } from '../../src/model/template/print-template.ts';

/** 公文版式 by GB/T 9704-2012, as it applies to an ordinary print without red head. */
export const template: PrintTemplate = {
  name: 'official',
  title: '公文版式',
  page: { width: 210, height: 297 },
  margin: { top: 37, right: 26, bottom: 35, left: 28 },
  options: [sheet],
  pages: { min: 1, max: 40 },
  pictures: 'none',
  layout: 'official',
  runningText: ({ number }) => [`— ${number} —`],
};
