import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { TemplateFinding } from './finding.ts';
import type { Thrown } from './running-worker.ts';

/** A `template.ts` to be run. */
export interface RunnableFile {
  readonly file: string;
  readonly text: string;
  /** Where it stands on the disk. */
  readonly path: string;
}

/** In milliseconds; a description has nothing to wait for. */
const longestRun = 10_000;

/**
 * Runs every `template.ts` that has no other mistake, and finds what it throws: everybody who reads the template would meet
 * it, and only here it gets a place. In a thread, which reads each file anew and can be stopped.
 */
export async function checkRunning(files: readonly RunnableFile[]): Promise<readonly TemplateFinding[]> {
  if (files.length === 0) return [];
  const thrown = await runAll(files);
  return files.flatMap(({ file, text, path }, index) => {
    const error = thrown[index];
    if (error === null) return [];
    const offset = error === undefined ? undefined : thrownAt(error, pathToFileURL(path), text);
    return [
      {
        code: 'template-run' as const,
        file,
        ...(offset !== undefined && { offset }),
        what: error === undefined ? '运行不完，十秒后中止' : `运行到这里出错（${error.message}）`,
        fix: '改正这一处；template.ts 只写版式的说明，一读取就要得出结果。',
      },
    ];
  });
}

/** What each file threw, null where nothing; fewer than there are files where one of them did not end. */
function runAll(files: readonly RunnableFile[]): Promise<readonly (Thrown | null)[]> {
  return new Promise((resolve) => {
    const results: (Thrown | null)[] = [];
    const addresses = files.map(({ path }) => pathToFileURL(path).href);
    const worker = new Worker(new URL('./running-worker.ts', import.meta.url), { workerData: addresses, stdout: true });
    const stop = setTimeout(() => void worker.terminate(), longestRun);
    worker.on('message', (result: Thrown | null) => results.push(result));
    worker.on('error', (error) => {
      results.push({ message: String(error), stack: '' });
    });
    worker.once('exit', () => {
      clearTimeout(stop);
      resolve(results);
    });
  });
}

/** Where in the file an error comes from, as its stack tells. */
function thrownAt({ stack }: Thrown, { href, pathname }: URL, text: string): number | undefined {
  const frame = stack.split('\n').find((line) => line.includes(href) || line.includes(decodeURI(pathname)));
  const [, row, column = '1'] = /:(\d+)(?::(\d+))?\)?$/.exec(frame ?? '') ?? [];
  if (row === undefined) return undefined;
  const before = text.split('\n').slice(0, Number(row) - 1);
  return before.reduce((sum, line) => sum + line.length + 1, 0) + Number(column) - 1;
}
