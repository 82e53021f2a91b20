/**
 * Browsers that could not be started on this machine. They are remembered so that the next run computes its cache keys for
 * the browser that works, and an unchanged build starts none; after a day each gets another try, since the cause may have been fixed.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { BrowserChoice } from './browser-choice.ts';
import { writeAtomically } from '../write-atomically.ts';

/** When each could not be started, in milliseconds since 1970, by its identity. */
const refusals = z.record(z.string(), z.number());
const rememberedMillis = 24 * 60 * 60 * 1000;

function fileIn(folder: string): string {
  return join(folder, 'refused.json');
}

async function refusedBefore(folder: string): Promise<ReadonlyMap<string, number>> {
  try {
    const all = Object.entries(refusals.parse(JSON.parse(await readFile(fileIn(folder), 'utf8'))));
    return new Map(all.filter(([, at]) => Math.abs(Date.now() - at) < rememberedMillis));
  } catch {
    return new Map(); // absent or damaged: every browser gets a try
  }
}

/** The choices without those that could not be started before; all of them if none would be left. */
export async function withoutRefused(
  choices: readonly BrowserChoice[],
  folder: string,
): Promise<readonly BrowserChoice[]> {
  const refused = await refusedBefore(folder);
  const left = choices.filter((choice) => !refused.has(choice.identity));
  return left.length === 0 ? choices : left;
}

/** Notes the browsers that could not be started. */
export async function rememberRefusals(folder: string, refused: readonly BrowserChoice[]): Promise<void> {
  if (refused.length === 0) return;
  const now = refused.map(({ identity }) => [identity, Date.now()] as const);
  const all = Object.fromEntries([...(await refusedBefore(folder)), ...now]);
  await mkdir(folder, { recursive: true });
  await writeAtomically(fileIn(folder), JSON.stringify(all));
}
