/** Worker thread that checks a part of a large shelf. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { checkEach } from './check-entries.ts';
import { loadRuleContext, readEntryFiles } from './load.ts';

const { root, paths } = z.object({ root: z.string(), paths: z.array(z.string()) }).parse(workerData);
parentPort?.postMessage(checkEach(readEntryFiles(root, paths), await loadRuleContext(root)));
