import type { TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { point } from '../../model/problem.ts';
import type { Finding } from '../entry.ts';
import type { Rule } from '../rule.ts';

/** No row has more cells than its table's head: Markdown drops those beyond it. A row with fewer is filled up with empty ones. */
export const tableRowsFit: Rule = ({ prose, text }) => {
  const found: Finding[] = [];
  if (prose === undefined) return found;
  visit(prose, 'table', ({ children: [head, ...rows] }) => {
    const columns = head?.children.length ?? 0;
    for (const row of rows) {
      const surplus = row.children.slice(columns).map((cell) => toString(cell));
      if (surplus.every((words) => words === '')) continue;
      found.push({
        code: 'table-cells',
        position: point(row.position?.start.line ?? 1, row.position?.start.column ?? 1),
        what: `表头有 ${columns} 格，这一行有 ${row.children.length} 格，“${surplus.join('”“')}”不会印出来`,
        fix: `竖线是文字就写成 \\|，改为：${joinedRow(row, columns, text)}；要分成几格，就在表头和它下面的 --- 行各补上几列。`,
      });
    }
  });
  return found;
};

/** The row with the cells that are too many in its last column; those that a bar in code has parted are one again. */
function joinedRow({ children }: TableRow, columns: number, text: string): string {
  const cells: string[] = [];
  for (const { position } of children) {
    const cell = text.slice(position?.start.offset, position?.end.offset).replace(/^\||\|$/g, '');
    const last = cells.at(-1);
    if (last !== undefined && last.split('`').length % 2 === 0) cells[cells.length - 1] = `${last}\\|${cell.trimEnd()}`;
    else cells.push(cell.trim());
  }
  const whole = cells.slice(0, columns - 1);
  const last = cells.slice(columns - 1).filter((cell) => cell !== '');
  return `| ${[...whole, last.join(' \\| ')].join(' | ')} |`;
}
