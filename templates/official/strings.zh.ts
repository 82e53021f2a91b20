import type { Period } from '../../src/model/time/period-words.ts';

const length: Readonly<Record<Period, string>> = {
  week: '起一周）',
  month: '起一个月）',
  quarter: '起三个月）',
  'half-year': '起六个月）',
  year: '起一年）',
};

/** Words of the official layout, as GB/T 9704-2012 writes them. */
export const officialStrings = {
  /** Below the title: `（自2027年1月1日起一年）`. */
  from: '（自',
  length,
  annex: '附件',
  annexes: '附件：',
  /** What stands in the text where the annex belongs: `任务分解表见附件2。` */
  see: '见',
  end: '。',
  organization: '编制单位',
  written: '日期',
  author: ['（编制人：', '）'],
} as const;
