import type { PlanSource } from './write-plan-files.ts';

/** Plans that wait for their files to be written; several may take from it. */
export class SourceQueue {
  readonly #waiting: PlanSource[] = [];
  readonly #takers: (() => void)[] = [];
  #closed = false;

  get length(): number {
    return this.#waiting.length;
  }

  add(source: PlanSource): void {
    this.#waiting.push(source);
    this.#takers.shift()?.();
  }

  /** Nothing will be added any more. */
  close(): void {
    this.#closed = true;
    for (const wake of this.#takers.splice(0)) wake();
  }

  /** The next plan, once there is one; undefined when there will be none. */
  async next(): Promise<PlanSource | undefined> {
    while (this.#waiting.length === 0 && !this.#closed)
      await new Promise<void>((resolve) => {
        this.#takers.push(resolve);
      });
    return this.#waiting.shift();
  }
}
