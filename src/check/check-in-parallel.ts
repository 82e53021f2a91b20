/** Checks a shelf of any size: a large one in worker threads. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Problem, compareProblems } from '../model/problem.ts';
import { checkEntries, duplicateSlugs } from './check-entries.ts';
import { loadRuleContext, readEntryFiles } from './load.ts';

/** A thread takes half a second to start, in which it could check a hundred plans. */
const plansPerThread = 150;
const maxThreads = 8;
/** In megabytes. With as much as a thread has by itself the check takes twice the memory, and no less time. */
const youngGeneration = 16;

/**
 * @param root of the project
 * @param paths of the entries, relative to it
 * @param threads as many as the machine has processors, unless said otherwise
 * @returns the problems sorted by place, the same whatever the number of threads
 */
export async function checkInParallel(
  root: string,
  paths: readonly string[],
  threads: number = availableParallelism(),
): Promise<readonly Problem[]> {
  const parts = Math.min(threads, maxThreads, Math.floor(paths.length / plansPerThread));
  if (parts < 2) return checkEntries(readEntryFiles(root, paths), await loadRuleContext(root));
  // Every so many-th, so that long plans that stand together do not fall to one thread.
  const shares = Array.from({ length: parts }, (_, part) => paths.filter((_path, index) => index % parts === part));
  const found = await Promise.all(shares.map((share) => checkShare(root, share)));
  return [...found.flat(), ...duplicateSlugs(paths)].sort(compareProblems);
}

function checkShare(root: string, paths: readonly string[]): Promise<readonly Problem[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./check-worker.ts', import.meta.url), {
      workerData: { root, paths },
      resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
    });
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', (code) => {
      // After a message this comes too late to matter.
      reject(new Error(`检查线程结束了，退出码 ${code}`));
    });
  });
}
