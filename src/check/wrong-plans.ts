import { setImmediate } from 'node:timers/promises';
import { type Problem, compareProblems } from '../model/problem.ts';
import { checkAlone, sharedSlugs } from './check-entries.ts';
import { contentFileProblems } from './content-files.ts';
import { listEntries, loadSurroundings, readEntryFiles } from './load.ts';

/** What came of a look at some plans. */
export interface Look {
  /** Of all plans that are wrong as far as they were looked at, sorted by place. */
  readonly errors: readonly Problem[];
  /** Whether a plan that had errors has none any more: its last error is fixed, or the plan was deleted. */
  readonly mended: boolean;
}

/** The plans of a project that have errors, kept up to date while they are written. */
export class WrongPlans {
  readonly #root: string;
  #wrong: ReadonlySet<string> = new Set();
  #looking: Promise<unknown> = Promise.resolve();

  constructor(root: string) {
    this.#root = root;
  }

  /**
   * Looks at plans that were saved, added or deleted, and once more at those that are wrong already; one look after the
   * other. Throws when a file cannot be read.
   */
  look(paths: readonly string[]): Promise<Look> {
    const looked = this.#looking.then(() => this.#lookNow(paths));
    // The caller gets the rejection; the next check must still run.
    this.#looking = looked.catch(() => undefined);
    return looked;
  }

  async #lookNow(paths: readonly string[]): Promise<Look> {
    const asked = new Set([...paths, ...this.#wrong]);
    if (asked.size === 0) return { errors: [], mended: false };
    const problems = await problemsOf(this.#root, asked);
    const errors = problems.filter(({ severity }) => severity === 'error').sort(compareProblems);
    const before = this.#wrong;
    this.#wrong = new Set(errors.map(({ file }) => file));
    return { errors, mended: [...before].some((path) => !this.#wrong.has(path)) };
  }
}

/** Of those that are there; a slug that two plans share is a problem of a plan that may not have been asked for. */
async function problemsOf(root: string, asked: ReadonlySet<string>): Promise<Problem[]> {
  const surroundings = await loadSurroundings(root);
  const entries = await listEntries(root);
  const problems = [...sharedSlugs(entries), ...(await contentFileProblems(root))];
  const there = entries.filter((path) => asked.has(path));
  for (const file of readEntryFiles(root, there)) {
    problems.push(...checkAlone([file], surroundings));
    // The server answers meanwhile.
    await setImmediate();
  }
  return problems;
}
