import { cp, mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import serveStatic from 'serve-static';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { pack } from '../../src/fill/packed-text.ts';
import { textHash } from '../../src/document/edits/text-hash.ts';
import { printPolicy } from '../../src/model/shelf/content-security.ts';
import { serve, type SiteServer } from '../../src/press/serve.ts';
import { exhaustive } from '../exhaustive.ts';
import { smuggledHtml, smuggledProse, smuggledValues } from '../unit/smuggled.ts';
import { openAnyBrowser } from './browser.ts';
import { type FixtureSite, makeFixtureSite } from './fixture-site.ts';

/** A shelf whose authors, readers and senders of links all try to run code: nothing may run, on any host. */
const content = resolve(import.meta.dirname, '../fixtures/site/content');
/** Plans of the fixture that hold nothing of the kind. */
const harmless = ['big.mdx', '客服 周计划.mdx'];

let site: FixtureSite;
let withHeaders: SiteServer;
let without: Server;
let browser: Browser;

beforeAll(async () => {
  site = await makeFixtureSite(content);
  const plans = join(site.root, 'content/plans');
  await Promise.all(harmless.map((name) => rm(join(plans, name))));
  await writeSmugglers(plans);
  const built = await site.run('build', [], { PLANSHELF_PDF: 'off', PLANSHELF_FILES: 'off' });
  if (built.code !== 0) throw new Error(built.output);
  await injectHtml(site.dist);
  withHeaders = await serve({ root: site.dist });
  without = await serveBare(site.dist);
  browser = await openAnyBrowser();
}, 600_000);

afterAll(async () => {
  await browser.close();
  await withHeaders.close();
  without.close();
  await site.remove();
});

/** Into how many plans the values are dealt, and how many of these are built. */
const shares = 6;
const valuePlans = exhaustive ? shares : 2;

/** Plans with everything that the check lets pass: prose that is text, and strings wherever front matter has one. */
async function writeSmugglers(plans: string): Promise<void> {
  const source = await readFile(join(plans, 'second.mdx'), 'utf8');
  const [, yaml = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(source) ?? [];
  const prose = [...smuggledProse].flatMap(([name, text]) => (name.startsWith('text-') ? [text] : [])).join('\n\n');
  await writeFile(
    join(plans, 'prose.mdx'),
    `---\n${yaml}\n${stringify({ ignore: ignored })}---\n${body}\n\n## 其他\n\n${prose}\n`,
  );
  for (let at = 0; at < valuePlans; at += 1) {
    const values = smuggledValues.filter((_, index) => index % shares === at);
    const entry = withValues(parse(yaml) as Record<string, unknown>, values);
    await writeFile(join(plans, `value-${at}.mdx`), `---\n${stringify(entry)}---\n${body}`);
  }
}

/** What is no danger: they are rules of style. */
const ignored = ['prose-placeholder', 'punctuation-half-width', 'prose-figure', 'owner-unknown'].map((rule) => ({
  rule,
  reason: '夹带的值',
}));

type Entry = Record<string, unknown>;

/** An entry with the values wherever it has words; each in as many places as take it. */
function withValues(entry: Entry, values: readonly string[]): Entry {
  const valueOf = (index: number): string => values[index % values.length] ?? '';
  const rows = (part: string, ...keys: readonly string[]) =>
    (entry[part] as Entry[]).map((row, index) => ({
      ...row,
      ...Object.fromEntries(
        keys.map((key, at) => [key, key === 'name' ? `${index} ${valueOf(index)}`.slice(0, 40) : valueOf(index + at)]),
      ),
    }));
  const fields = values.map((value, index) => {
    const label = `夹带${index}${value}`.slice(0, 16).trim();
    return { name: `smuggled-${index}`, label, kind: 'text', default: value, hint: value, example: value };
  });
  const all = values.join('');
  return {
    ...entry,
    title: values.reduce((title, value) => (title.length + value.length > 60 ? title : title + value)),
    heading: (fields.map(({ label }) => `【${label}】`).join('') + all).slice(0, 120),
    summary: `夹带的摘要，十个字以上：${all}`.slice(0, 160),
    tags: values.map((value) => value.slice(0, 12)),
    fields: [...(entry['fields'] as unknown[]), ...fields],
    roles: rows('roles', 'duty'),
    kpis: rows('kpis', 'name', 'source'),
    tasks: rows('tasks', 'name', 'measure', 'standard'),
    risks: rows('risks', 'risk', 'signal', 'response'),
    reviews: rows('reviews', 'name', 'what'),
    ignore: ignored,
  };
}

/** As if the check and the compiler had let it through: into a plan's page, and into its paper, which the fill page shows. */
async function injectHtml(dist: string): Promise<void> {
  for (const [path, end] of [
    ['plans/second/index.html', '</article>'],
    ['print/second/meeting/index.html', '</main>'],
  ] as const) {
    const html = await readFile(join(dist, path), 'utf8');
    expect(html).toContain(end);
    await writeFile(
      join(dist, path),
      html.replace(end, () => smuggledHtml.join('\n') + end),
    );
  }
}

/** A host that sends no headers but those of the file. */
async function serveBare(dist: string): Promise<Server> {
  const files = serveStatic(dist);
  const server = createServer((request, response) => {
    files(request, response, () => {
      void readFile(join(dist, '404.html')).then((bytes) => response.writeHead(404).end(bytes));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

const origins = ['with headers', 'without headers'] as const;

function originOf(which: (typeof origins)[number]): string {
  if (which === 'with headers') return withHeaders.origin;
  return `http://127.0.0.1:${(without.address() as AddressInfo).port}`;
}

/** Opens an address and returns what it did that it must not. */
async function violationsAt(page: Page, address: string, ready: (page: Page) => Promise<unknown>): Promise<string[]> {
  const found: string[] = [];
  const { origin } = new URL(address);
  page.removeAllListeners();
  page.on('dialog', (dialog) => {
    found.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('response', (answer) => {
    if (!answer.url().startsWith(origin) && !/^(?:data|blob|about):/.test(answer.url())) found.push(answer.url());
  });
  await page.goto(address);
  await ready(page);
  // A frame that the policy keeps empty never answers; what ran in one would have messaged the top.
  for (const frame of page.frames().filter((each) => each === page.mainFrame() || each.url().startsWith(origin)))
    if (await frame.evaluate(() => '__ran' in window)) found.push(`ran in ${frame.url()}`);
  if (!page.url().startsWith(origin)) found.push(`went to ${page.url()}`);
  return found;
}

const loaded = (page: Page): Promise<unknown> => page.waitForLoadState('load');
const paged = (page: Page): Promise<unknown> => page.waitForSelector('html[data-pages], [role=alert]');
async function framed(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  // A frame of what was smuggled in, which the policy keeps empty, never answers.
  const papers = () => page.frames().filter((frame) => frame.url().startsWith(`${origin}/print/`));
  await expect
    .poll(
      async () => Math.max(0, ...(await Promise.all(papers().map((frame) => frame.locator('.pagedjs_page').count())))),
      { timeout: 60_000, message: page.url() },
    )
    .toBeGreaterThan(0);
}

interface Visit {
  readonly path: string;
  /** Waits until the page has done what it does by itself; `loaded` where nothing is said. */
  readonly ready?: (page: Page) => Promise<unknown>;
}

/** How many pages are open at once: each waits for its own paper most of the time. */
const pagesAtOnce = 3;

/** What pages did that they may not, opened one after the other in each of a few tabs. */
async function violationsOn(which: (typeof origins)[number], visits: readonly Visit[]): Promise<string[]> {
  const context = await browser.newContext();
  await context.route('https://canary.invalid/**', (route) => route.fulfill({ body: 'x' }));
  const found: string[] = [];
  const left = [...visits];
  const visitNext = async (page: Page): Promise<void> => {
    for (let visit = left.shift(); visit !== undefined; visit = left.shift()) {
      // Where only what stands behind # differs, the page would not be loaded again.
      await page.goto('about:blank');
      found.push(...(await violationsAt(page, originOf(which) + visit.path, visit.ready ?? loaded)));
    }
  };
  await Promise.all(Array.from({ length: pagesAtOnce }, async () => visitNext(await context.newPage())));
  await context.close();
  return found;
}

const isFillPage = (path: string): boolean => /^\/plans\/[^/]+\/fill\//.test(path);
const isPaper = (path: string): boolean => path.startsWith('/print/') && !path.startsWith('/print/booklet/');

/** Headers only forbid more than the pages do by themselves: with them, the pages of two plans are enough. */
function isVisited(which: (typeof origins)[number], path: string): boolean {
  return exhaustive || which === 'without headers' || !/\/value-\d/.test(path);
}

/** The addresses of all pages that were built; of every plan, its own, the one to fill it in, and its paper. */
async function builtPages(): Promise<string[]> {
  const names = (await readdir(site.dist, { recursive: true })).filter((name) => name.endsWith('.html')).sort();
  const paths = names.map((name) => `/${name.replace(/index\.html$/, '')}`);
  const plans = await readdir(join(site.root, 'content/plans'));
  expect(plans.length).toBeGreaterThanOrEqual(valuePlans + 2);
  expect(paths.filter((path) => path.startsWith('/plans/') && !isFillPage(path))).toHaveLength(plans.length);
  expect(paths.filter(isFillPage)).toHaveLength(plans.length);
  expect(paths.filter(isPaper)).toHaveLength(plans.length * 3);
  return paths;
}

test.each(origins)(
  'nothing runs on any page, %s',
  async (which) => {
    const paths = (await builtPages()).filter((path) => !isFillPage(path) && isVisited(which, path));
    const visits = paths.map((path) => ({ path, ready: isPaper(path) ? paged : loaded }));
    expect(await violationsOn(which, visits)).toEqual([]);
  },
  600_000,
);

test.each(origins)(
  'nothing runs where a plan is filled in, %s',
  async (which) => {
    const links = smuggledValues.slice(0, exhaustive ? 6 : 2).map(async (value, index) => {
      const version = (index % 2) + 1;
      const draft = JSON.stringify(version === 1 ? sharedDraft(value) : linkedDraft(value));
      return `/plans/second/fill/#draft=${version}.${textHash(draft)}.${await pack(draft)}`;
    });
    const pages = (await builtPages()).filter((path) => isFillPage(path) && isVisited(which, path));
    const paths = [...pages, ...(await Promise.all(links))];
    expect(
      await violationsOn(
        which,
        paths.map((path) => ({ path, ready: framed })),
      ),
    ).toEqual([]);
  },
  600_000,
);

test.each(origins)(
  'addresses are not shown as more than text, %s',
  async (which) => {
    const starts = [
      '/',
      '/nowhere/',
      '/compare/?a=',
      '/?q=',
      '/print/second/meeting/?paper=',
      '/#',
      '/booklet/#booklet=',
    ];
    // Each start with some of the values, each value at some of the starts.
    const visits = smuggledValues.slice(0, exhaustive ? smuggledValues.length : starts.length).map((value, index) => ({
      path: `${starts[index % starts.length] ?? '/'}${encodeURIComponent(value)}`,
    }));
    expect(await violationsOn(which, visits)).toEqual([]);
  },
  600_000,
);

/** HTML in every part of a draft, and names that objects have of themselves. */
function sharedDraft(value: string) {
  return {
    format: 'planshelf.draft',
    version: 1,
    plan: 'second',
    planDigest: value.slice(0, 64),
    name: value,
    updated: '2026-11-20T08:00:00.000Z',
    values: { organization: value, year: value, start: value, rate: value, ['__proto__']: 'x', constructor: 'x' },
    people: { 客服主管: value },
    edits: [
      { kind: 'row', id: 'a', table: 'tasks', cells: { name: value, owner: value } },
      { kind: 'text', at: value, text: value },
    ],
  };
}

/** The same as links of the second version hold it. */
function linkedDraft(value: string): unknown {
  const { plan, planDigest, name, updated, values, people } = sharedDraft(value);
  const edits = [
    ['tasks', 'a', { name: value, owner: value }],
    [value, value],
  ];
  return { plan, planDigest, name, updated, values, people, edits };
}

test('every print document carries the policy, before all that it is about', async () => {
  expect(printPolicy).toContain("connect-src 'none'");
  const names = (await readdir(join(site.dist, 'print'), { recursive: true })).filter((name) => name.endsWith('.html'));
  expect(names.length).toBeGreaterThan((valuePlans + 2) * 3);
  for (const name of names) {
    const html = await readFile(join(site.dist, 'print', name), 'utf8');
    const head = `<head><meta http-equiv="Content-Security-Policy" content="${printPolicy}">`;
    expect(html.indexOf(head), name).toBeGreaterThan(0);
    expect(html.indexOf(head), name).toBeLessThan(html.search(/<(?:script|link|style)\b/));
  }
});

test('a drawing is published as a picture, and its file is not', async () => {
  const files = (await readdir(join(site.dist, 'plans'), { recursive: true })).filter((name) => name.endsWith('.svg'));
  expect(files.length).toBeGreaterThan(0);
  for (const name of files) {
    expect(await readFile(join(site.dist, 'plans', name), 'utf8')).toMatch(
      /^<svg [^>]*width="200" height="60"[^>]*><image [^>]*href="data:image\/png;base64,[^"]+"\/><\/svg>\n$/,
    );
  }
  const everywhere = await readdir(site.dist, { recursive: true });
  expect(everywhere.filter((name) => /script.*\.svg$/.test(name))).toEqual([]);
});

test('what was not checked is not built', async () => {
  const outside = join(site.root, 'elsewhere');
  await mkdir(outside);
  await cp(join(site.root, 'content/plans/second.mdx'), join(outside, 'third.mdx'));
  await symlink(outside, join(site.root, 'content/plans/linked'));
  const before = await readFile(join(site.dist, 'index.html'), 'utf8');
  const { code, output } = await site.run('build', [], { PLANSHELF_PDF: 'off', PLANSHELF_FILES: 'off' });
  expect(output).toContain('content/plans/linked 错误 content-link');
  expect(code).toBe(1);
  expect(await readFile(join(site.dist, 'index.html'), 'utf8')).toBe(before);
});
