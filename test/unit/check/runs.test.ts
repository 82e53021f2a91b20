import { describe, expect, test } from 'vitest';
import { checkEntries } from '../../../src/check/check-entries.ts';
import { report } from '../../../src/check/report.ts';
import { entryFile, plainContext, problemsOf, validEntry } from './base-entry.ts';

describe('50 problems in 20 files', () => {
  const files = Array.from({ length: 20 }, (_, i) => {
    // Every file has two misspelt keys, every second one a third mistake: 20 × 2 + 10.
    const text = validEntry.replace('level: personal', 'level: personal\ncolour: red\nsize: 3');
    const name = `content/plans/plan-${String(20 - i).padStart(2, '0')}.mdx`;
    return entryFile(i % 2 === 0 ? text.replace('industry: property', 'industry: nowhere') : text, name);
  });
  const problems = checkEntries(files, plainContext);

  test('are all reported', () => {
    expect(problems).toHaveLength(50);
  });

  test('are sorted by file and line, whatever the order of the files', () => {
    const places = problems.map(({ file, position }) => [file, position.kind === 'point' ? position.line : 0] as const);
    const sorted = places.toSorted(([a, i], [b, j]) => (a < b ? -1 : a > b ? 1 : i - j));
    expect(places).toEqual(sorted);
    expect(places[0]?.[0]).toBe('content/plans/plan-01.mdx');
  });

  test('are summed up at the end', () => {
    const last = report(problems, files.length, 'text').split('\n').at(-1);
    expect(last).toBe('检查了 20 份计划：20 份有问题，错误 50 个，警告 0 个。');
  });
});

describe('ignore', () => {
  const ignoring = (text: string, ...rules: string[]): string =>
    text.replace(
      'risks: []',
      `risks: []\nignore:\n${rules.map((rule) => `  - { rule: ${rule}, reason: 由集团统一规定 }`).join('\n')}`,
    );
  const codesOf = (text: string): string[] => problemsOf(text).map(({ code }) => code);
  const light = validEntry.replace('weight: 100', 'weight: 80');

  test('switches an optional rule off', () => {
    expect(codesOf(light)).toEqual(['kpi-weights']);
    expect(codesOf(ignoring(light, 'kpi-weights'))).toEqual([]);
  });

  test('switches off no other rule', () => {
    expect(codesOf(ignoring(light, 'kpi-source'))).toEqual(['kpi-weights']);
  });

  test('does not switch off a rule that must be kept', () => {
    const elsewhere = validEntry.replace('industry: property', 'industry: nowhere');
    expect(codesOf(ignoring(elsewhere, 'unknown-industry'))).toEqual(['unknown-industry', 'ignore-unknown']);
  });

  test('asks for a reason', () => {
    expect(codesOf(ignoring(light, 'kpi-weights').replace(', reason: 由集团统一规定', ''))).toEqual([
      'kpi-weights',
      'missing-key',
    ]);
  });
});

test('problems of different parts are reported together although the schema fails', () => {
  const text = validEntry
    .replace('level: personal', 'level: 3')
    .replace('客服员每周', '【没有】客服员每周')
    .replace('    owner: 客服员\n    due', '    owner: 别人\n    due');
  expect(problemsOf(text).map(({ code }) => code)).toEqual(['unknown-value', 'owner-unknown', 'blank-undeclared']);
});

test('a wrong field does not make blanks, targets and computed fields look wrong', () => {
  const text = validEntry.replace('kind: percent', 'kind: percentage');
  expect(problemsOf(text).map(({ code }) => code)).toEqual(['unknown-value']);
});

test('what a computed field refers to is not printed, and may hold any character', () => {
  const field =
    '  - { name: total, label: 合计, kind: computed, compute: { op: sum, of: [satisfaction, ⽤] } }\nroles:\n';
  const text = validEntry.replace('roles:\n', field);
  expect(problemsOf(text).map(({ code }) => code)).not.toContain('character-look-alike');
});

test('a rare character counts as one against the longest length of a field', () => {
  const withSurname = (example: string): string =>
    validEntry.replace(
      'roles:\n',
      `  - { name: surname, label: 姓, kind: text, maxLength: 2, example: ${example} }\nroles:\n`,
    );
  const codesOf = (text: string): string[] => problemsOf(text).map(({ code }) => code);
  expect(codesOf(withSurname('𠮷野'))).toEqual(['field-unused']);
  expect(codesOf(withSurname('𠮷野家'))).toEqual(['field-unused', 'field-limits']);
});

test('two entries whose names make one slug are told apart by file', () => {
  const files = [entryFile(validEntry, 'content/plans/A b.mdx'), entryFile(validEntry, 'content/plans/sub/a-B.mdx')];
  const problems = checkEntries(files, plainContext);
  expect(problems.map(({ code, file }) => [code, file])).toEqual([['slug-duplicate', 'content/plans/sub/a-B.mdx']]);
  expect(problems[0]?.what).toContain('content/plans/A b.mdx');
});

test('entries are taken one at a time', () => {
  let open = 0;
  function* files() {
    for (let i = 0; i < 3; i++) {
      open++;
      expect(open).toBe(1);
      yield entryFile(validEntry, `content/plans/${i}.mdx`);
      open--;
    }
  }
  expect(checkEntries(files(), plainContext)).toEqual([]);
});
