/** Two commands at once in one checkout: both are right, or one waits or is refused; never an empty or half shelf. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type FixtureSite, makeFixtureSite, ownEnvironment } from '../e2e/fixture-site.ts';
import { freePort } from '../e2e/free-port.ts';
import { brokenFiles, digestsOf } from '../e2e/whole-files.ts';

const content = resolve(import.meta.dirname, '../fixtures/site/content');
const astro = 'node_modules/astro/bin/astro.mjs';
const own = 'src/cli/planshelf.mjs';

/** What a command is started with, and the folder of what it makes. */
const commands: Readonly<Record<string, { readonly args: readonly string[]; readonly out?: string }>> = {
  'astro build': { args: [astro, 'build'], out: 'dist' },
  'astro build --force': { args: [astro, 'build', '--force'], out: 'dist' },
  build: { args: [own, 'build'], out: 'dist' },
  'build --force': { args: [own, 'build', '--force'], out: 'dist' },
  pdf: { args: [own, 'pdf', '--out', 'prints'], out: 'prints' },
  'pdf --force': { args: [own, 'pdf', '--out', 'prints', '--force'], out: 'prints' },
  fill: {
    args: [own, 'fill', 'second', '--values', 'values.yaml', '--format', 'pdf,docx', '--out', 'one'],
    out: 'one',
  },
  'fill rows': {
    args: [own, 'fill', 'big', '--rows', 'rows.csv', '--format', 'pdf,json', '--out', 'rows'],
    out: 'rows',
  },
  booklet: { args: [own, 'booklet', 'second', 'big', '--title', '会议', '--out', 'booklet'], out: 'booklet' },
  sync: { args: [own, 'sync'] },
};

const pairs: readonly (readonly [string, string])[] = [
  ['astro build', 'astro build'],
  ['astro build', 'astro build --force'],
  ['astro build --force', 'astro build --force'],
  ['build', 'build --force'],
  ['build --force', 'astro build'],
  ['build', 'pdf'],
  ['build --force', 'pdf --force'],
  ['build', 'fill'],
  ['build --force', 'fill rows'],
  ['build', 'booklet'],
  ['build --force', 'sync'],
  ['pdf', 'pdf --force'],
  ['pdf', 'fill'],
  ['pdf --force', 'booklet'],
  ['fill', 'fill'],
  ['fill', 'fill rows'],
  ['fill rows', 'booklet'],
  ['booklet', 'booklet'],
];

let site: FixtureSite;
const whole = new Map<string, Record<string, string>>();

beforeAll(async () => {
  site = await makeFixtureSite(content);
  await writeFile(join(site.root, 'values.yaml'), 'values:\n  单位名称: 东区\n');
  await writeFile(join(site.root, 'rows.csv'), '单位名称\n东区\n西区\n');
  for (const { args, out } of Object.values(commands)) {
    if (out === undefined || whole.has(out)) continue;
    const { code, output } = await start(args);
    expect(code, output).toBe(0);
    whole.set(out, await digestsOf(join(site.root, out)));
  }
});

afterAll(() => site.remove());

/** Every command has something to make; the shelf of the build before stays. */
beforeEach(async () => {
  const made = [
    'prints',
    'one',
    'rows',
    'booklet',
    '.cache/print-site',
    '.cache/print-site.sha256',
    '.cache/press/pdf',
  ];
  for (const name of [...made, '.cache/data-store.json', '.cache/plans'])
    await rm(join(site.root, name), { recursive: true, force: true });
});

function spawned(args: readonly string[]): { readonly child: ChildProcess; readonly output: () => string } {
  const child = spawn(process.execPath, args, {
    cwd: site.root,
    env: { ...ownEnvironment(), ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DEV_BACKGROUND: '0', NO_COLOR: '1' },
  });
  let output = '';
  const listen = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return { child, output: () => output };
}

async function start(args: readonly string[]) {
  const { child, output } = spawned(args);
  await once(child, 'close');
  return { code: child.exitCode, output: output() };
}

/** Of two that may be the same command, and make the same. */
async function expectWhole(name: string): Promise<void> {
  const out = commands[name]?.out;
  if (out === undefined) return;
  expect(await brokenFiles(join(site.root, out))).toEqual([]);
  expect(await digestsOf(join(site.root, out))).toEqual(whole.get(out));
}

test.each(pairs)('%s beside %s', async (one, other) => {
  const late = Math.random() < 0.5 ? 0 : Math.random() * 3000;
  const begun = [start(commands[one]?.args ?? []), pause(late).then(() => start(commands[other]?.args ?? []))];
  const ends = await Promise.all(begun);
  const told = ends.map(({ output }) => output).join('\n— — —\n');
  expect(ends.filter(({ code }) => code === 0).length, told).toBeGreaterThan(0);
  for (const [index, { code, output }] of ends.entries()) {
    if (code === 0) await expectWhole(index === 0 ? one : other);
    else {
      expect(output).toContain('另一个命令正在生成文件');
      expect(code).toBe(1);
    }
  }
  await expectWhole('build');
});

test.each(pairs.filter((_, index) => index % 3 === 0))('%s beside %s, which waits', async (one, other) => {
  const [first, second] = await Promise.all([
    start([...(commands[one]?.args ?? []), '--wait']),
    start([...(commands[other]?.args ?? []), '--wait']),
  ]);
  const told = `${first.output}\n— — —\n${second.output}`;
  expect([first.code, second.code], told).toEqual([0, 0]);
  expect(told).toContain('等它结束');
  for (const name of [one, other, 'build']) await expectWhole(name);
});

test.each(['build', 'astro build --force', 'fill', 'pdf'])(
  '%s beside a development server that starts',
  async (name) => {
    const port = await freePort();
    const { child, output } = spawned([own, 'dev', '--port', String(port)]);
    const { code, output: said } = await start(commands[name]?.args ?? []);
    expect(code, said).toBe(0);
    await expect.poll(output, { timeout: 120_000 }).toContain(String(port));
    const page = await fetch(`http://localhost:${port}/plans/second/`);
    expect(page.status, output()).toBe(200);
    expect(await page.text()).toContain('</html>');
    // A second one is refused, naming the first.
    const second = await start([own, 'dev', '--port', String(port)]);
    expect(second.output).toContain(`已经在运行（进程 ${child.pid ?? 0}）`);
    expect(second.code).toBe(1);
    child.kill('SIGTERM');
    await once(child, 'close');
    for (const made of [name, 'build']) await expectWhole(made);
  },
);

test('a reader of the shelf finds it whole while it is built anew', async () => {
  const { child, output } = spawned([own, 'serve', '--port', String(await freePort())]);
  await expect.poll(output).toContain('http://');
  const address = /http:\S+/.exec(output())?.[0] ?? '';
  const building = start([own, 'build', '--force']);
  const statuses = new Set<number>();
  for (let ended = false; !ended;) {
    const look = fetch(`${address}plans/second/`).then(({ status }) => statuses.add(status));
    ended = await Promise.race([building.then(() => true), Promise.all([look, pause(2)]).then(() => false)]);
  }
  child.kill('SIGTERM');
  expect((await building).code).toBe(0);
  expect([...statuses]).toEqual([200]);
});
