/** One of the threads that write the files of a large shelf. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { readPlans } from './read-plan.ts';
import { writeShare } from './write-plan-files.ts';

const share = z.object({ root: z.string(), site: z.string(), index: z.number(), count: z.number() }).parse(workerData);
parentPort?.postMessage(await writeShare(await readPlans(share.root), share));
