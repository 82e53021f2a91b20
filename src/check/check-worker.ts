/** One of the threads that check a large shelf together. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { checkAlone } from './check-entries.ts';
import { loadSurroundings, readEntryFiles } from './load.ts';

const { root, paths } = z.object({ root: z.string(), paths: z.array(z.string()) }).parse(workerData);
parentPort?.postMessage(checkAlone(readEntryFiles(root, paths), await loadSurroundings(root)));
