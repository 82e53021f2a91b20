import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FixtureSite, makeFixtureSite } from './fixture-site.ts';
import { brokenFiles, digestsOf, type Fault, faultRound, faults } from './fault-rounds.ts';

/** Builds that are killed or find no room: nothing broken is published, and the next build is whole. */
const content = resolve(import.meta.dirname, '../fixtures/site/content');
const rounds = Number(process.env['PLANSHELF_FAULT_ROUNDS'] ?? 4);
const build = ['node_modules/astro/bin/astro.mjs', 'build'];
const run = promisify(execFile);

let site: FixtureSite;
let whole: Record<string, string>;
let buildMillis = 0;

/** What a build makes differs between two builds in nothing but the time that making took. */
async function digests(): Promise<Record<string, string>> {
  const others = await digestsOf(site.dist);
  delete others['/pdf/proof.json'];
  return others;
}

beforeAll(async () => {
  site = await makeFixtureSite(content);
  const started = performance.now();
  const { code, output } = await site.run('build');
  if (code !== 0) throw new Error(output);
  buildMillis = performance.now() - started;
  whole = await digests();
}, 240_000);

afterAll(() => site.remove());

/** Every PDF has to be made again, so that there is something to break. */
async function forget(): Promise<void> {
  await rm(join(site.root, '.cache/press/pdf'), { recursive: true, force: true });
}

test.each(
  Array.from({ length: rounds }, (_, n) => [n + 1, faults[n % faults.length] ?? 'kill node'] as [number, Fault]),
)(
  'round %i: %s',
  async (_, fault) => {
    await forget();
    const before = await digests();
    const moment = Math.random() * buildMillis * 0.9;
    const round = await faultRound(site.root, build, fault, moment);
    const told = `${fault} after ${Math.round(moment)} ms`;
    expect(round.broken, told).toEqual([]);
    expect(round.orphans, told).toBe(0);
    // A build that lost its browser or a page goes on with another one, and publishes.
    if (fault === 'kill node' || fault === 'interrupt') expect(await digests(), told).toEqual(before);
    const next = await site.run('build');
    expect(next.output, told).toContain('失败 0');
    expect(next.code, told).toBe(0);
    expect(Object.keys(await digests()).sort(), told).toEqual(Object.keys(whole).sort());
    expect(await brokenFiles(site.dist), told).toEqual([]);
    const beside = (await readdir(site.root)).filter((name) => /^\.dist/.test(name));
    expect(beside, told).toEqual([]);
    const leftovers = (await readdir(join(site.root, '.cache/press/pdf'))).filter((name) => name.endsWith('.tmp'));
    expect(leftovers, told).toEqual([]);
  },
  120_000,
);

test('a build killed between its two renames is mended by the next', async () => {
  const before = await digests();
  await cp(site.dist, join(site.root, '.dist-previous'), { recursive: true });
  await rm(site.dist, { recursive: true });
  const broken = join(site.root, 'content/plans/broken.mdx');
  await writeFile(broken, 'no front matter');
  expect((await site.run('build')).code).toBe(1);
  await rm(broken);
  expect(await digests()).toEqual(before);
});

/** As root no mode keeps anybody out; mounts do. */
async function mounted(folder: string, options: readonly string[], work: () => Promise<void>): Promise<void> {
  await mkdir(folder, { recursive: true });
  await run('mount', [...options, folder]);
  try {
    await work();
  } finally {
    await run('umount', [folder]);
  }
}

const mayMount = process.platform === 'linux' && process.getuid?.() === 0;

test.runIf(mayMount)(
  'a full disk is named, and leaves the PDFs whole that are there',
  async () => {
    const out = join(site.root, 'small');
    await mounted(out, ['-t', 'tmpfs', '-o', 'size=150k', 'tmpfs'], async () => {
      const { code, output } = await site.run('plan', ['pdf', '--force', '--out', out]);
      expect(output).toContain('磁盘满了，写不下');
      expect(output).toContain('ENOSPC');
      expect(code).toBe(1);
      expect(await brokenFiles(out)).toEqual([]);
      expect((await readdir(out)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    });
    const next = await site.run('plan', ['pdf', '--out', out]);
    expect(next.code).toBe(0);
    const ofPlans = Object.keys(whole).filter((path) => path.endsWith('.pdf') && path !== '/pdf/booklet.pdf');
    expect((await readdir(out)).filter((name) => name.endsWith('.pdf'))).toHaveLength(ofPlans.length);
  },
  120_000,
);

test.runIf(mayMount)(
  'a folder that is read-only is named',
  async () => {
    const out = join(site.root, 'sealed');
    await mounted(out, ['-t', 'tmpfs', '-o', 'ro', 'tmpfs'], async () => {
      const { code, output } = await site.run('plan', ['pdf', '--out', out]);
      expect(output).toContain('文件夹是只读的');
      expect(output).not.toContain('    at ');
      expect(code).toBe(1);
    });
  },
  60_000,
);

test('a clock that jumped: the same bytes, and nothing is thrown away that is in use', async () => {
  expect((await site.run('build')).code).toBe(0);
  const before = await digests();
  const cache = join(site.root, '.cache/press/pdf');
  for (const date of ['2001-01-01', '2099-01-01']) {
    for (const name of await readdir(cache)) await run('touch', ['-d', date, join(cache, name)]);
    const { code, output } = await site.run('build');
    expect(output).toMatch(/生成 0，复用 [1-9]\d*，失败 0/);
    expect(code).toBe(0);
    expect(await digests()).toEqual(before);
  }
});
