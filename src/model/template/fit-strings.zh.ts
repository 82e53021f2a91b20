/** What a page says of itself when it does not show all of a plan. */
export const fitStrings = {
  more: (count: number, counter: string) => `另 ${count} ${counter}`,
  details: (list: string, columns: readonly string[]) => `${list}的${columns.join('、')}`,
  rows: (list: string, count: number, counter: string) => `${list}另 ${count} ${counter}`,
  absent: (title: string, headings: readonly string[]) => title + headings.map((heading) => `“${heading}”`).join(''),
  leftOut: (parts: readonly string[]) => `本页从略：${parts.join('；')}。全文见会议稿。`,
} as const;
