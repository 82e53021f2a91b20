/** Writes the page counts of the PDFs into the pages of the built site. */
import { readFile, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fillPageCounts, type PageCounts } from '../../model/template/page-count.ts';
import type { PressResult } from '../press-job.ts';
import { writeAtomically } from '../write-atomically.ts';

/** The counts of the PDFs that are in place. */
export function pageCountsOf(results: readonly PressResult[]): PageCounts {
  return new Map(
    results.flatMap((result) =>
      result.outcome === 'failed' ? [] : [[`${result.slug}.${result.template}`, result.record.pages] as const],
    ),
  );
}

/** What was made of print documents, and the documents themselves, know nothing of other documents' pages. */
const withoutMarks = new Set(['print', 'pdf', 'pictures', 'fonts', '_astro', 'pagefind']);
const kinds: Readonly<Record<string, 'json' | 'markup'>> = { '.html': 'markup', '.xml': 'markup', '.json': 'json' };

/** @param site folder of the built site */
export async function fillSitePageCounts(site: string, counts: PageCounts): Promise<void> {
  for (const top of await readdir(site, { withFileTypes: true })) {
    if (withoutMarks.has(top.name)) continue;
    const names = top.isDirectory() ? await readdir(join(site, top.name), { recursive: true }) : [''];
    for (const name of names) await fillFile(join(site, top.name, name), counts);
  }
}

async function fillFile(path: string, counts: PageCounts): Promise<void> {
  const kind = kinds[extname(path)];
  if (kind === undefined) return;
  const text = await readFile(path, 'utf8');
  const filled = fillPageCounts(text, kind, counts);
  if (filled !== text) await writeAtomically(path, filled);
}
