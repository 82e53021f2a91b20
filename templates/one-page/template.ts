import { binding, crop, notes, paper } from '../../src/model/template/paper-options.ts';
import type { PrintTemplate } from '../../src/model/template/print-template.ts';

/** For the wall: goals, indicators, tasks in time, roles and risks on one sheet. */
export const template: PrintTemplate = {
  name: 'one-page',
  title: '一页纸',
  page: { width: 210, height: 297 },
  margin: { top: 14, right: 14, bottom: 12, left: 14 },
  options: [paper(), binding(26, 26), notes(50), crop],
  pages: { min: 1, max: 1 },
  pictures: 'none',
  fit: {
    details: [
      { list: 'tasks', column: 'measure', title: '措施' },
      { list: 'kpis', column: 'source', title: '数据来源' },
      { list: 'tasks', column: 'with', title: '协办' },
      { list: 'risks', column: 'signal', title: '预警信号' },
      { list: 'tasks', column: 'standard', title: '考核标准' },
      { list: 'roles', column: 'duty', title: '职责' },
      { list: 'kpis', column: 'cycle', title: '周期' },
      { list: 'risks', column: 'grade', title: '可能性和影响' },
    ],
    lists: [
      { name: 'goals', title: '目标', counter: '段', least: 1 },
      { name: 'kpis', title: '指标', counter: '项', least: 4 },
      { name: 'tasks', title: '任务', counter: '项', least: 6 },
      { name: 'roles', title: '岗位', counter: '个', least: 4 },
      { name: 'risks', title: '风险', counter: '项', least: 2 },
    ],
    type: { most: 11, usual: 9, least: 8 },
    absent: [
      { name: 'budget', title: '预算' },
      { name: 'reviews', title: '检查与复盘' },
      { name: 'goals', title: '目标的附表' },
      { name: 'lead', title: '开头的说明' },
      { name: 'prose', title: '正文的' },
    ],
  },
  runningText: () => [],
};
