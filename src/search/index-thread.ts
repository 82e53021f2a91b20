/** A thread that makes the search index of a site: it is told page after page, and at last to write. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openSearchIndex, type SearchIndex } from './search-index.ts';

const { site } = z.object({ site: z.url() }).parse(workerData);
const messageSchema = z.union([z.object({ page: z.url() }), z.object({ write: z.literal(true) })]);

let index: Promise<SearchIndex> | undefined;
let before = Promise.resolve();

parentPort?.on('message', (message: unknown) => {
  // In the order in which the pages come; whoever waits for the index hears of the first that goes wrong.
  before = before.then(() => follow(messageSchema.parse(message)));
  before.catch((error: unknown) => {
    throw error;
  });
});

async function follow(message: z.infer<typeof messageSchema>): Promise<void> {
  const open = await (index ??= openSearchIndex(new URL(site)));
  if ('page' in message) return open.add(new URL(message.page));
  parentPort?.postMessage(await open.write());
  await open.close();
}
