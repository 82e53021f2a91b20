/** A thread that makes the search index of a site: it is told page after page, and at last to write. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { makeSearchIndex } from './search-index.ts';

const { site } = z.object({ site: z.url() }).parse(workerData);
const messageSchema = z.union([z.object({ page: z.url() }), z.object({ write: z.literal(true) })]);

/** Pages that have come and are not yet taken; undefined stands behind the last. */
const pages: (URL | undefined)[] = [];
let wake: (() => void) | undefined;

parentPort?.on('message', (given: unknown) => {
  const message = messageSchema.parse(given);
  pages.push('page' in message ? new URL(message.page) : undefined);
  wake?.();
});

async function nextPage(): Promise<URL | undefined> {
  while (pages.length === 0)
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  return pages.shift();
}

parentPort?.postMessage(await makeSearchIndex(new URL(site), nextPage));
