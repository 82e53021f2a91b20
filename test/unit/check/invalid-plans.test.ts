import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CheckUpdate, InvalidPlans } from '../../../src/check/invalid-plans.ts';
import { validEntry } from './base-entry.ts';

let root = '';
let plans: InvalidPlans;

const wrongEntry = validEntry.replace('weight: 100', 'weight: 80');
const pathOf = (name: string): string => `content/plans/${name}.mdx`;

async function save(name: string, text: string): Promise<CheckUpdate> {
  await writeFile(join(root, pathOf(name)), text);
  return plans.check([pathOf(name)]);
}

async function remove(name: string): Promise<CheckUpdate> {
  await rm(join(root, pathOf(name)));
  return plans.check([pathOf(name)]);
}

function seen({ errors, fixed: mended }: CheckUpdate): { errors: string[]; mended: boolean } {
  return { errors: errors.map(({ file, code }) => `${file} ${code}`), mended };
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'planshelf-wrong-'));
  await mkdir(join(root, 'content/plans'), { recursive: true });
  await writeFile(join(root, 'content/industries.yaml'), 'property: 物业\n');
  plans = new InvalidPlans(root);
});

afterEach(() => rm(root, { recursive: true }));

test('a plan is invalid until its last error is fixed', async () => {
  expect(seen(await save('a', wrongEntry))).toEqual({ errors: ['content/plans/a.mdx kpi-weights'], mended: false });
  expect(seen(await plans.check([]))).toEqual({ errors: ['content/plans/a.mdx kpi-weights'], mended: false });
  expect(seen(await save('a', validEntry))).toEqual({ errors: [], mended: true });
  expect(seen(await plans.check([]))).toEqual({ errors: [], mended: false });
});

test('a wrong plan that is deleted is forgotten, and the others are still looked at', async () => {
  await save('a', wrongEntry);
  await save('b', wrongEntry);
  expect(seen(await remove('a'))).toEqual({ errors: ['content/plans/b.mdx kpi-weights'], mended: true });
  expect(seen(await plans.check([]))).toEqual({ errors: ['content/plans/b.mdx kpi-weights'], mended: false });
});

test('a slug that another plan has is wrong, whichever of the two is saved, until one is gone', async () => {
  await save('甲 一', validEntry);
  const both = { errors: ['content/plans/甲-一.mdx slug-duplicate'], mended: false };
  expect(seen(await save('甲-一', validEntry))).toEqual(both);
  expect(seen(await save('甲 一', validEntry))).toEqual(both);
  expect(seen(await remove('甲 一'))).toEqual({ errors: [], mended: true });
});

test('after a look that failed the next one is taken', async () => {
  await rm(join(root, 'content/industries.yaml'));
  await expect(save('a', wrongEntry)).rejects.toThrow('industries.yaml');
  await writeFile(join(root, 'content/industries.yaml'), 'property: 物业\n');
  expect(seen(await plans.check([pathOf('a')])).errors).toEqual(['content/plans/a.mdx kpi-weights']);
});
