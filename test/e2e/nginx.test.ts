import { mkdir, mkdtemp, readFile, readdir, rm, symlink } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { securityHeaders } from '../../src/model/shelf/content-security.ts';
import { openAnyBrowser } from './browser.ts';
import type { FixtureSite } from './fixture-site.ts';
import { freePort } from './free-port.ts';
import { hasNginx, type NginxServer, startNginx } from './nginx-server.ts';
import { sharedSite, teamBase } from './shared-sites.ts';

/** The recipe for nginx, run by nginx: what a recipe says can be read, what it does only be seen. */
const base = teamBase;
const missing = !hasNginx();

if (missing)
  test('nginx is not installed here: its recipe is read (recipes.test.ts), but not run', ({ skip }) => {
    skip('apt-get install nginx');
  });

describe.skipIf(missing)('nginx', () => {
  let site: FixtureSite;
  /** The server's own folders. */
  let place: string;
  let server: NginxServer;
  let browser: Browser;

  beforeAll(async () => {
    site = await sharedSite('team');
    place = await mkdtemp(join(tmpdir(), 'planshelf-nginx-'));
    await mkdir(join(place, 'html/team'), { recursive: true });
    await symlink(site.dist, join(place, 'html/team/plans'));
    server = await startNginx(join(place, 'nginx'), join(place, 'html'), base, await freePort());
    browser = await openAnyBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
    await rm(place, { recursive: true });
  });

  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(server.origin + path, { redirect: 'manual', headers });

  test('takes the recipe without a warning', () => {
    expect(server.verdict).toContain('test is successful');
    expect(server.verdict).not.toMatch(/\[(?:warn|emerg)\]/);
  });

  test('sends every file that was built, as what it is, with every header', async () => {
    const types: Readonly<Record<string, RegExp>> = {
      avif: /^image\/avif$/,
      css: /^text\/css; charset=utf-8$/,
      docx: /^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document$/,
      html: /^text\/html; charset=utf-8$/,
      ics: /^text\/calendar; charset=utf-8$/,
      jpg: /^image\/jpeg$/,
      js: /^(?:text|application)\/javascript; charset=utf-8$/,
      json: /^application\/json; charset=utf-8$/,
      md: /^text\/markdown; charset=utf-8$/,
      pdf: /^application\/pdf$/,
      svg: /^image\/svg\+xml$/,
      txt: /^text\/plain; charset=utf-8$/,
      webp: /^image\/webp$/,
      woff: /^font\/woff$/,
      woff2: /^font\/woff2$/,
      xlsx: /^application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet$/,
      xml: /^text\/xml; charset=utf-8$/,
    };
    const entries = await readdir(site.dist, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const seen = new Set<string>();
    for (const file of files) {
      const path = file.slice(site.dist.length + 1);
      const answer = await ask(base + path.split('/').map(encodeURIComponent).join('/'));
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(answer.status, path).toBe(200);
      expect(bytes.equals(await readFile(file)), path).toBe(true);
      const extension = /\.(\w+)$/.exec(path)?.[1] ?? '';
      // What the search has written is bytes to everybody but itself.
      if (/^pagefind\/.*\.(?:pf_\w+|pagefind)$/.test(path) || path === '_headers') continue;
      seen.add(extension);
      expect(answer.headers.get('content-type'), path).toMatch(types[extension] ?? /^no such type$/);
      for (const [name, value] of Object.entries(securityHeaders)) expect(answer.headers.get(name), path).toBe(value);
      const immutable = path.startsWith('_astro/');
      expect(answer.headers.get('cache-control'), path).toBe(
        immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    }
    expect([...seen].sort()).toEqual(Object.keys(types));
  });

  test('what has not changed is not sent again', async () => {
    const first = await ask(`${base}plans/second/`);
    await first.text();
    const again = await ask(`${base}plans/second/`, { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  test.each([
    ['index.html', 'gzip'],
    ['plans.json', 'gzip'],
    ['plans/second/second.md', 'gzip'],
    ['favicon.svg', 'gzip'],
    ['rss.xml', 'gzip'],
    ['pdf/second.meeting.pdf', undefined],
  ])('%s is compressed: %s', async (path, encoding) => {
    // `fetch` would hide it.
    const headers = await new Promise<Record<string, unknown>>((done) => {
      get(`${server.origin}${base}${path}`, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
        answer.resume();
        done(answer.headers);
      });
    });
    expect(headers['content-encoding']).toBe(encoding);
    if (encoding !== undefined) expect(headers['vary']).toBe('Accept-Encoding');
  });

  test.each([
    ['/', 302, base],
    ['/team/plans', 301, base],
    ['/team/plans/plans/second', 301, '/team/plans/plans/second/'],
    ['/team/plans/plans/second?from=mail', 301, '/team/plans/plans/second/?from=mail'],
  ])('%s leads on, under whatever name it was asked for', async (path, status, target) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('location')).toBe(target);
    expect((await ask(target)).status).toBe(200);
  });

  test.each(['/team/plans/nowhere', '/team/plans/plans/', '/team/plans/pdf/', '/elsewhere', '/team/'])(
    '%s is not there, says the shelf',
    async (path) => {
      const answer = await ask(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toBe(await readFile(join(site.dist, '404.html'), 'utf8'));
      expect(answer.headers.get('content-security-policy')).toBe(securityHeaders['Content-Security-Policy']);
    },
  );

  test('nothing above the site is sent', async () => {
    for (const path of ['/team/plans/../../../nginx/nginx.conf', '/team/plans/%2e%2e/%2e%2e/%2e%2e/nginx/nginx.conf']) {
      const [status] = await new Promise<[number | undefined, string]>((done, fail) => {
        get({ ...portOf(server.origin), path }, (answer) => {
          text(answer).then((body) => {
            done([answer.statusCode, body]);
          }, fail);
        });
      });
      expect([400, 404]).toContain(status);
    }
  });

  async function open(path: string): Promise<{ readonly page: Page; readonly complaints: string[] }> {
    const page = await browser.newPage({ locale: 'zh-CN' });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('response', (answer) => {
      if (answer.status() >= 400) complaints.push(`${answer.status()} ${answer.url()}`);
    });
    await page.goto(server.origin + base + path, { waitUntil: 'networkidle' });
    return { page, complaints };
  }

  test('the shelf is searched, and leads to a plan', async () => {
    const { page, complaints } = await open('');
    await page.keyboard.press('/');
    await page.locator('.shelf-search [role=combobox]').fill('投诉');
    await page.locator('#shelf-results [role=option]').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${base}plans/*/**`);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('a plan being filled shows its pages in their frame', async () => {
    const { page, complaints } = await open('plans/second/fill/');
    await expect.poll(() => framedPages(page), { timeout: 30_000 }).toBeGreaterThan(1);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('a plan is put into a booklet, whose pages are shown in their frame', async () => {
    const { page, complaints } = await open('plans/second/');
    await page.getByRole('button', { name: '加入会议材料' }).click();
    await page.goto(`${server.origin}${base}booklet/`, { waitUntil: 'networkidle' });
    await expect.poll(() => framedPages(page), { timeout: 30_000 }).toBeGreaterThan(3);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('a print document shows its pages', async () => {
    const { page, complaints } = await open('print/second/meeting/');
    await expect.poll(() => page.locator('.pagedjs_page').count(), { timeout: 30_000 }).toBeGreaterThan(1);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

function portOf(origin: string): { readonly host: string; readonly port: string } {
  const { hostname, port } = new URL(origin);
  return { host: hostname, port };
}

async function framedPages(page: Page): Promise<number> {
  const counts = page
    .frames()
    .slice(1)
    .map((frame) => frame.locator('.pagedjs_page').count());
  return Math.max(0, ...(await Promise.all(counts)));
}
