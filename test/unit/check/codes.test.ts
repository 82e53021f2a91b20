import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../src/check/catalogue.ts';
import { report } from '../../../src/check/report.ts';
import { expectFixture } from './expectation.ts';
import { caseFolders, checkPaths, entriesOf, fixturesFolder, projectRoot } from './fixtures.ts';

const codes = Object.keys(catalogue);
const codeFolders = caseFolders.filter((folder) => !folder.startsWith('@'));

test('every code of the catalogue has a folder of cases, and every folder a code', () => {
  expect(codeFolders).toEqual([...codes].sort());
});

describe.each(caseFolders)('%s', (folder) => {
  const paths = entriesOf(folder);

  test('has cases', () => {
    expect(paths.length).toBeGreaterThan(0);
  });

  test('is reported word for word', async () => {
    const problems = await checkPaths(paths);
    expectFixture(join(projectRoot, fixturesFolder, folder, 'expected.txt'), report(problems, paths.length, 'text'));
  });
});

test.each(codeFolders)('%s is what its cases are about', async (folder) => {
  const problems = await checkPaths(entriesOf(folder));
  expect(problems.map(({ code }) => code)).toContain(folder);
});

test('what is no error is not reported', async () => {
  const paths = entriesOf('@none');
  expect(paths.length).toBeGreaterThan(3);
  expect(await checkPaths(paths)).toEqual([]);
});
