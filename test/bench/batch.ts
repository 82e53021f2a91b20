/** `plan -- fill` on the command line: how long a run takes and how much memory it holds while it goes on. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Watched, watchedRun } from './watched-run.ts';

/**
 * Runs `plan -- fill` in a project.
 * @param code that it must end with: 1 where a row is bad
 * @throws where it ends with another one
 */
export function runFill(root: string, args: readonly string[], code: 0 | 1 = 0): Promise<Watched> {
  return watchedRun(root, ['src/cli/main.ts', 'fill', ...args], {}, [code]);
}

/** Writes a table with `count` rows, each with a unit and an author of its own. */
export async function writeRows(folder: string, count: number): Promise<string> {
  const rows = Array.from(
    { length: count },
    (_, index) => `第${index + 1}营业厅,王${'芳明丽强'.charAt(index % 4)},2027`,
  );
  return writeTable(join(folder, `rows-${count}.csv`), rows);
}

/** The same, but every `step`-th row names a year that is none. */
export async function writeRowsWithBad(folder: string, count: number, step: number): Promise<string> {
  const rows = Array.from({ length: count }, (_, index) =>
    index % step === step - 1
      ? `第${index + 1}营业厅,王芳,明年`
      : `第${index + 1}营业厅,王${'芳明丽强'.charAt(index % 4)},2027`,
  );
  return writeTable(join(folder, `rows-${count}-bad.csv`), rows);
}

async function writeTable(path: string, rows: readonly string[]): Promise<string> {
  await writeFile(path, ['单位名称,编制人,年度', ...rows, ''].join('\n'));
  return path;
}
