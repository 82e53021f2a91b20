/** Worker thread: cuts one font file down to some characters. Compressing a face takes seconds of one core. */
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import subsetFont from 'subset-font';

/** What the thread is started with. */
export interface SubsetOrder {
  readonly path: string;
  readonly characters: string;
  readonly format: 'woff2' | 'woff';
}

const { path, characters, format } = workerData as SubsetOrder;
parentPort?.postMessage(await subsetFont(await readFile(path), characters, { targetFormat: format }));
