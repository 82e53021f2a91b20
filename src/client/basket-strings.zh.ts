/** Words of the basket of meeting papers. */
export const basketStrings = {
  add: '加入会议材料',
  remove: '已加入会议材料',
} as const;
