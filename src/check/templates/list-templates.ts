import type { Dirent } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Folder of the templates, relative to the project's root. */
export const templatesFolder = 'templates';

/** Names of the folders under `templates/`; a project without that folder has none. Throws when it cannot be read. */
export async function listTemplates(root: string): Promise<readonly string[]> {
  return (await entriesOf(root)).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/** Style sheets beside those folders, which templates may import, relative to the project's root. */
export async function listSharedSheets(root: string): Promise<readonly string[]> {
  const sheets = (await entriesOf(root)).filter((entry) => entry.isFile() && entry.name.endsWith('.css'));
  return sheets.map((entry) => `${templatesFolder}/${entry.name}`);
}

async function entriesOf(root: string): Promise<readonly Dirent[]> {
  return readdir(join(root, templatesFolder), { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
}

/** Names of those that set one plan, rather than bind several. A template that lacks its description sets none. */
export async function listPlanTemplates(root: string): Promise<readonly string[]> {
  const names = await listTemplates(root);
  const sets = await Promise.all(names.map((name) => setsPlan(join(root, templatesFolder, name, 'template.ts'))));
  return names.filter((_name, index) => sets[index]);
}

/** Whether a `template.ts` is of a template that sets one plan; one that is not there is of none. */
export async function setsPlan(description: string): Promise<boolean> {
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
