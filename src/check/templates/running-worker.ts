/** The thread of {@link checkRunning}: imports files one after the other and tells what each of them threw. */
import { parentPort, workerData } from 'node:worker_threads';

/** What a file threw. */
export interface Thrown {
  /** Its first line. */
  readonly message: string;
  readonly stack: string;
}

for (const address of workerData as readonly string[]) parentPort?.postMessage(await thrownBy(address));

async function thrownBy(address: string): Promise<Thrown | null> {
  try {
    await import(address);
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    return { message: message.split('\n')[0] ?? '', stack };
  }
}
