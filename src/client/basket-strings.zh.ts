/** Words of the basket of meeting papers. */
export const basketStrings = {
  add: '加入会议材料',
  remove: '已加入会议材料',
  full: (most: number) => `会议材料满了，最多 ${most} 份`,
  /** A button of a card says of which plan it is. */
  named: (label: string, title: string) => `${label}：${title}`,
} as const;
