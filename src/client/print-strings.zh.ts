/** Words around printing. */
export const printStrings = {
  printing: '正在排版，随后打开打印窗口……',
  printFailed: '打印失败：可先下载 PDF 再打印。',
} as const;
