import { dirname, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { placeInText } from './description.ts';
import type { TemplateFinding } from './finding.ts';
import type { RunOrder, RunResult, Thrown } from './running-worker.ts';

/** A `template.ts` or `layout.ts` to be run. */
export interface RunnableFile {
  readonly file: string;
  /** Name of the template's folder. */
  readonly folder: string;
  readonly text: string;
  /** Where it stands on the disk. */
  readonly path: string;
}

/** In milliseconds; a description has nothing to wait for. */
const longestRun = 10_000;

/**
 * Runs every `template.ts` and `layout.ts` that can be parsed, and holds what it exports against the schema: everybody who reads the template
 * would meet a mistake, and only here it gets a place. In a thread, which reads each file anew and can be stopped.
 */
export async function checkRunning(files: readonly RunnableFile[]): Promise<readonly TemplateFinding[]> {
  if (files.length === 0) return [];
  const results = await runAll(files);
  return files.flatMap((file, index) => findingsOf(file, results[index]));
}

function findingsOf(source: RunnableFile, result: RunResult | undefined): readonly TemplateFinding[] {
  const { file, text } = source;
  if (result?.thrown !== undefined) return [thrownFinding(source, result.thrown)];
  if (result === undefined) return [{ code: 'template-run', file, what: '运行不完，十秒后中止', fix: fixOfRun }];
  return result.mistakes.map(({ path, ...mistake }) => ({ ...mistake, file, ...placed(placeInText(text, path)) }));
}

function placed(offset: number | undefined): { readonly offset?: number } {
  return offset === undefined ? {} : { offset };
}

const fixOfRun = '改正这一处；版式的程序一读取就要得出结果。';

function thrownFinding({ file, path, text }: RunnableFile, thrown: Thrown): TemplateFinding {
  const place = placed(thrownAt(thrown, pathToFileURL(path), text));
  const mistake = nameMistake(thrown, path);
  return mistake === undefined
    ? { code: 'template-run', file, ...place, what: `运行到这里出错（${thrown.message}）`, fix: fixOfRun }
    : {
        code: 'template-run',
        file,
        ...place,
        what: mistake,
        fix: '核对这个名字；npm run plan -- types 一次列出所有写错的名字。',
      };
}

/** The message for a mistyped name; undefined for any other error. */
function nameMistake({ message }: Thrown, path: string): string | undefined {
  const [, missing] = /^Cannot find module '([^']*)'/.exec(message) ?? [];
  if (missing !== undefined) return `没有 ${relative(dirname(path), missing).replaceAll('\\', '/')} 这个文件`;
  const [, address = '', name] = /module '([^']*)' does not provide an export named '([^']*)'/.exec(message) ?? [];
  if (name !== undefined) return `${address} 里没有 ${name}`;
  const [, unknown] = /^([\w$]+) is not defined$/.exec(message) ?? [];
  return unknown === undefined ? undefined : `${unknown} 没有定义`;
}

/** What became of each file; fewer than there are files where one of them did not end. */
function runAll(files: readonly RunnableFile[]): Promise<readonly RunResult[]> {
  return new Promise((resolve) => {
    const results: RunResult[] = [];
    const orders = files.map(({ path, folder }): RunOrder => ({ address: pathToFileURL(path).href, folder }));
    const worker = new Worker(new URL('./running-worker.ts', import.meta.url), { workerData: orders, stdout: true });
    const stop = setTimeout(() => void worker.terminate(), longestRun);
    worker.on('message', (result: RunResult) => results.push(result));
    worker.on('error', (error) => {
      results.push({ thrown: { message: String(error), stack: '' }, mistakes: [] });
    });
    worker.once('exit', () => {
      clearTimeout(stop);
      resolve(results);
    });
  });
}

/** The place of an error in the file, from its stack; else where the missing file is imported. */
function thrownAt({ message, stack }: Thrown, { href, pathname }: URL, text: string): number | undefined {
  const frame = stack.split('\n').find((line) => line.includes(href) || line.includes(decodeURI(pathname)));
  const [, row, column = '1'] = /:(\d+)(?::(\d+))?\)?$/.exec(frame ?? '') ?? [];
  if (row === undefined) {
    const [, name = ''] = /^Cannot find module '[^']*?([^/']+)'/.exec(message) ?? [];
    const at = name === '' ? -1 : text.indexOf(name);
    return at < 0 ? undefined : at;
  }
  const before = text.split('\n').slice(0, Number(row) - 1);
  return before.reduce((sum, line) => sum + line.length + 1, 0) + Number(column) - 1;
}
