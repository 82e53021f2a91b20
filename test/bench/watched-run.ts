/** Runs a program and watches its memory, its children's with it (Linux: read from /proc). */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ownProcesses } from '../fixtures/print/processes.ts';
import { median } from './rounds.ts';

export interface Watched {
  readonly output: string;
  readonly millis: number;
  /** Largest memory of the program itself, in megabytes. */
  readonly peak: number;
  /** Memory in megabytes as time went by: of the program, and of the browsers that it started. */
  readonly samples: readonly { readonly millis: number; readonly node: number; readonly browser: number }[];
}

const sampleMillis = 500;

function megabytes(pid: number, line: 'VmRSS' | 'VmHWM'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`${line}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0; // ended between the two looks
  }
}

/**
 * Memory in the first, middle and last third of the time, as medians: a leak is a last third above the first.
 * @param kind in a run with browsers only the time counts in which there was one
 */
function memoryByThirds({ samples }: Watched, kind: 'node' | 'browser'): readonly number[] {
  const printing = samples.filter(({ browser }) => browser > 0);
  const during = printing.length === 0 ? samples : printing;
  const third = Math.max(1, Math.floor(during.length / 3));
  return [0, 1, 2].map((part) => median(during.slice(part * third, (part + 1) * third).map((sample) => sample[kind])));
}

/** The same in words. */
export function memoryWords(run: Watched): string {
  const of = (kind: 'node' | 'browser'): string =>
    memoryByThirds(run, kind)
      .map((megabytes) => megabytes.toFixed(0))
      .join('、');
  return `Node ${of('node')} MB，浏览器 ${of('browser')} MB`;
}

/**
 * @param args of Node.js
 * @param codes that the program may end with
 * @throws if it ends with another one
 */
export function watchedRun(
  cwd: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  codes: readonly number[] = [0],
): Promise<Watched> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    });
    const pid = child.pid ?? 0;
    let output = '';
    let peak = 0;
    const samples: Watched['samples'][number][] = [];
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const timer = setInterval(() => {
      peak = Math.max(peak, megabytes(pid, 'VmHWM'));
      const children = ownProcesses(pid).filter(({ command }) => command.includes('chrom'));
      const browser = children.reduce((sum, { pid: one }) => sum + megabytes(one, 'VmRSS'), 0);
      samples.push({ millis: performance.now() - started, node: megabytes(pid, 'VmRSS'), browser });
    }, sampleMillis);
    child.once('error', reject).once('close', (code) => {
      clearInterval(timer);
      if (code !== null && codes.includes(code))
        resolve({ output, millis: performance.now() - started, peak, samples });
      else reject(new Error(`${args.join(' ')}：退出码 ${code ?? '无'}\n${output.slice(-2000)}`));
    });
  });
}
