import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentSchema } from '../../../src/document/schema.ts';
import { textHash } from '../../../src/document/edits/text-hash.ts';
import { exported } from '../../../src/export/formats.ts';
import { manuscriptOf } from '../../../src/export/manuscript.ts';
import { readSharedBooklet } from '../../../src/fill/booklet-share.ts';
import type { Draft } from '../../../src/fill/draft.ts';
import { type DraftReading, readDraft } from '../../../src/fill/draft-read.ts';
import { readShared } from '../../../src/fill/draft-share.ts';
import { isKept, parseEntry } from '../../../src/fill/draft-shelf.ts';
import { fillPlan } from '../../../src/fill/fill-plan.ts';
import type { Plan } from '../../../src/model/plan.ts';

/**
 * Drafts, links and entries of the browser's storage as version 1 wrote them, with every kind of edit, and what it made of
 * them: the Markdown, the hash of the filled document's JSON, and what it said of edits that it could not make.
 */
const folder = join(import.meta.dirname, '../../fixtures/drafts-1');
const text = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
const json = async <T>(name: string): Promise<T> => JSON.parse(await text(name)) as T;

const plan = await json<Plan>('plan.json');
const document = documentSchema.parse(await json('document.json'));
const drafts = await json<Record<string, Draft>>('drafts.json');
const links = await json<Record<string, string>>('links.json');
const kept = await json<Record<string, string>>('kept.json');
const damaged = await json<Record<string, string>>('damaged.json');
interface Filled {
  readonly document: string;
  readonly conflicts: readonly { readonly reason: string; readonly published?: string }[];
}
const filled = await json<Record<string, Filled>>('filled.json');
const names = Object.keys(filled);

async function made(draft: Draft | undefined): Promise<Filled & { readonly markdown: string }> {
  if (draft === undefined) throw new Error('no draft was read');
  const result = fillPlan(document, plan, draft);
  const file = await exported(manuscriptOf(result, draft, '计划书架', new Date(0)), 'md');
  const conflicts = result.conflicts.map(({ reason, published }) => ({
    reason,
    ...(published !== undefined && { published }),
  }));
  return {
    markdown: withoutLegend(new TextDecoder().decode(file.content)),
    document: textHash(JSON.stringify(result.document)),
    conflicts: sorted(conflicts),
  };
}

/** The words of the chart are the site's, and change with it. */
function withoutLegend(markdown: string): string {
  return markdown.replace(/^<strong>任务进度表.*$/m, '');
}

function sorted(conflicts: Filled['conflicts']): Filled['conflicts'] {
  return conflicts.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

async function expected(name: string): ReturnType<typeof made> {
  const { document: hash = '', conflicts = [] } = filled[name] ?? {};
  return { markdown: withoutLegend(await text(`filled/${name}.md`)), document: hash, conflicts: sorted(conflicts) };
}

const entryOf = (name: string, entry: string | undefined): Draft | undefined => {
  const parsed = parseEntry(name, entry ?? null);
  return parsed !== undefined && isKept(parsed) ? parsed.draft : undefined;
};

test('there are some', () => {
  expect(names.length).toBeGreaterThan(15);
});

test.each(names)('%s: a file is filled in as it was', async (name) => {
  const { draft, problems } = readDraft(JSON.stringify(drafts[name]));
  expect(problems).toEqual([]);
  expect(await made(draft)).toEqual(await expected(name));
});

test.each(names)('%s: a link is', async (name) => {
  const { draft, problems } = await readShared(`#${links[name] ?? ''}`);
  expect(problems).toEqual([]);
  expect(await made(draft)).toEqual(await expected(name));
});

test.each(names)('%s: an entry of the storage is', async (name) => {
  expect(await made(entryOf(name, kept[name]))).toEqual(await expected(name));
});

test('a booklet’s drafts are, with and without templates of its papers', async () => {
  const booklets = await json<Record<string, string>>('booklets.json');
  const draftIn = async (version: string): Promise<Draft | undefined> => {
    const shared = await readSharedBooklet(booklets[version] ?? '');
    return 'papers' in shared ? shared.papers.at(-1)?.draft : undefined;
  };
  expect(await made(await draftIn('1'))).toEqual(await expected('words'));
  expect(await made(await draftIn('2'))).toEqual(await expected('rows'));
});

describe('damaged', () => {
  const codes = ({ problems }: DraftReading): string[] => problems.map(({ code, path }) => `${code} ${path}`);

  test('files are read as far as they can be', async () => {
    expect(codes(readDraft(damaged['cut file'] ?? ''))).toEqual(['not-json ']);
    const entries = readDraft(damaged['damaged entries'] ?? '');
    expect(codes(entries).sort()).toEqual([
      'entry edits.10',
      'entry edits.11',
      'entry edits.9',
      'entry extra',
      'entry values.Bad',
    ]);
    expect(entries.draft?.values).toEqual({ satisfaction: 85 });
    const whole = entries.draft && { ...entries.draft, values: drafts['words']?.values ?? {} };
    expect(await made(whole)).toEqual(await expected('words'));
    const none = readDraft(damaged['edits that are none'] ?? '');
    expect(codes(none)).toEqual(['entry edits']);
    expect(none.draft?.people).toEqual({ 客服主管: '王芳' });
    const oldest = readDraft(damaged['version 0'] ?? '');
    expect(codes(oldest)).toEqual([]);
    expect((await made(oldest.draft)).markdown).toContain('改过的一段');
  });

  test.each(['cut link', 'altered link'])('%s is refused', async (name) => {
    expect(codes(await readShared(damaged[name] ?? ''))).toEqual(['damaged ']);
  });

  test.each(['cut entry', 'altered entry'])('%s is neither taken for a draft nor touched', (name) => {
    expect(entryOf(name, damaged[name])).toBeUndefined();
    expect(parseEntry(name, damaged[name] ?? '')).toMatchObject({ revision: 3 });
  });
});
