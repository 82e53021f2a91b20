/** A thread that writes the files of plans: it asks for one with each message, and gets the next. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { writePlanFiles } from './write-plan-files.ts';

const folders = z.object({ root: z.string(), site: z.string(), kept: z.string() }).parse(workerData);
const sourceSchema = z.object({ slug: z.string(), path: z.string(), template: z.string() });

parentPort?.on('message', (message: unknown) => {
  void writePlanFiles(folders, sourceSchema.parse(message)).then(
    (count) => parentPort?.postMessage(count),
    (error: unknown) => {
      throw error;
    },
  );
});
