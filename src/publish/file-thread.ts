/** A thread that writes the files of plans: it asks for one with each message, and gets the next. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { writePlanFiles } from './write-plan-files.ts';

const { root, site } = z.object({ root: z.string(), site: z.string() }).parse(workerData);
const sourceSchema = z.object({ slug: z.string(), path: z.string(), template: z.string() });

parentPort?.on('message', (message: unknown) => {
  void writePlanFiles(root, site, sourceSchema.parse(message)).then(
    (files) => parentPort?.postMessage(files),
    (error: unknown) => {
      throw error;
    },
  );
});
