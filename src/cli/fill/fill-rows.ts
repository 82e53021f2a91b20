import type { Draft } from '../../fill/draft.ts';
import type { CommandContext } from '../command.ts';
import { type Columns, readRow } from './rows.ts';
import type { ValuesRow, ValuesTable } from './table.ts';
import { type FillJob, type FillContext, distinctNames, makeDocuments } from './make-documents.ts';

/** Documents that are in memory at a time; a browser is opened for each such lot. */
const lotSize = 50;

/** A table of values and what all of its rows share. */
export interface RowsOrder {
  readonly table: ValuesTable;
  readonly columns: Columns['columns'];
  readonly base: Draft;
  readonly context: FillContext;
}

interface Counts {
  made: number;
  kept: number;
  bad: number;
}

/**
 * One set of files for each row. A bad row is reported with its number and reason and left out; the others are made.
 * @returns exit code: 1 if any row was bad
 */
export async function fillRows(
  { table, columns, base, context: context }: RowsOrder,
  { print }: CommandContext,
): Promise<number> {
  const { rows } = table;
  const counts: Counts = { made: 0, kept: 0, bad: 0 };
  const nameFor = distinctNames();
  const line = progressLine(rows.length, print);
  for (let at = 0; at < rows.length; at += lotSize) {
    const lot: { readonly row: ValuesRow; readonly job: FillJob }[] = [];
    for (const row of rows.slice(at, at + lotSize)) {
      const reading = readRow(row, columns, base, context.plan);
      if ('reason' in reading) {
        counts.bad += 1;
        line.say(`${row.place}没有生成：${reading.reason}`);
        continue;
      }
      for (const note of reading.notes) line.say(`${row.place}注意：${note}`);
      lot.push({ row, job: { draft: reading.draft, name: nameFor(`第 ${row.number} 行`) } });
    }
    const results = await makeDocuments(
      context,
      lot.map(({ job }) => job),
    );
    results.forEach(({ made, kept, failures }, index) => {
      counts.made += made.length;
      counts.kept += kept.length;
      if (failures.length === 0) return;
      counts.bad += 1;
      line.say(`${lot[index]?.row.place ?? ''}没有生成：${failures.join('；')}`);
    });
    line.show(Math.min(at + lotSize, rows.length), counts);
  }
  line.end();
  print(
    `共 ${rows.length} 行：生成文件 ${counts.made} 个，没有变化 ${counts.kept} 个，有问题的行 ${counts.bad}。文件在 ${context.out}`,
  );
  return counts.bad > 0 ? 1 : 0;
}

/** One line that is written over on a terminal, and now and then a new one elsewhere. */
function progressLine(total: number, print: (text: string) => void) {
  const onTerminal = process.stdout.isTTY;
  const clear = (): void => {
    if (onTerminal) process.stdout.write('\r\u001b[2K');
  };
  return {
    say: (text: string): void => {
      clear();
      print(text);
    },
    show: (done: number, { made, kept, bad }: Counts): void => {
      const text = `[${done}/${total}] 生成 ${made}，没有变化 ${kept}，有问题 ${bad}`;
      if (onTerminal) process.stdout.write(`\r\u001b[2K${text}`);
      else print(text);
    },
    end: clear,
  };
}
