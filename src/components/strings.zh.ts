import { documentStrings } from '../document/strings.zh.ts';
import { scheduleStrings } from '../document/time/schedule-strings.zh.ts';

/**
 * Interface strings in zh-CN: the words of tables, charts and sign-off on paper, and those of the site around them. A page
 * or part with many words of its own has them in a file of its own, `*-strings.zh.ts`; labels of the model's own terms
 * (periods, rhythms, levels, grades) stand with the model.
 */
export const strings = {
  language: 'zh-CN',
  listSeparator: '、',
  ...documentStrings,
  schedule: scheduleStrings,
  site: {
    skip: '跳到正文',
    guide: '写计划指南',
    booklet: '会议材料',
    mainNavigation: '主导航',
    schema: '计划数据格式',
    feed: '订阅更新',
    feedDescription: '新增和修订的工作计划范本',
    plans: '全部范本数据',
    dark: '深色',
    darkHint: '深色或浅色',
    byIndustry: '按行业',
  },
  plan: {
    contents: '目录',
    pdf: (template: string) => `${template} PDF`,
    preview: (template: string) => `${template} 打印预览`,
    about: '关于这份范本',
    industry: '行业',
    level: '层级',
    period: '周期',
    blankCount: '填写项',
    updated: '修订日期',
    licence: '许可',
    fields: '填写项一览',
    fieldsIntro: '正文中带下划线的地方是填写项。同名的填写项只需填一次。',
    field: '填写项',
    kind: '类型',
    hint: '怎么填',
    example: '示例',
    exampleOf: (example: string) => `示例：${example}`,
    untitledTable: '表格',
    ticked: '已完成',
    unticked: '未完成',
  },
  notFound: {
    title: '没有找到这一页',
    text: '地址可能写错了，或者这份计划已经改名。',
    back: '回到书架',
  },
} as const;
