import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Folder of the templates, relative to the project's root. */
export const templatesFolder = 'templates';

/** Names of the folders under `templates/`; a project without that folder has none. Throws when it cannot be read. */
export async function listTemplates(root: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, templatesFolder), { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/** Names of those that set one plan, rather than bind several. A template that lacks its description sets none. */
export async function listPlanTemplates(root: string): Promise<readonly string[]> {
  const names = await listTemplates(root);
  const sets = await Promise.all(names.map((name) => setsPlan(join(root, templatesFolder, name, 'template.ts'))));
  return names.filter((_name, index) => sets[index]);
}

async function setsPlan(description: string): Promise<boolean> {
  try {
    return !/^\s*kind:\s*['"]booklet['"]/m.test(await readFile(description, 'utf8'));
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
