import type { Compiler, CompileThread, Module, Source } from './compile-thread.ts';

/** Entries that wait at once, from which on a thread is worth its second of starting. */
const worthAThread = 60;
/** Entries that a thread has in hand, so that it need not wait for this one, which is busy itself. */
const aheadOfIt = 6;

interface Task {
  readonly source: Source;
  readonly resolve: (module: Module | Promise<Module>) => void;
}

/** Compiles one entry after the other; while many wait, a thread compiles others beside it. */
export class SharedCompiler implements Compiler {
  readonly #own: Compiler;
  readonly #start: () => CompileThread;
  readonly #waiting: Task[] = [];
  #thread: CompileThread | undefined;
  #busy = false;

  constructor(own: Compiler, start: () => CompileThread) {
    this.#own = own;
    this.#start = start;
  }

  process(...source: Source): Promise<Module> {
    return new Promise((resolve) => {
      this.#waiting.push({ source, resolve });
      this.#turn();
    });
  }

  #turn(): void {
    if (this.#waiting.length >= worthAThread) this.#thread ??= this.#start();
    if (this.#thread !== undefined) this.#feed(this.#thread);
    if (this.#busy || this.#waiting.length === 0) return;
    this.#busy = true;
    // Whatever else is asked for meanwhile joins the queue first.
    setImmediate(() => {
      void this.#compileNext();
    });
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
      void thread.compile(task.source).then((module) => {
        // What went wrong there goes wrong here, with its error.
        task.resolve(module ?? this.#own.process(...task.source));
        this.#turn();
      });
    }
    // One that was lost stays where it was: it is not tried again.
    if (thread.inHand > 0 || thread.lost) return;
    this.#thread = undefined;
    void thread.end();
  }
}
