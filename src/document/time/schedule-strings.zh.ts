/** Words of the time chart, apart from those of the site: pages in the browser draw it anew. */
export const scheduleStrings = {
  caption: '任务进度图',
  part: (part: number, parts: number) => `任务进度图（${part}/${parts}）`,
  task: '任务',
  /** Head of the column of a table that shows times as bars. */
  progress: '进度',
  owner: '责任岗位',
  period: (period: string, count: number) => `${period}计划，共${count}项任务。`,
  asText: '以文字列出进度',
  span: '起止时间',
  rhythm: '定期开展',
  moment: '完成节点',
  /** What the axis counts, before its figures. */
  ordinals: { m: '月次', w: '周次', d: '日次' },
  /** What it says in their place once the dates are known. */
  year: (year: number) => `${year}年`,
  yearOn: (year: number) => `${year}年起`,
  month: (month: number) => `${month}月`,
} as const;
