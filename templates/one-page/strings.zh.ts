/** Headings of the page. */
export const words = {
  goals: '目标与指标',
  tasks: '任务与进度',
  roles: '岗位与职责',
  risks: '风险与应对',
} as const;
