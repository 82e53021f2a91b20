import { cp, mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { pack } from '../../src/fill/packed-text.ts';
import { textHash } from '../../src/fill/text-hash.ts';
import { printPolicy } from '../../src/model/content-security.ts';
import { mediaType } from '../../src/press/media-type.ts';
import { serve, type SiteServer } from '../../src/press/serve.ts';
import { smuggledHtml, smuggledProse, smuggledValues } from '../unit/smuggled.ts';
import { openAnyBrowser } from './browser.ts';
import { type FixtureSite, makeFixtureSite } from './fixture-site.ts';

/** A shelf whose authors, readers and senders of links all try to have something run: nothing may, whoever serves it. */
const content = resolve(import.meta.dirname, '../fixtures/site/content');

let site: FixtureSite;
let withHeaders: SiteServer;
let without: Server;
let browser: Browser;

beforeAll(async () => {
  site = await makeFixtureSite(content);
  await writeSmugglers(join(site.root, 'content/plans'));
  const built = await site.run('build', [], { PLANSHELF_PDF: 'off' });
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

/** Plans with everything that the check lets pass: prose that is text, and strings wherever front matter has one. */
async function writeSmugglers(plans: string): Promise<void> {
  const source = await readFile(join(plans, 'second.mdx'), 'utf8');
  const [, yaml = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(source) ?? [];
  const prose = [...smuggledProse].flatMap(([name, text]) => (name.startsWith('text-') ? [text] : [])).join('\n\n');
  await writeFile(
    join(plans, 'prose.mdx'),
    `---\n${yaml}\n${stringify({ ignore: ignored })}---\n${body}\n\n## 其他\n\n${prose}\n`,
  );
  for (let at = 0; at < smuggledValues.length; at += 2) {
    const [title = '', value = ''] = [smuggledValues[at], smuggledValues[at + 1]];
    const entry = withValues(parse(yaml) as Record<string, unknown>, title, value);
    await writeFile(join(plans, `value-${at}.mdx`), `---\n${stringify(entry)}---\n${body}`);
  }
}

/** What is no danger: they are rules of style. */
const ignored = ['prose-placeholder', 'punctuation-half-width', 'prose-figure', 'owner-unknown'].map((rule) => ({
  rule,
  reason: '夹带的值',
}));

interface Named {
  name: string;
  [key: string]: unknown;
}

function withValues(entry: Record<string, unknown>, title: string, value: string): Record<string, unknown> {
  const rename = (part: unknown, keys: readonly string[]) =>
    (part as Named[]).map((item, index) => ({
      ...item,
      ...Object.fromEntries(keys.map((key) => [key, key === 'name' ? `${index} ${value}`.slice(0, 40) : value])),
    }));
  const fields = [{ name: 'smuggled', label: '夹带', kind: 'text', default: value, hint: title, example: title }];
  return {
    ...entry,
    title,
    heading: `【夹带】${value}`,
    summary: `${title}${value} 夹带的摘要，十个字以上`,
    tags: [title.slice(0, 12)],
    fields: [...(entry['fields'] as unknown[]), ...fields],
    kpis: rename(entry['kpis'], ['name', 'source']),
    tasks: rename(entry['tasks'], ['name', 'measure', 'standard']),
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

/** A host that sends no headers but the type. */
async function serveBare(dist: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '').replace(/[?#].*$/, ''));
    const file = join(dist, path.endsWith('/') ? `${path}index.html` : path);
    readFile(file).then(
      (bytes) => response.setHeader('content-type', mediaType(extname(file))).end(bytes),
      () => readFile(join(dist, '404.html')).then((bytes) => response.writeHead(404).end(bytes)),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

const origins = ['with headers', 'without headers'] as const;

function originOf(which: (typeof origins)[number]): string {
  if (which === 'with headers') return withHeaders.origin;
  return `http://127.0.0.1:${(without.address() as AddressInfo).port}`;
}

/** Opens an address and tells what it did that it may not. */
async function misdeeds(page: Page, address: string, settle: (page: Page) => Promise<unknown>): Promise<string[]> {
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
  await settle(page);
  // A frame that the policy keeps empty never answers; what ran in one would have told the top.
  for (const frame of page.frames().filter((each) => each === page.mainFrame() || each.url().startsWith(origin)))
    if (await frame.evaluate(() => '__ran' in window)) found.push(`ran in ${frame.url()}`);
  if (!page.url().startsWith(origin)) found.push(`went to ${page.url()}`);
  return found;
}

const loaded = (page: Page): Promise<unknown> => page.waitForLoadState('load');
const paged = (page: Page): Promise<unknown> => page.waitForSelector('html[data-pages], [role=alert]');
async function framed(page: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        const counts = await Promise.all(page.frames().map((frame) => frame.locator('.pagedjs_page').count()));
        return Math.max(0, ...counts);
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThan(0);
}

test.each(origins)(
  'nothing runs on any page, %s',
  async (which) => {
    const origin = originOf(which);
    const names = (await readdir(site.dist, { recursive: true })).filter((name) => name.endsWith('.html')).sort();
    expect(names.length).toBeGreaterThan(100);
    const page = await browser.newPage();
    await page.route('https://canary.invalid/**', (route) => route.fulfill({ body: 'x' }));
    const found: string[] = [];
    // Each kind of page once for every plan that has something of its own to try.
    for (const name of names) {
      if (/^plans\/[^/]+\/fill\//.test(name)) continue;
      const address = `${origin}/${name.replace(/index\.html$/, '')}`;
      const settle = name.startsWith('print/') && !name.startsWith('print/booklet') ? paged : loaded;
      found.push(...(await misdeeds(page, address, settle)));
    }
    expect(found).toEqual([]);
    await page.close();
  },
  600_000,
);

test.each(origins)(
  'nothing runs where a plan is filled in, %s',
  async (which) => {
    const page = await browser.newPage();
    await page.route('https://canary.invalid/**', (route) => route.fulfill({ body: 'x' }));
    const origin = originOf(which);
    const found: string[] = [];
    for (const slug of ['second', 'prose', 'value-0', 'value-2', 'value-4', 'value-18'])
      found.push(...(await misdeeds(page, `${origin}/plans/${slug}/fill/`, framed)));
    for (const value of smuggledValues.slice(0, 6)) {
      const draft = JSON.stringify(sharedDraft(value));
      const link = `${origin}/plans/second/fill/#draft=1.${textHash(draft)}.${await pack(draft)}`;
      await page.goto('about:blank');
      found.push(...(await misdeeds(page, link, framed)));
    }
    expect(found).toEqual([]);
    await page.close();
  },
  600_000,
);

test.each(origins)(
  'addresses are not shown as more than text, %s',
  async (which) => {
    const page = await browser.newPage();
    const found: string[] = [];
    for (const value of smuggledValues.slice(0, 8))
      for (const path of [
        '/',
        '/nowhere/',
        '/compare/?a=',
        '/?q=',
        '/print/second/meeting/?paper=',
        '/#',
        '/booklet/#booklet=',
      ])
        found.push(...(await misdeeds(page, originOf(which) + path + encodeURIComponent(value), loaded)));
    expect(found).toEqual([]);
    await page.close();
  },
  600_000,
);

/** HTML in every part of a draft, and names that objects have of themselves. */
function sharedDraft(value: string): unknown {
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

test('every print document carries the policy, before all that it is about', async () => {
  const names = (await readdir(join(site.dist, 'print'), { recursive: true })).filter((name) => name.endsWith('.html'));
  expect(names.length).toBeGreaterThan(30);
  for (const name of names) {
    const html = await readFile(join(site.dist, 'print', name), 'utf8');
    const head = `<head><meta http-equiv="Content-Security-Policy" content="${printPolicy}">`;
    expect(html.indexOf(head), name).toBeGreaterThan(0);
    expect(html.indexOf(head), name).toBeLessThan(html.search(/<(?:script|link|style)\b/));
  }
});

test('a drawing is published as a picture, and its file is not', async () => {
  const drawn: string[] = [];
  for (const name of await readdir(join(site.dist, '_astro'))) {
    if (!name.endsWith('.svg')) continue;
    const text = await readFile(join(site.dist, '_astro', name), 'utf8');
    expect(text).toMatch(
      /^<svg [^>]*width="200" height="60"[^>]*><image [^>]*href="data:image\/png;base64,[^"]+"\/><\/svg>\n$/,
    );
    drawn.push(name);
  }
  expect(drawn.length).toBeGreaterThan(0);
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
