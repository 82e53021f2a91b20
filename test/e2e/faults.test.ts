import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browsersOf, type Fault, faultRound, faults, ofDisk, type Round } from './fault-rounds.ts';
import { type FixtureSite, makeFixtureSite } from './fixture-site.ts';
import { makeSmallDisk, mayMount, mounted, type SmallDisk } from './mounted-place.ts';
import { keepTemplates, smallContent } from './shared-sites.ts';
import { brokenFiles, digestsOf } from './whole-files.ts';

/** Programs that are killed, find no room or no clock: nothing broken stands at a final place, and the next run is whole. */
const possible = faults.filter((fault) => mayMount || !ofDisk.includes(fault));
/** A few rounds on every run, other ones each time; many under `npm run test:long`. */
const count = Number(process.env['PLANSHELF_FAULT_ROUNDS'] ?? 3);
const seed = Number(process.env['PLANSHELF_SEED'] ?? Date.now() % 100_000);
const run = promisify(execFile);

let site: FixtureSite;
let disk: SmallDisk | undefined;
let prints: string;
let struck = 0;

/** What makes files: the whole site, and PDFs into a folder of the writer's choice. */
const programs = {
  build: { args: ['node_modules/astro/bin/astro.mjs', 'build'], out: () => site.dist, again: () => site.run('build') },
  pdf: {
    args: ['src/cli/main.ts', 'pdf', '--out', 'prints'],
    out: () => prints,
    again: () => site.run('plan', ['pdf', '--out', 'prints']),
  },
};
type Program = keyof typeof programs;
const whole = {} as Record<Program, Record<string, string>>;
const millis = {} as Record<Program, number>;

/** Two builds make the same bytes. */
const digests = (program: Program = 'build'): Promise<Record<string, string>> => digestsOf(programs[program].out());

const made = ['press/pdf', 'print-site', 'print-site.sha256'];
/** Pages, and what is made of entries, that a build takes from the one before. */
const kept = ['plans', 'dist', 'incremental-build.json'];

/** It has to be made again, so that there is something to break. */
async function forget(names: readonly string[]): Promise<void> {
  for (const name of names) await rm(join(site.root, '.cache', name), { recursive: true, force: true });
}

/** What a killed program may have left beside final places. */
async function leftovers(program: Program): Promise<readonly string[]> {
  const places = [site.dist, prints, join(site.root, '.cache')];
  const names = await Promise.all(places.map((place) => readdir(place, { recursive: true })));
  const own = program === 'build' ? await readdir(site.root) : []; // what a build left is cleaned up by the next build
  return [...own, ...names.flat()].filter((name) => /^\.dist-|\.tmp$|\.unpacking/.test(name));
}

beforeAll(async () => {
  if (mayMount) disk = await makeSmallDisk(900);
  site = await makeFixtureSite(await smallContent(), disk?.folder);
  await keepTemplates(site, ['meeting', 'one-page', 'booklet']);
  prints = join(site.root, 'prints');
  for (const program of ['build', 'pdf'] as const) {
    await forget([...made, ...kept]);
    const started = performance.now();
    const { code, output } = await programs[program].again();
    if (code !== 0) throw new Error(output);
    millis[program] = performance.now() - started;
    whole[program] = await digests(program);
  }
});

afterAll(async () => {
  await site.remove();
  await disk?.remove();
});

/** How each fault may end, and what must then be said; a fault that comes too late to matter ends well. */
function expectCauseNamed(fault: Fault, { code, signal, output, second }: Round): void {
  if (fault === 'kill node') {
    expect(signal).toBe('SIGKILL');
    return;
  }
  // Astro leaves the signal to the system until the press is there to end in order.
  if (fault === 'interrupt') {
    if (signal !== 'SIGINT' && code !== 0) expect(output).toMatch(/已中断/);
    return;
  }
  if (ofDisk.includes(fault) && code !== 0) {
    expect(code).toBe(1);
    expect(output).toMatch(fault === 'disk full' ? /磁盘满了.*ENOSPC/ : /文件夹是只读的.*EROFS/);
    return;
  }
  // A program goes on after losing its browser, a page or its clock, and beside another one.
  expect(output).toContain('失败 0');
  expect(code).toBe(0);
  if (second === undefined || second.code === 0) return;
  expect(second.output).toContain('另一个命令正在生成文件');
  expect(second.code).toBe(1);
}

/** Faults that strike a build first, and PDFs alone in the next turn; the others the other way round. */
const buildFirst: readonly Fault[] = ['kill node', 'interrupt', 'two at once', 'disk full'];

/** Shares of the program's time at which each round strikes, and where in the list of faults the rounds begin. */
const [first = 0, ...moments] = fc.sample(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  seed,
  numRuns: count + 1,
});
const rounds = moments.map((moment, index): [number, Program, Fault, number] => {
  const n = index + Math.floor(first * possible.length);
  const fault = possible[n % possible.length] ?? 'kill node';
  const isFirstTurn = Math.floor(n / possible.length) % 2 === 0;
  return [n + 1, isFirstTurn === buildFirst.includes(fault) ? 'build' : 'pdf', fault, moment];
});

test.each(rounds)(`round %i, %s: %s (PLANSHELF_SEED=${seed})`, async (n, program, fault, share) => {
  // Every other round has pages to make, every other one pages to take.
  await forget(n % 2 === 0 ? made : [...made, ...kept]);
  if (n % 5 === 0) await rm(join(site.root, '.cache/press/browser'), { recursive: true, force: true });
  const { args, out, again } = programs[program];
  const before = await digests(program);
  const moment = share * millis[program] * 0.9;
  const started = performance.now();
  const round = await faultRound({ root: site.root, program: args, fault, moment, disk });
  if (round.struck) struck += 1;
  // Too late: the machine has become quicker since it was measured.
  else millis[program] = performance.now() - started;
  const told = `${program}: ${fault} after ${Math.round(moment)} of ${Math.round(millis[program])} ms\n${round.output}`;
  expect(await brokenFiles(out()), told).toEqual([]);
  expect(round.orphans, told).toBe(0);
  if (round.struck) expectCauseNamed(fault, round);
  // Unchanged, or made again to the same bytes: neither leaves a file out, nor one that is not of the site.
  expect(await digests(program), told).toEqual(before);
  const next = await again();
  expect(next.output, told).toContain('失败 0');
  expect(next.code, told).toBe(0);
  expect(await digests(program), told).toEqual(whole[program]);
  expect(await leftovers(program), told).toEqual([]);
});

test('most rounds struck a program that ran', () => {
  expect(struck).toBeGreaterThan(count / 2);
});

test('a browser that is left would be seen', async () => {
  const stay = join(site.root, 'chromium');
  await cp('/bin/sleep', stay);
  const sleeping = run(stay, ['60']);
  const ended = sleeping.catch(() => undefined); // it is killed
  expect(await browsersOf(site.root)).toEqual([String(sleeping.child.pid)]);
  sleeping.child.kill();
  await ended;
  await rm(stay);
});

test('a file that is cut short would be seen', async () => {
  const names = Object.keys(await digests());
  for (const type of ['pdf', 'html', 'json', 'xml', 'webp', 'docx', 'xlsx', 'ics']) {
    const name = names.find((path) => path.endsWith(`.${type}`)) ?? `no ${type}`;
    const path = join(site.dist, name);
    await rename(path, `${path}.kept`);
    await run('sh', ['-c', 'head -c 300 "$0.kept" > "$0"', path]);
    expect(await brokenFiles(site.dist)).toEqual([name]);
    await rename(`${path}.kept`, path);
  }
});

test('a build killed between its two renames is recovered by the next', async () => {
  const before = await digests();
  await cp(site.dist, join(site.root, '.dist-previous'), { recursive: true });
  await rm(site.dist, { recursive: true });
  const broken = join(site.root, 'content/plans/broken.mdx');
  await writeFile(broken, 'no front matter');
  expect((await site.run('build')).code).toBe(1);
  await rm(broken);
  expect(await digests()).toEqual(before);
});

test('a command whose build fails ends, and leaves no process running', async () => {
  const page = join(site.root, 'src/pages/rss.xml.ts');
  const before = await readFile(page, 'utf8');
  await writeFile(page, "export function GET() { throw new Error('out of order'); }");
  const { code, output } = await site.run('plan', ['pdf', '--out', 'prints']);
  await writeFile(page, before);
  expect(output).toContain('out of order');
  expect(code).toBe(1);
});

test.runIf(mayMount)('a full disk is named, and leaves the PDFs whole that are there', async () => {
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
  const ofPlans = Object.keys(whole.build).filter((path) => path.endsWith('.pdf') && path !== '/pdf/booklet.pdf');
  expect((await readdir(out)).filter((name) => name.endsWith('.pdf'))).toHaveLength(ofPlans.length);
});

test.runIf(mayMount)('a folder that is read-only is named', async () => {
  const out = join(site.root, 'sealed');
  await mounted(out, ['-t', 'tmpfs', '-o', 'ro', 'tmpfs'], async () => {
    const { code, output } = await site.run('plan', ['pdf', '--out', out]);
    expect(output).toContain('文件夹是只读的');
    expect(output).not.toContain('    at ');
    expect(code).toBe(1);
  });
});

test('file times that jumped: the same bytes, and nothing is thrown away that is in use', async () => {
  expect((await programs.pdf.again()).code).toBe(0);
  const before = await digests('pdf');
  const cache = join(site.root, '.cache/press/pdf');
  for (const date of ['2001-01-01', '2099-01-01']) {
    for (const name of await readdir(cache)) await run('touch', ['-d', date, join(cache, name)]);
    const { code, output } = await programs.pdf.again();
    expect(output).toMatch(/生成 0，复用 [1-9]\d*，失败 0/);
    expect(code).toBe(0);
    expect(await digests('pdf')).toEqual(before);
  }
});
