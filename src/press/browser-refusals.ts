/**
 * Browsers that could not be started on this machine. They are remembered so that the next run computes its cache keys for
 * the browser that works, and an unchanged build starts none.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { BrowserChoice } from './browser-choice.ts';
import { writeWhole } from './write-whole.ts';

const refusals = z.array(z.string());

function fileIn(folder: string): string {
  return join(folder, 'refused.json');
}

async function refusedBefore(folder: string): Promise<readonly string[]> {
  try {
    return refusals.parse(JSON.parse(await readFile(fileIn(folder), 'utf8')));
  } catch {
    return []; // absent or damaged: every browser gets a try
  }
}

/** The choices without those that could not be started before; all of them if none would be left. */
export async function withoutRefused(
  choices: readonly BrowserChoice[],
  folder: string,
): Promise<readonly BrowserChoice[]> {
  const refused = await refusedBefore(folder);
  const left = choices.filter((choice) => !refused.includes(choice.identity));
  return left.length === 0 ? choices : left;
}

/** Notes the browsers that could not be started. */
export async function rememberRefusals(folder: string, refused: readonly BrowserChoice[]): Promise<void> {
  if (refused.length === 0) return;
  const all = new Set([...(await refusedBefore(folder)), ...refused.map((choice) => choice.identity)]);
  await mkdir(folder, { recursive: true });
  await writeWhole(fileIn(folder), JSON.stringify([...all]));
}
