/** Worker thread of {@link checkRunning}: imports files one after the other and reports what is wrong with each. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PrintTemplate } from '../../model/template/print-template.ts';
import { type Mistake, mistakesIn } from './schema.ts';

/** A `template.ts` or `layout.ts`, and the name of its folder. */
export interface RunOrder {
  readonly address: string;
  readonly folder: string;
}

/** What a file threw. */
export interface Thrown {
  readonly message: string;
  readonly stack: string;
}

/** What became of a file: what it threw, or what is wrong in what it exports. */
export interface RunResult {
  readonly thrown?: Thrown;
  readonly mistakes: readonly Mistake[];
}

for (const order of workerData as readonly RunOrder[]) parentPort?.postMessage(await run(order));

async function run({ address, folder }: RunOrder): Promise<RunResult> {
  try {
    if (address.endsWith('/layout.ts')) return { mistakes: mistakesInLayout((await import(address)) as object) };
    const { template } = (await import(address)) as { readonly template?: PrintTemplate };
    const mistakes = mistakesIn(template, folder);
    // A slip in the only function would else be found by the proof of the first PDF.
    if (mistakes.length === 0) template?.runningText({ number: 1, total: 1, title: '' });
    return { mistakes };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    return { thrown: { message: message.split('\n')[0] ?? '', stack }, mistakes: [] };
  }
}

function mistakesInLayout(exported: object): Mistake[] {
  if ('layout' in exported && typeof exported.layout === 'function') return [];
  const fix = '写 export const layout: Layout = (document, options) => …，可照 templates/meeting/layout.ts。';
  return [{ code: 'template-export', path: [], what: '没有导出函数 layout', fix }];
}
