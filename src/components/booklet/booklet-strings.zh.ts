/** Words of the booklet on paper, and what is said of one that cannot be bound. */
export const bookletStrings = {
  /** Title where the writer gives none. */
  title: '会议材料汇编',
  contents: '目录',
  /** 材料一 */
  paper: (numeral: string) => `材料${numeral}`,
  /** Stands in the print document before anything is bound. */
  shell: '这里是会议材料汇编的版式。请在“会议材料”页选好计划，再预览和打印。',
  /** Cover of the booklet that holds all plans of the shelf. */
  shelf: {
    title: '计划范本汇编',
    count: (plans: number) => `共 ${plans} 份`,
    /** 2026-11-20 → 2026年11月 */
    date: (day: string) => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`,
  },
  empty: '会议材料里还没有计划：至少要有一份，才有目录可编。请先加入计划。',
  tooMany: (count: number, most: number) =>
    `会议材料有 ${count} 份，一册最多 ${most} 份：序号只编到九百九十九。请分成几册。`,
  tooLong: (what: string, length: number, most: number) =>
    `${what}有 ${length} 字，封面最多排得下 ${most} 字。请缩短，或把说明移到正文里。`,
  otherPaper: (title: string, own: string, booklet: string) =>
    `版式“${title}”的纸张是 ${own}，汇编是 ${booklet}：一册只能用一种纸，不能装订在一起。请换一个版式。`,
  parts: { title: '标题', unit: '单位', date: '日期', mark: '密级或标记' },
} as const;
