/** Words of the viewer of real pages. */
export const viewerStrings = {
  title: '打印效果',
  previous: '上一页',
  next: '下一页',
  larger: '放大',
  smaller: '缩小',
  close: '关闭',
  pdf: '在 PDF 中打开',
  place: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
  zoom: (percent: number) => `${percent}%`,
} as const;
