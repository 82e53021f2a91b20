/** Writes the files of one plan into a built site, from its entry and its print document. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPrintSource } from '../press/print-source.ts';
import { planFiles } from './plan-files.ts';
import { readPlan } from './read-plan.ts';

/** A plan whose whole text stands in a print document of the built site. */
export interface PlanSource {
  readonly slug: string;
  /** Its entry, relative to the project's root. */
  readonly path: string;
  /** The template that the whole text is read from. */
  readonly template: string;
}

/**
 * @param root of the project
 * @param site folder of the site that is being built, which nobody reads from yet
 * @returns how many files were written
 */
export async function writePlanFiles(
  root: string,
  site: string,
  { slug, path, template }: PlanSource,
): Promise<number> {
  const [plan, { article }] = await Promise.all([readPlan(root, slug, path), readPrintSource(site, slug, template)]);
  const folder = join(site, 'plans', slug);
  await mkdir(folder, { recursive: true });
  const files = await planFiles(plan, article);
  for (const [name, content] of files) await writeFile(join(folder, name), content);
  return files.size;
}
