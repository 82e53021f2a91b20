/** Writes plans' files beside the pages that are still being made: a document in Word's format costs most of a page. */
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { SourceQueue } from './source-queue.ts';
import { type FileCount, type FileFolders, type PlanSource, writePlanFiles } from './write-plan-files.ts';

/** A thread takes half a second to start, in which it could write the files of a few plans. */
const plansWorthAThread = 10;
/**
 * In megabytes. Documents are made of many short-lived parts: with much less room, they are taken for long-lived ones; with
 * twice as much, a thread takes 60 MB more and no less time.
 */
const youngGeneration = 32;

export interface FileWriter {
  /** Takes a plan whose print document is on disk. */
  readonly add: (source: PlanSource) => void;
  /** Ends when all files are written; this thread does its share of what is left. Throws when a plan's could not be. */
  readonly finish: () => Promise<FileCount>;
}

/** @param threads how many there may be beside this one */
export function openFileWriter(folders: FileFolders, threads: number): FileWriter {
  const queue = new SourceQueue();
  const elsewhere: FileThread[] = [];
  return {
    add(source) {
      queue.add(source);
      if (elsewhere.length < threads && queue.length >= plansWorthAThread)
        elsewhere.push(new FileThread(folders, queue));
    },
    async finish() {
      queue.close();
      for (const thread of elsewhere) thread.stayAwake();
      const here = writeFrom(queue, async (source) => {
        // The threads, which wait for their next plan, come first.
        await setImmediate();
        return writePlanFiles(folders, source);
      });
      const all = [here, ...elsewhere.map(({ written }) => written)];
      // Nobody writes any more when a failure is told.
      await Promise.allSettled(all);
      return (await Promise.all(all)).reduce(together);
    },
  };
}

/** Takes plan after plan, until the queue is closed and empty. */
async function writeFrom(queue: SourceQueue, write: (source: PlanSource) => Promise<FileCount>): Promise<FileCount> {
  let count: FileCount = { files: 0, kept: 0 };
  for (let source = await queue.next(); source !== undefined; source = await queue.next())
    count = together(count, await write(source));
  return count;
}

function together(a: FileCount, b: FileCount): FileCount {
  return { files: a.files + b.files, kept: a.kept + b.kept };
}

/** A thread that writes the files of one plan after the other. */
class FileThread {
  /** How many files it has written, once it has ended. */
  readonly written: Promise<FileCount>;
  readonly #worker: Worker;

  constructor(folders: FileFolders, queue: SourceQueue) {
    this.#worker = new Worker(new URL('./file-thread.ts', import.meta.url), {
      workerData: folders,
      resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
    });
    // A build that fails elsewhere ends without waiting for it.
    this.#worker.unref();
    this.written = this.#work(queue);
    // Told by whoever waits for it; until then it is nobody's.
    this.written.catch(() => undefined);
  }

  stayAwake(): void {
    this.#worker.ref();
  }

  async #work(queue: SourceQueue): Promise<FileCount> {
    const count = await writeFrom(queue, (source) => this.#write(source));
    await this.#worker.terminate();
    return count;
  }

  #write(source: PlanSource): Promise<FileCount> {
    return new Promise((resolve, reject) => {
      const ended = (code: number): void => {
        reject(new Error(`写文件的线程结束了，退出码 ${code}`));
      };
      this.#worker.once('message', (count: FileCount) => {
        this.#worker.off('error', reject).off('exit', ended);
        resolve(count);
      });
      this.#worker.once('error', reject).once('exit', ended);
      this.#worker.postMessage(source);
    });
  }
}
