/** Lengths of time that a plan covers. */
export const periods = ['week', 'month', 'quarter', 'half-year', 'year'] as const;
export type Period = (typeof periods)[number];

/** How often something is done. */
export const rhythms = ['day', 'week', 'half-month', 'month', 'quarter', 'half-year', 'year'] as const;
export type Rhythm = (typeof rhythms)[number];

export const periodTitles: Readonly<Record<Period, string>> = {
  week: '周',
  month: '月度',
  quarter: '季度',
  'half-year': '半年',
  year: '年度',
};

/** Months of a period; a week has none. */
export const periodMonths: Readonly<Record<Period, number>> = {
  week: 0,
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
};

export const rhythmTitles: Readonly<Record<Rhythm, string>> = {
  day: '每日',
  week: '每周',
  'half-month': '每半月',
  month: '每月',
  quarter: '每季度',
  'half-year': '每半年',
  year: '每年',
};
