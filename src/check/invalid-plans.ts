import { setImmediate } from 'node:timers/promises';
import { type Problem, compareProblems } from '../model/problem.ts';
import { checkEach, duplicateSlugs } from './check-entries.ts';
import { contentFileProblems } from './content-files.ts';
import { listEntries, loadRuleContext, readEntryFiles } from './load.ts';

/** The result of checking some plans again. */
export interface CheckUpdate {
  /** Of all plans that are known to have errors, sorted by place. */
  readonly errors: readonly Problem[];
  /** Whether a plan that had errors has none any more: its last error is fixed, or the plan was deleted. */
  readonly fixed: boolean;
}

/** The plans of a project that have errors, kept up to date while they are written. */
export class InvalidPlans {
  readonly #root: string;
  #wrong: ReadonlySet<string> = new Set();
  #checking: Promise<unknown> = Promise.resolve();

  constructor(root: string) {
    this.#root = root;
  }

  /**
   * Checks plans that were saved, added or deleted, and again those that had errors; one call after the other. Throws when a file cannot be read.
   */
  check(paths: readonly string[]): Promise<CheckUpdate> {
    const looked = this.#checking.then(() => this.#checkNow(paths));
    // The caller gets the rejection; the next check must still run.
    this.#checking = looked.catch(() => undefined);
    return looked;
  }

  async #checkNow(paths: readonly string[]): Promise<CheckUpdate> {
    const asked = new Set([...paths, ...this.#wrong]);
    if (asked.size === 0) return { errors: [], fixed: false };
    const problems = await problemsOf(this.#root, asked);
    const errors = problems.filter(({ severity }) => severity === 'error').sort(compareProblems);
    const before = this.#wrong;
    this.#wrong = new Set(errors.map(({ file }) => file));
    return { errors, fixed: [...before].some((path) => !this.#wrong.has(path)) };
  }
}

/** Of those that are there; a slug that two plans share is a problem of a plan that may not have been asked for. */
async function problemsOf(root: string, asked: ReadonlySet<string>): Promise<Problem[]> {
  const context = await loadRuleContext(root);
  const entries = await listEntries(root);
  const problems = [...duplicateSlugs(entries), ...(await contentFileProblems(root))];
  const there = entries.filter((path) => asked.has(path));
  for (const file of readEntryFiles(root, there)) {
    problems.push(...checkEach([file], context));
    // The server answers meanwhile.
    await setImmediate();
  }
  return problems;
}
