import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/cli/command.ts';
import { columnsOf, readRow } from '../../src/cli/fill/rows.ts';
import { decodedTable, readTable } from '../../src/cli/fill/table.ts';
import { readValuesFile } from '../../src/cli/fill/values-file.ts';
import { newDraft } from '../../src/fill/draft.ts';
import { readDraft } from '../../src/fill/draft-read.ts';
import { readShared, shareFragment } from '../../src/fill/draft-share.ts';
import { listEntries } from '../../src/check/load.ts';
import { problemsOf } from './check/base-entry.ts';
import { projectRoot } from './check/fixtures.ts';
import { fullPlan } from './fill/sample-document.ts';
import { fuzzRuns } from '../fuzz-runs.ts';

/**
 * Everything that people hand in, mutated at random: what cannot be read is a problem or a refusal in words, never any other
 * exception, and none takes long.
 */
const longest = 5000;

/** Bytes that break readers: markup, quotes, formulas, control characters, halves of pairs, long runs. */
const splinter = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '<script>',
    '](javascript:',
    '{{',
    '}}',
    '"',
    "'",
    '\\',
    '\0',
    '\uFEFF',
    '\uD800',
    '\u202E',
    '=1+1',
    '@SUM(',
    '\t',
    '\r',
    '\n',
    ',',
    ';',
    '---\n',
    '&a',
    '*a',
    '!!js/function',
    '<<: *a',
    '..',
    '%00',
    '__proto__',
    'constructor',
  ),
  fc.constantFrom('[', '{', '>', '*', '(', '<b>', '- ', '"').map((text) => text.repeat(300)),
);
const cut = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 40 }),
  put: splinter,
});
const cuts = fc.array(cut, { minLength: 1, maxLength: 6 });

function mutated(text: string, changes: readonly { place: number; length: number; put: string }[]): string {
  return changes.reduce((before, { place, length, put }) => {
    const at = Math.floor(place * before.length);
    return before.slice(0, at) + put + before.slice(at + length);
  }, text);
}

/** Runs it; only a refusal in words may come out, and it may not take long. */
function refusedInWords(work: () => unknown): void {
  const started = performance.now();
  try {
    work();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    expect(error.message).not.toBe('');
  }
  expect(performance.now() - started).toBeLessThan(longest);
}

const millis = fuzzRuns * 100 + 60_000;
const names = await listEntries(projectRoot);
const entries = names.map((name) => readFileSync(join(projectRoot, name), 'utf8'));

test(
  'entries',
  () => {
    fc.assert(
      fc.property(fc.constantFrom(...entries), cuts, (entry, changes) => {
        const started = performance.now();
        for (const { what, why, fix } of problemsOf(mutated(entry, changes)))
          expect([what, why, fix]).not.toContain('');
        expect(performance.now() - started).toBeLessThan(longest);
      }),
      { numRuns: fuzzRuns },
    );
  },
  millis,
);

test('hundreds of brackets that are never closed are one mistake, at the first of them', () => {
  for (const bracket of ['{', '[', '- [', 'a: {']) {
    const [problem, ...others] = problemsOf(entries[0]?.replace('---\n', `---\n${bracket.repeat(300)}`) ?? '');
    expect(problem).toMatchObject({ code: 'yaml-syntax', position: { line: 2, column: bracket.length } });
    expect(others).toEqual([]);
  }
});

const draft = newDraft(fullPlan.slug, {
  updated: '2026-11-20T00:00:00.000Z',
  values: { organization: '锦绣物业', satisfaction: 85, start: '2027-01-05' },
  people: { 客服主管: '王芳' },
  edits: [{ kind: 'omit', at: '目标/p1#abc' }],
});

test(
  'share links',
  async () => {
    const shared = await shareFragment(draft);
    const fragment = 'fragment' in shared ? shared.fragment : '';
    expect((await readShared(fragment)).draft).toEqual(draft);
    await fc.assert(
      fc.asyncProperty(cuts, async (changes) => {
        const started = performance.now();
        const { draft: read, problems } = await readShared(mutated(fragment, changes));
        if (read === undefined) expect(problems.length).toBeGreaterThan(0);
        expect(performance.now() - started).toBeLessThan(longest);
      }),
      { numRuns: fuzzRuns },
    );
  },
  millis,
);

test(
  'drafts as files',
  () => {
    const text = JSON.stringify(draft, null, 2);
    fc.assert(
      fc.property(cuts, (changes) => {
        const { draft: read, problems } = readDraft(mutated(text, changes));
        if (read === undefined) expect(problems.length).toBeGreaterThan(0);
        expect(Object.prototype).not.toHaveProperty('polluted');
      }),
      { numRuns: fuzzRuns },
    );
  },
  millis,
);

test(
  'values files',
  () => {
    const texts = [
      'values:\n  单位名称: 锦绣\n  satisfaction: 85%\n  起始日期: 2027/1/5\n  年度: 2027\npeople:\n  客服主管: 王芳\n',
      JSON.stringify(draft, null, 2),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...texts), cuts, (text, changes) => {
        refusedInWords(() => readValuesFile(mutated(text, changes), '值.yaml', fullPlan));
      }),
      { numRuns: fuzzRuns },
    );
  },
  millis,
);

test(
  'tables',
  () => {
    const text = '单位名称,满意度目标,起始日期,客服主管\n锦绣物业,85%,2027-01-05,王芳\n"临江, 苑",90,,\n';
    fc.assert(
      fc.property(cuts, fc.constantFrom('utf8', 'utf16le', 'latin1'), (changes, encoding) => {
        refusedInWords(() => {
          const bytes = new Uint8Array(Buffer.from(mutated(text, changes), encoding));
          const table = readTable(decodedTable(bytes, '名单.csv'), '名单.csv');
          const { columns } = columnsOf(table, fullPlan, draft, '名单.csv');
          for (const row of table.rows) readRow(row, columns, draft, fullPlan);
        });
      }),
      { numRuns: fuzzRuns },
    );
  },
  millis,
);
