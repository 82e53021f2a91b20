/** Makes the search index beside the pages that are still being made. */
import { Worker } from 'node:worker_threads';

export interface IndexWriter {
  /** Takes a page that is on disk. */
  readonly add: (page: URL) => void;
  /** Ends when the index is written. Throws when it could not be. @returns how many pages are in it */
  readonly finish: () => Promise<number>;
}

/** In megabytes. A page at a time needs no more. */
const youngGeneration = 16;

/** @param site root of the site that is being built, with a slash at its end */
export function openIndexWriter(site: URL): IndexWriter {
  const worker = new Worker(new URL('./index-thread.ts', import.meta.url), {
    workerData: { site: site.href },
    resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
  });
  // A build that fails elsewhere ends without waiting for it.
  worker.unref();
  const written = new Promise<number>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', (code) => {
      // After a message this comes too late to matter.
      reject(new Error(`建检索索引的线程结束了，退出码 ${code}`));
    });
  });
  // Told by whoever waits for it; until then it is nobody's.
  written.catch(() => undefined);
  return {
    add(page) {
      worker.postMessage({ page: page.href });
    },
    async finish() {
      worker.ref();
      worker.postMessage({ write: true });
      const pages = await written;
      await worker.terminate();
      return pages;
    },
  };
}
