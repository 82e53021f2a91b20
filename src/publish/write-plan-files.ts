/** Writes the files of plans into a built site: on all processors, since a document in Word's format costs most of a page. */
import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Plan } from '../model/plan.ts';
import { writeWhole } from '../press/write-whole.ts';
import { planFiles } from './plan-files.ts';
import { readPrintSource, wholeTextTemplate } from '../press/print-source.ts';
import { readPlans } from './read-plan.ts';

/** A thread takes half a second to start, in which it could write the files of a few plans. */
const plansWorthAThread = 20;
const mostThreads = 8;

/** A part of the plans: the `index`-th of `count`, from 0. */
export interface Share {
  readonly root: string;
  readonly site: string;
  readonly index: number;
  readonly count: number;
}

/**
 * @param root of the project
 * @param site folder of the built site
 * @param threads as many as the machine has processors, unless said otherwise
 * @returns how many files were written, the same ones whatever the number of threads
 */
export async function writePlanFiles(
  root: string,
  site: string,
  threads: number = availableParallelism(),
): Promise<number> {
  const plans = await readPlans(root);
  const count = Math.max(1, Math.min(threads, mostThreads, Math.floor(plans.size / plansWorthAThread)));
  // This thread takes a share itself.
  const others = Array.from({ length: count - 1 }, (_, index) =>
    writeElsewhere({ root, site, index: index + 1, count }),
  );
  const written = await Promise.all([writeShare(plans, { root, site, index: 0, count }), ...others]);
  return written.reduce((sum, files) => sum + files, 0);
}

/** @returns how many files were written */
export async function writeShare(plans: ReadonlyMap<string, Plan>, { site, index, count }: Share): Promise<number> {
  let files = 0;
  for (const [place, [slug, plan]] of [...plans].entries()) {
    if (place % count !== index) continue;
    const { article } = await readPrintSource(site, slug, await wholeTextTemplate(site, slug));
    const folder = join(site, 'plans', slug);
    await mkdir(folder, { recursive: true });
    for (const [name, content] of await planFiles(plan, article)) {
      await writeWhole(join(folder, name), content);
      files += 1;
    }
  }
  return files;
}

function writeElsewhere(share: Share): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./plan-files-worker.ts', import.meta.url), { workerData: share });
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', (code) => {
      // After a message this comes too late to matter.
      reject(new Error(`写文件的线程结束了，退出码 ${code}`));
    });
  });
}
