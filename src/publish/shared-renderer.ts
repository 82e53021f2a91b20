import { availableParallelism } from 'node:os';
import type { CompileThread } from './compile-thread.ts';
import type { CompiledEntry, EntrySource, Renderer } from './entry-renderer.ts';

/** Entries that wait at once, from which on a thread is worth its second of starting. */
const worthAThread = 60;
/** Entries that a thread has in hand, so that it need not wait for this one, which is busy itself. */
const aheadOfIt = 6;
const mostThreads = 4;

interface Task {
  readonly source: EntrySource;
  readonly resolve: (entry: CompiledEntry | Promise<CompiledEntry>) => void;
}

/** Compiles one entry after the other; while many wait, threads compile others beside it. */
export class SharedRenderer implements Renderer {
  readonly #own: Renderer;
  readonly #start: () => CompileThread;
  readonly #most: number;
  readonly #waiting: Task[] = [];
  readonly #threads: CompileThread[] = [];
  #started = 0;
  #busy = false;

  /**
   * @param own compiles here
   * @param start starts a thread that compiles the same
   * @param threads how many there may be beside this one
   */
  constructor(own: Renderer, start: () => CompileThread, threads = Math.min(mostThreads, availableParallelism() - 1)) {
    this.#own = own;
    this.#start = start;
    this.#most = Math.max(1, threads);
  }

  process(...source: EntrySource): Promise<CompiledEntry> {
    return new Promise((resolve) => {
      this.#waiting.push({ source, resolve });
      this.#turn();
    });
  }

  #turn(): void {
    if (this.#started < this.#most && this.#waiting.length >= worthAThread * (this.#started + 1)) this.#startThread();
    for (const thread of [...this.#threads]) this.#feed(thread);
    if (this.#busy || this.#waiting.length === 0) return;
    this.#busy = true;
    // Whatever else is asked for meanwhile joins the queue first.
    setImmediate(() => {
      void this.#compileNext();
    });
  }

  #startThread(): void {
    this.#started++;
    try {
      this.#threads.push(this.#start());
    } catch {
      // Options that cannot be handed to a thread: everything is compiled here.
      this.#started = this.#most;
    }
  }

  async #compileNext(): Promise<void> {
    const task = this.#waiting.shift();
    if (task !== undefined) {
      const compiled = this.#own.process(...task.source);
      task.resolve(compiled);
      await compiled.catch(() => undefined); // told by whoever asked for it
    }
    this.#busy = false;
    this.#turn();
  }

  #feed(thread: CompileThread): void {
    while (!thread.lost && thread.inHand < aheadOfIt) {
      const task = this.#waiting.pop();
      if (task === undefined) break;
      void thread.compile(task.source).then((entry) => {
        // What went wrong there goes wrong here, with its error.
        task.resolve(entry ?? this.#own.process(...task.source));
        this.#turn();
      });
    }
    // One that was lost is not tried again.
    if (thread.inHand > 0) return;
    this.#threads.splice(this.#threads.indexOf(thread), 1);
    void thread.end();
  }
}
