import { existsSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { everyDocument, plan } from '../../fixtures/print/documents.ts';
import { agree, freshCache, type PressRun, setUpPress } from '../../fixtures/print/press-run.ts';
import { ownBrowsers, ownRenderers } from '../../fixtures/print/processes.ts';
import type { PressFailure, PressResult } from '../../../src/press/press-job.ts';
import type { ProofResult } from '../../../src/proof/result.ts';

let site: PressRun;

beforeAll(async () => {
  site = await setUpPress([...everyDocument, ...Array.from({ length: 12 }, (_, n) => plan(`plan-${n}`, 8))]);
});

afterAll(() => site.remove());

afterEach(() => {
  vi.unstubAllEnvs();
  expect(ownBrowsers()).toEqual([]);
});

const outcomes = (results: readonly PressResult[]) => [
  ...new Set(results.map((result) => (result.outcome === 'failed' ? result.failures[0].message : result.outcome))),
];
const failureOf = (result: PressResult | undefined): PressFailure | undefined =>
  result?.outcome === 'failed' ? result.failures[0] : undefined;
const pdfs = (jobs = site.jobs) => Promise.all(jobs.map(({ out }) => readFile(out)));
/** Hashes, so that a difference is reported in one line. */
const digests = async (jobs = site.jobs) =>
  (await pdfs(jobs)).map((pdf) => createHash('sha256').update(pdf).digest('hex'));

/** How far down a picture's lowest dark pixel is, as a part of its height. */
async function lowestInk(path: string): Promise<number> {
  const { data, info } = await sharp(path).greyscale().raw().toBuffer({ resolveWithObject: true });
  return Math.floor(data.findLastIndex((grey) => grey < 100) / info.width) / info.height;
}

/** A PDF that is whole begins and ends as one, and its last line says where its table of objects starts. */
function isWhole(pdf: Buffer): boolean {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.subarray(-64).toString('latin1'))?.[1]);
  return pdf.subarray(0, 5).toString() === '%PDF-' && pdf.subarray(start, start + 4).toString() === 'xref';
}

test('makes every PDF, in the order of the jobs, and reports each once', async () => {
  const reported: string[] = [];
  const results = await site.run({ onResult: ({ slug }) => reported.push(slug) });
  expect(outcomes(results)).toEqual(['made']);
  expect(results.map(({ slug }) => slug)).toEqual(site.jobs.map(({ slug }) => slug));
  expect(reported.sort()).toEqual(site.jobs.map(({ slug }) => slug).sort());
  expect((await pdfs()).every(isWhole)).toBe(true);
  const [first] = results;
  expect(first?.outcome === 'failed' ? '' : first?.record.browser).toMatch(/^\w+ \d+\./);
});

test('any order, any number of pages, fresh or warm, two launches: the same bytes', async () => {
  const first = await digests();
  for (const [concurrency, jobs] of [
    [1, site.jobs.toReversed()],
    [3, site.jobs],
  ] as const) {
    await site.run({ force: true, concurrency }, jobs);
    expect(await digests()).toEqual(first);
  }
  const [one] = site.jobs.slice(3, 4);
  if (one) await site.run({ force: true, concurrency: 1 }, [one]);
  expect((await digests())[3]).toBe(first[3]);
});

test('an unchanged run takes everything from the cache and starts neither browser nor server', async () => {
  const first = await digests();
  vi.stubEnv('PLANSHELF_CHROMIUM', '');
  let browsers = 0;
  const results = await site.run({ onResult: () => (browsers += ownBrowsers().length) });
  expect(outcomes(results)).toEqual(['reused']);
  expect(browsers).toBe(0);
  expect(await digests()).toEqual(first);
});

test('one changed document is made again, the others are not', async () => {
  const jobs = site.jobs.map((job) =>
    job.slug === 'links' ? { ...job, html: job.html.replace('末尾', '最后') } : job,
  );
  const results = await site.run({}, jobs);
  expect(results.filter(({ outcome }) => outcome === 'made').map(({ slug }) => slug)).toEqual(['links']);
});

test('pictures of the pages go to their folder, the same in any run, and come from the cache with their PDF', async () => {
  const picturesOut = join(site.folder, 'pictures');
  const jobs = site.jobs.slice(0, 2).map((job) => ({ ...job, picturesOut: join(picturesOut, job.slug) }));
  const pictures = async () => {
    const names = (await readdir(picturesOut, { recursive: true })).filter((name) => /\.\w+$/.test(name)).sort();
    const hashes = names.map(async (name) => [
      name,
      createHash('sha256')
        .update(await readFile(join(picturesOut, name)))
        .digest('hex'),
    ]);
    return Object.fromEntries(await Promise.all(hashes)) as Record<string, string>;
  };
  const before = await digests(jobs);
  // The PDFs are in the cache, but without pictures.
  expect(outcomes(await site.run({}, jobs))).toEqual(['made']);
  expect(await digests(jobs)).toEqual(before);
  const first = await pictures();
  for (const { slug } of jobs) expect(Object.keys(first)).toContain(join(slug, 'meeting-1.480.avif'));
  const { width, height } = await sharp(join(picturesOut, '计划', 'meeting-2.794.webp')).metadata();
  expect({ width, height }).toEqual({ width: 794, height: 1123 });
  expect(await lowestInk(join(picturesOut, '计划', 'meeting-1.794.webp'))).toBeGreaterThan(0.85);
  await rm(picturesOut, { recursive: true });
  expect(outcomes(await site.run({}, jobs))).toEqual(['reused']);
  expect(await pictures()).toEqual(first);
  await rm(picturesOut, { recursive: true });
  await site.run({ force: true, concurrency: 1 }, jobs.toReversed());
  expect(await pictures()).toEqual(first);
});

test('taking pictures of one document does not shift where the links of the next lead', async () => {
  await site.run();
  const jobs = site.jobs
    .filter(({ slug }) => ['wide', 'tall', 'links'].includes(slug))
    .map((job) => ({ ...job, picturesOut: join(site.folder, 'pictures-of-all', job.slug) }));
  expect(jobs.map(({ slug }) => slug)).toEqual(['wide', 'tall', 'links']);
  const before = await digests(jobs);
  await site.run({ force: true, concurrency: 1 }, jobs);
  expect(await digests(jobs)).toEqual(before);
});

test.each([
  [
    'first',
    ['meeting-1.480.avif', 'meeting-1.480.webp', 'meeting-1.794.avif', 'meeting-1.794.webp', 'meeting.share.jpg'],
  ],
  ['none', []],
] as const)('a template may have pictures of the %s page', async (pictures, names) => {
  const picturesOut = join(site.folder, `pictures-${pictures}`);
  const jobs = site.jobs.slice(0, 1).map((job) => ({ ...job, picturesOut, template: { ...job.template, pictures } }));
  await site.run({}, jobs);
  expect(await readdir(picturesOut).catch(() => [])).toEqual(names);
});

test('a changed style sheet makes all again, as a changed font does', async () => {
  const sheet = join(site.dist, '_astro/print.css');
  const before = await readFile(sheet, 'utf8');
  const some = site.jobs.slice(0, 2);
  await writeFile(sheet, before.replace('10.5pt', '11pt'));
  expect(outcomes(await site.run({}, some))).toEqual(['made']);
  await writeFile(sheet, before);
  expect(outcomes(await site.run({}, some))).toEqual(['reused']);
  const font = join(site.dist, 'fonts/serif-400.woff2');
  const face = await readFile(font);
  await writeFile(font, await readFile(join(site.dist, 'fonts/serif-700.woff2')));
  expect(outcomes(await site.run({}, some))).toEqual(['made']);
  await writeFile(font, face);
});

test('a damaged cache entry is made again', async () => {
  const some = site.jobs.slice(0, 1);
  const cacheFolder = await freshCache(site.folder);
  await site.run({ cacheFolder }, some);
  const [first] = await digests(some);
  const entry = (await readdir(join(cacheFolder, 'pdf'))).find((name) => name.endsWith('.pdf')) ?? '';
  await writeFile(join(cacheFolder, 'pdf', entry), first?.slice(0, 9) ?? '');
  expect(outcomes(await site.run({ cacheFolder }, some))).toEqual(['made']);
  expect(await digests(some)).toEqual([first]);
});

test('a document that cannot be set names its reason, and the others go on', async () => {
  const high = '<span style="display: inline-block; padding-top: 400mm">太高</span></main>';
  const jobs = site.jobs.slice(0, 4).map((job, index) => ({
    ...job,
    html: index === 1 ? job.html.replace('</main>', high) : job.html,
    out: job.out.replace('.pdf', '.fail.pdf'),
  }));
  const results = await site.run({ force: true }, jobs);
  expect(results.map(({ outcome }) => outcome)).toEqual(['made', 'failed', 'made', 'made']);
  expect(failureOf(results[1])?.check).toBe('pagination');
  expect(failureOf(results[1])?.message).toContain('太高');
  expect(existsSync(jobs[1]?.out ?? '')).toBe(false);
});

test('a picture that is not there fails its document', async () => {
  const jobs = site.jobs
    .slice(0, 1)
    .map((job) => ({ ...job, html: job.html.replace('</main>', '<img src="/gone.png"></main>') }));
  const [result] = await site.run({}, jobs);
  expect(failureOf(result)?.message).toMatch(/读取失败（404）：.*\/gone\.png/);
});

test('a document without a date fails before anything is printed', async () => {
  const jobs = site.jobs.slice(0, 1).map((job) => ({ ...job, html: job.html.replace('planshelf:updated', 'x') }));
  vi.stubEnv('SOURCE_DATE_EPOCH', '');
  expect(failureOf((await site.run({}, jobs))[0])?.check).toBe('stamp');
});

test('what its proof refuses is not put in place; the PDF of the last run stays', async () => {
  const some = site.jobs.slice(0, 2);
  await site.run({}, some);
  const before = await digests(some);
  const refuse: ProofResult = {
    ok: false,
    pages: 1,
    fonts: [],
    charactersCompared: 1,
    rowsCompared: 1,
    failures: [{ check: 'text', message: '少了一个字', excerpt: '«甲»' }],
  };
  const results = await site.run(
    { force: true, prove: (_, job) => (job === some[0] ? Promise.resolve(refuse) : agree()) },
    some,
  );
  expect(results.map(({ outcome }) => outcome)).toEqual(['failed', 'made']);
  expect(failureOf(results[0])).toEqual(refuse.failures[0]);
  expect(await digests(some)).toEqual(before);
});

test('too slow is a failure', async () => {
  const results = await site.run({ force: true, timeoutMillis: 1 }, site.jobs.slice(0, 1));
  expect(failureOf(results[0])?.message).toContain('没有完成');
});

test('two jobs for one file are refused', async () => {
  const [job] = site.jobs;
  await expect(site.run({}, job ? [job, { ...job }] : [])).rejects.toThrow('两个任务写同一个文件');
});

test.runIf(process.platform === 'linux')('a page that dies is replaced and its job tried again', async () => {
  let killed = 0;
  const results = await site.run({
    force: true,
    onResult: () => {
      if (killed === 0) for (const { pid } of ownRenderers()) killed += Number(process.kill(pid, 'SIGKILL'));
    },
  });
  expect(killed).toBeGreaterThan(0);
  expect(outcomes(results)).toEqual(['made']);
  expect((await pdfs()).every(isWhole)).toBe(true);
});

test.runIf(process.platform === 'linux')(
  'Chromium is killed once in the middle: every PDF comes out whole',
  async () => {
    let killed = 0;
    const results = await site.run({
      force: true,
      onResult: () => {
        if (killed === 0) for (const { pid } of ownBrowsers()) killed += Number(process.kill(pid, 'SIGKILL'));
      },
    });
    expect(killed).toBe(1);
    expect(outcomes(results)).toEqual(['made']);
    expect((await pdfs()).every(isWhole)).toBe(true);
  },
);

test.runIf(process.platform === 'linux')('Chromium is killed again and again: what is in place is whole', async () => {
  const before = await digests();
  let kills = 0;
  let printing = false;
  const timer = setInterval(() => {
    // Not before the first PDF: a browser killed at its very start counts as one that cannot be started at all.
    if (!printing || kills >= 4 || ownRenderers().length === 0) return;
    for (const { pid } of ownBrowsers()) kills += Number(process.kill(pid, 'SIGKILL'));
  }, 200);
  const results = await site
    .run({
      force: true,
      onResult: () => {
        printing = true;
      },
    })
    .finally(() => {
      clearInterval(timer);
    });
  expect(kills).toBeGreaterThan(0);
  expect(results).toHaveLength(site.jobs.length);
  for (const result of results) if (result.outcome === 'failed') expect(result.failures[0].check).toBe('browser');
  expect(await digests()).toEqual(before);
  expect((await site.written()).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('aborted in the middle it stops, leaves no half file and no browser', async () => {
  const before = await digests();
  const stop = new AbortController();
  const results = await site.run({
    force: true,
    signal: stop.signal,
    onResult: () => {
      stop.abort();
    },
  });
  expect(results.length).toBeLessThan(site.jobs.length);
  expect(outcomes(results)).toEqual(['made']);
  expect(await digests()).toEqual(before);
  expect((await site.written()).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('aborted while a PDF is proven it ends with the proof, not before', async () => {
  const stop = new AbortController();
  let proving = 0;
  const prove = async (): Promise<ProofResult> => {
    proving += 1;
    stop.abort();
    await wait(500);
    proving -= 1;
    return agree();
  };
  await site.run({ force: true, concurrency: 1, signal: stop.signal, prove });
  expect(proving).toBe(0);
});

test('aborted before it starts it does nothing', async () => {
  expect(await site.run({ signal: AbortSignal.abort() })).toEqual([]);
});

test('under a base path, the same bytes', async () => {
  const based = await setUpPress([plan('wuye', 3)], '/team/plans/');
  const plain = await setUpPress([plan('wuye', 3)]);
  try {
    await based.run();
    await plain.run();
    expect(await digests(based.jobs)).toEqual(await digests(plain.jobs));
  } finally {
    await Promise.all([based.remove(), plain.remove()]);
  }
});
