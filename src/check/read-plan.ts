import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listEntries } from './load.ts';
import { readYaml } from './data/yaml-content.ts';
import { findFrontMatter } from '../markdown/find-front-matter.ts';
import { type Plan, planSchema, toPlan } from '../model/plan.ts';
import { slugOf } from '../model/slug.ts';

/** Where every plan of a project stands, by slug. */
export async function planPaths(root: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await listEntries(root)).map((path) => [slugOf(path), path]));
}

/** Every plan of a project by slug, from its front matter. Throws when one cannot be read; `check` says what is wrong. */
export async function readPlans(root: string): Promise<ReadonlyMap<string, Plan>> {
  const plans = new Map<string, Plan>();
  for (const [slug, path] of await planPaths(root)) plans.set(slug, await readPlan(root, slug, path));
  return plans;
}

/** The front matter of an entry is missing or wrong. */
class UnreadableEntryError extends Error {
  override name = 'UnreadableEntryError';

  constructor(path: string) {
    super(`${path} 的数据部分读不出来，没有生成任何文件。运行 npm run plan -- check ${path} 看哪里要改。`);
  }
}

/** One plan, from the front matter of its entry. Throws as {@link readPlans} does. */
async function readPlan(root: string, slug: string, path: string): Promise<Plan> {
  return planIn(await readFile(join(root, path), 'utf8'), slug, path);
}

/** The same from the text of the entry. */
export function planIn(text: string, slug: string, path: string): Plan {
  const found = findFrontMatter(text);
  const read = typeof found === 'string' ? undefined : readYaml(text.slice(found.start, found.end));
  const parsed = read !== undefined && 'content' in read ? planSchema.safeParse(read.content) : undefined;
  if (parsed?.success !== true) throw new UnreadableEntryError(path);
  return toPlan(slug, parsed.data);
}
