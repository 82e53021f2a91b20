/** Words of the list of what a writer should look at before printing or exporting. */
export const findingsStrings = {
  title: {
    print: (count: number) => `打印前请核对（${count} 处）`,
    export: (count: number) => `导出前请核对（${count} 处）`,
  },
  intro: '点一条可到该处修改；不修改也可以继续，内容按原样保留。',
  proceed: { print: '仍然打印', export: '仍然导出' },
  back: '返回修改',
} as const;
