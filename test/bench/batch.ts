/** `plan -- fill` on the command line: how long a run takes and how much memory it holds at most. */
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One run of the command. */
export interface FillRun {
  readonly millis: number;
  /** Most memory that Node itself held, in megabytes; the browser is a process of its own. */
  readonly megabytes: number;
}

const reportMemory = `process.on('exit', () => console.error('maxRSS', process.resourceUsage().maxRSS))`;

/** Runs `plan -- fill` in a project. @throws where it ends with anything but 0 */
export function runFill(root: string, args: readonly string[]): Promise<FillRun> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const memory = `data:text/javascript,${encodeURIComponent(reportMemory)}`;
    const child = spawn(process.execPath, ['--import', memory, 'src/cli/main.ts', 'fill', ...args], { cwd: root });
    let output = '';
    const listen = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject).once('close', (code) => {
      const kilobytes = Number(/maxRSS (\d+)/.exec(output)?.[1]);
      if (code === 0) resolve({ millis: performance.now() - started, megabytes: kilobytes / 1024 });
      else reject(new Error(`fill ${args.join(' ')}: ${String(code)}\n${output}`));
    });
  });
}

/** Writes a table with `count` rows, each with a unit and an author of its own. */
export async function writeRows(folder: string, count: number): Promise<string> {
  const rows = Array.from({ length: count }, (_, index) => `第${index + 1}营业厅,王${'芳明丽强'.charAt(index % 4)}`);
  const path = join(folder, `rows-${count}.csv`);
  await writeFile(path, ['单位名称,编制人', ...rows, ''].join('\n'));
  return path;
}
