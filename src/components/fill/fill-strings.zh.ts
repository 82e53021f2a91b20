/** Words that the script of the page says where a writer makes a plan their own. */
export const fillStrings = {
  language: 'zh-CN',
  computedOpen: '待填',
  filled: (filled: number, all: number) => `已填 ${filled}/${all}`,
  undo: '撤销',
  said: {
    examples: '已用示例填上还空着的地方，可以撤销。',
    clear: '已清空，可以撤销。',
  },
  /** Where there was nothing to do. */
  nothing: {
    undo: '没有可以撤销的了。',
    redo: '没有可以重做的了。',
    examples: '没有空着的地方可填。',
    clear: '没有填写的内容可清；改过的文字没有动。',
  },
  saving: {
    new: '还没有改动',
    pending: '正在保存…',
    kept: (time: string) => `已存在这个浏览器 ${time}`,
    full: '浏览器的存储满了，这份稿没有存上。请导出文件留底，或到“我的稿”删去不用的稿。',
    blocked: '浏览器不让网页存内容，关掉这一页稿子就没了。请在离开前导出文件。',
  },
  pages: {
    frame: '排好的页面',
    count: (pages: number) => `共 ${pages} 页`,
    failed: (reason: string) => `页面没有排成，上面是改动之前的样子；写下的内容没有丢。原因：${reason}`,
  },
  close: '关闭',
} as const;
