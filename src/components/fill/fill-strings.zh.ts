/** Words that the script of the page says where a writer makes a plan their own. */
export const fillStrings = {
  language: 'zh-CN',
  computedOpen: '待填',
  filled: (filled: number, all: number) => `已填 ${filled}/${all}`,
  undo: '撤销',
  said: {
    examples: '已在空白处填入示例，可撤销。',
    clear: '已清空，可撤销。',
  },
  /** Where there was nothing to do. */
  nothing: {
    undo: '没有可撤销的操作。',
    redo: '没有可重做的操作。',
    examples: '没有空白处可填。',
    clear: '没有可清空的内容；修改过的正文不变。',
  },
  saving: {
    new: '尚未编辑',
    pending: '正在保存……',
    kept: (time: string) => `已保存到本浏览器 ${time}`,
    full: '浏览器存储已满，这份草稿没有保存。请导出文件备份，或到“我的草稿”删除不用的草稿。',
    blocked: '浏览器禁止本站保存数据，关闭此页后内容会丢失。请在离开前导出文件。',
  },
  pages: {
    frame: '页面预览',
    count: (pages: number) => `共 ${pages} 页`,
    failed: (reason: string) => `排版失败，上面是修改前的页面；填写的内容没有丢失。原因：${reason}`,
  },
  close: '关闭',
} as const;
