import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagePolicy, printPolicy } from '../../src/model/shelf/content-security.ts';
import { lockBuild } from '../../src/press/site/build-lock.ts';
import { serve, type SiteServer } from '../../src/press/serve.ts';
import { openAnyBrowser } from './browser.ts';
import { linksOfPdf } from './pdf-links.ts';
import { copyOfSite, teamBase } from './shared-sites.ts';
import { unresolvedLinks } from './site-links.ts';

/** A team's shelf: under a base path, printed on several machines, and safe from what is put into its pages. */
const base = teamBase;

let site: Awaited<ReturnType<typeof copyOfSite>>;
let server: SiteServer;
let browser: Browser;

beforeAll(async () => {
  site = await copyOfSite('team');
  server = await serve({ root: site.dist, base });
  browser = await openAnyBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await site.remove();
});

const pdfNames = async (folder: string) => (await readdir(folder)).filter((name) => name.endsWith('.pdf')).sort();

async function digests(folder: string): Promise<Record<string, string>> {
  const names = await pdfNames(folder);
  const hashes = names.map(async (name) => {
    const bytes = await readFile(join(folder, name));
    return [name, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}

async function open(path: string) {
  const page = await browser.newPage({ locale: 'zh-CN' });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to|violates/i.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== server.origin) complaints.push(`asks ${origin}`);
  });
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  return { page, complaints };
}

describe('under a base path', () => {
  test('every link, picture and script of every page leads to a file, and every address of the site in other files', async () => {
    const { checked, unresolved } = await unresolvedLinks(site.dist, base, 'https://team.example');
    expect(unresolved).toEqual([]);
    expect(checked['html']).toBeGreaterThan(100);
    for (const kind of ['css', 'json', 'txt', 'xml']) expect(checked[kind], kind).toBeGreaterThan(0);
  });

  test.each([
    ['a link', 'plans/second/index.html', '"/team/plans/plans/second/fill/"', '"/plans/second/fill/"'],
    ['a link to a place', 'plans/second/index.html', 'href="#', 'href="#no-such-'],
    ['a picture', 'index.html', '/team/plans/pictures/second/', '/team/plans/pictures/third/'],
    [
      'the address that search engines keep',
      'plans/second/index.html',
      'rel="canonical" href="https://team.example/team/',
      'rel="canonical" href="https://team.example/',
    ],
    [
      'the shared picture',
      'plans/second/index.html',
      'og:image" content="https://team.example/team/',
      'og:image" content="https://team.example/',
    ],
    [
      'an address in structured data',
      'plans/second/index.html',
      '"url":"https://team.example/team/',
      '"url":"https://team.example/',
    ],
    [
      'an address in the feed',
      'rss.xml',
      '<link>https://team.example/team/plans/plans/',
      '<link>https://team.example/plans/',
    ],
    [
      'an address in the sitemap',
      'sitemap-0.xml',
      '<loc>https://team.example/team/plans/plans/',
      '<loc>https://team.example/plans/',
    ],
    ['an address in the index for machines', 'plans.json', '/team/plans/pdf/', '/pdf/'],
    ['the sitemap that robots are told of', 'robots.txt', '/team/plans/', '/'],
  ])('%s that is broken would be seen', async (_, name, right, wrong) => {
    const path = join(site.dist, name);
    const text = await readFile(path, 'utf8');
    expect(text).toContain(right);
    await writeFile(path, text.replace(right, wrong));
    const { unresolved } = await unresolvedLinks(site.dist, base, 'https://team.example');
    await writeFile(path, text);
    expect(unresolved.length).toBeGreaterThan(0);
    expect(unresolved.every((found) => found.startsWith(`${name} → `))).toBe(true);
  });

  test('what the search finds is there', async () => {
    const { page } = await open('');
    await page.keyboard.press('/');
    await page.locator('.shelf-search [role=combobox]').fill('投诉');
    const found = page.locator('#shelf-results [role=option]');
    await found.first().waitFor();
    const addresses = await page
      .locator('#shelf-results a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) {
      expect(address).toContain(server.url);
      expect((await page.request.get(address)).status(), address).toBe(200);
    }
    await page.close();
  });

  test('addresses in files for machines begin with site and base path', async () => {
    for (const name of ['sitemap-0.xml', 'rss.xml']) {
      const text = await readFile(join(site.dist, name), 'utf8');
      const addresses = [...text.matchAll(/<(?:loc|link)>([^<]+)</g)].map(([, address]) => address ?? '');
      expect(addresses.length).toBeGreaterThan(2);
      expect(addresses.filter((address) => !address.startsWith(`https://team.example${base}`))).toEqual([]);
    }
  });

  /** Why an address in a PDF leads nowhere. */
  function missing(address: string): string | undefined {
    if (/^(?:mailto|tel):/.test(address)) return undefined;
    const { protocol, origin, pathname } = new URL(address);
    if (protocol !== 'https:') return `${address} is no address of the web`;
    if (origin !== 'https://team.example') return undefined;
    const path = join(site.dist, decodeURIComponent(pathname.slice(base.length)));
    return pathname.startsWith(base) && existsSync(path) ? undefined : `${address} is not there`;
  }

  test('links in PDFs land: on their place in the document, or at an address of another site', async () => {
    const names = await pdfNames(join(site.dist, 'pdf'));
    const found = await Promise.all(
      names.map((name) => linksOfPdf(join(site.dist, 'pdf', name), (address) => missing(address))),
    );
    const broken = found.flatMap(({ broken }, index) => broken.map((link) => `${names[index] ?? ''} → ${link}`));
    expect(broken).toEqual([]);
    // A link to another page of the site is plain text on paper.
    expect(new Set(found.flatMap(({ addresses }) => addresses))).toEqual(new Set(['https://example.com/a?b=1&c=2']));
    expect(names).toContain('booklet.pdf');
    expect(found[names.indexOf('booklet.pdf')]?.within).toBeGreaterThan(3);
  });
});

describe('in parts', () => {
  test('the parts of a run, copied together, are byte for byte one run', async () => {
    const whole = join(site.root, 'whole');
    const united = join(site.root, 'united');
    await mkdir(united);
    // One template is enough: what is dealt out is documents.
    const all = ['pdf', '--force', '--template', 'meeting'];
    expect((await site.run('plan', [...all, '--out', whole])).code).toBe(0);
    for (const part of [1, 2]) {
      const { code, output } = await site.run('plan', [...all, '--shard', `${part}/2`, '--out', united]);
      expect(output).toContain('失败 0');
      expect(code).toBe(0);
    }
    expect(await digests(united)).toEqual(await digests(whole));
    // The booklet belongs to the site, not to a plan.
    const published = (await pdfNames(join(site.dist, 'pdf'))).filter((name) => name.endsWith('.meeting.pdf'));
    expect(published.length).toBeGreaterThan(2);
    expect(Object.keys(await digests(whole))).toEqual(published);
  });

  test('a part that is none is refused', async () => {
    const { code, output } = await site.run('plan', ['pdf', '--shard', '5/4']);
    expect(output).toContain('分片“5/4”不对');
    expect(code).toBe(2);
  });
});

describe('a shelf of one\u2019s own', () => {
  test('is made with one plan and its name on it, for the team alone, builds as it stands, and is not made twice', async () => {
    const project = resolve(import.meta.dirname, '../..');
    const shelf = join(site.root, 'shelves/east');
    // From this project, whose publishing files a fixture site has not.
    const init = () => site.run('plan', ['init', shelf, '--name', '东区"客服"书架', '--internal'], {}, project);
    const made = await init();
    expect(made.output).toContain('书架建好了');
    expect(made.code).toBe(0);
    await symlink(join(project, 'node_modules'), join(shelf, 'node_modules'));
    // To cut them takes longer than the rest of its build.
    await mkdir(join(shelf, '.cache'), { recursive: true });
    await symlink(join(project, '.cache/fonts'), join(shelf, '.cache/fonts'));
    const own = await site.run('build', [], {}, shelf);
    expect(own.output).toContain('失败 0');
    expect(own.code).toBe(0);
    await expectInternal(join(shelf, 'dist'));
    expect(await pdfNames(join(shelf, 'dist/pdf'))).toContain('service-annual.meeting.pdf');
    const before = await readFile(join(shelf, 'package.json'), 'utf8');
    const again = await init();
    expect(again.output).toContain('已经有文件，没有改动它');
    expect(again.code).toBe(2);
    // Others than who made it publish it; and its own checks pass.
    expect((await stat(shelf)).mode & 0o777).toBe((await stat(join(shelf, 'src'))).mode & 0o777);
    const { scripts } = JSON.parse(before) as { scripts: Record<string, string> };
    expect(Object.keys(scripts).filter((script) => script.startsWith('bench'))).toEqual([]);
    const written = await filesUnlike(project, shelf);
    expect(written).toEqual(expect.arrayContaining(['package.json', 'README.md']));
    expect(written.length).toBeLessThan(100);
    const prettier = ['node_modules/prettier/bin/prettier.cjs', '--check', '--ignore-unknown', ...written];
    await promisify(execFile)(process.execPath, prettier, { cwd: shelf });
    expect(await readFile(join(shelf, 'package.json'), 'utf8')).toBe(before);
    expect((await readdir(join(site.root, 'shelves'))).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

/** Files of a shelf that are not those of the project it was made from, which has checked its own. */
async function filesUnlike(project: string, shelf: string): Promise<string[]> {
  const tops = (await readdir(shelf)).filter((name) => !['node_modules', 'dist', '.cache', '.git'].includes(name));
  const found: string[] = [];
  for (const top of tops) {
    const isFolder = (await stat(join(shelf, top))).isDirectory();
    const below = isFolder ? await readdir(join(shelf, top), { recursive: true, withFileTypes: true }) : [];
    const inside = below.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const path of isFolder ? inside : [join(shelf, top)]) {
      const name = relative(shelf, path);
      const origin = await readFile(join(project, name)).catch(() => undefined);
      if (origin?.equals(await readFile(path)) !== true) found.push(name);
    }
  }
  return found;
}

/** The site bears the team's name everywhere, lets no search engine in, and gives nothing away. */
async function expectInternal(dist: string): Promise<void> {
  const files = (await readdir(dist, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const texts = new Map<string, string>();
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name).slice(dist.length + 1);
    if (/\.(?:html|xml|json|txt|js|css|ics|md)$/.test(name)) texts.set(path, await readFile(join(dist, path), 'utf8'));
    if (!/\.(?:docx|xlsx)$/.test(name)) continue;
    for (const [part, bytes] of Object.entries(unzipSync(await readFile(join(dist, path)))))
      texts.set(`${path}/${part}`, new TextDecoder().decode(bytes));
  }
  const holding = (words: RegExp) => [...texts].filter(([, text]) => words.test(text)).map(([path]) => path);
  expect(holding(/计划书架|creativecommons|CC0|rel="license"/)).toEqual([]);
  const pages = [...texts.keys()].filter((path) => path.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(8);
  expect(holding(/<meta name="robots" content="noindex"/).sort()).toEqual(pages.sort());
  expect(holding(/sitemap/)).toEqual([]);
  expect(texts.get('robots.txt')).toBe('User-agent: *\nDisallow: /\n');
  const name = '东区&quot;客服&quot;书架';
  const home = texts.get('index.html') ?? '';
  for (const place of [`<title>${name}：`, `name="description" content="${name}`, `og:site_name" content="${name}"`])
    expect(home).toContain(place);
  expect(home).toContain(`仅供${name}内部使用。`);
  expect(texts.get('rss.xml')).toContain(`<title>${name}</title>`);
  expect(texts.get('plans/service-annual/service-annual.docx/docProps/core.xml')).toContain(
    '<dc:creator>东区"客服"书架</dc:creator>',
  );
}

describe('two at once', () => {
  test('a build beside another one ends with a message, and changes nothing', async () => {
    const unlock = await lockBuild(site.root);
    const before = await digests(join(site.dist, 'pdf'));
    const store = await readFile(join(site.root, '.cache/data-store.json'), 'utf8');
    const commands = [
      ['build', []],
      ['build', ['--force']],
      ['plan', ['build', '--force']],
      ['plan', ['sync']],
      ['plan', ['pdf']],
      ['plan', ['fill', 'second', '--rows', 'rows.csv', '--format', 'json']],
      ['plan', ['booklet', 'second', '--title', '会议']],
    ] as const;
    await writeFile(join(site.root, 'rows.csv'), '单位名称\n东区\n');
    for (const { code, output } of await Promise.all(commands.map(([script, args]) => site.run(script, args)))) {
      expect(output).toContain(`另一个命令正在生成文件（进程 ${process.pid}）`);
      expect(output).not.toContain('    at ');
      expect(code).toBe(1);
    }
    unlock();
    expect(await digests(join(site.dist, 'pdf'))).toEqual(before);
    // Which `astro build --force` empties before any integration hook runs.
    expect(await readFile(join(site.root, '.cache/data-store.json'), 'utf8')).toBe(store);
  });

  test('says on request why a PDF is made again', async () => {
    const plan = join(site.root, 'content/plans/second.mdx');
    await writeFile(plan, (await readFile(plan, 'utf8')).replace('做法见', '具体的做法见'));
    const { output } = await site.run('plan', ['pdf', '--template', 'meeting', '--verbose']);
    expect(output).toContain('planshelf: 要生成 second.meeting.pdf：变了：打印文档');
    expect(output).toContain('planshelf: 复用 big.meeting.pdf');
    expect(output).toMatch(/planshelf: 启动 \w+ \d+/);
  });
});

describe('what a page may run', () => {
  const kinds = [
    ['shelf', ''],
    ['shelf with a search', '?q=满意'],
    ['plan', 'plans/second/'],
    ['filling', 'plans/second/fill/'],
    ['comparison', 'compare/?plans=second,big'],
    ['guide', 'guide/'],
    ['industry', 'industry/property/'],
    ['missing page', 'nowhere/'],
    ['print document', 'print/second/meeting/'],
    ['booklet for print', 'print/booklet/'],
  ] as const;

  test.each(kinds)('%s: does all it has to within its policy, and an injected script does not run', async (_, path) => {
    const { page, complaints } = await open(path);
    expect(complaints).toEqual([]);
    expect(await injected(page)).toEqual([]);
    await page.close();
  });

  test('search, filling and every export go on working', async () => {
    const { page, complaints } = await open('plans/second/fill/');
    await page.getByRole('button', { name: '填入示例' }).click();
    await page.getByRole('button', { name: '导出' }).click();
    const formats = page.getByRole('dialog').locator('.formats button');
    await formats.first().waitFor();
    expect(await formats.count()).toBe(5);
    for (const format of await formats.all()) {
      const [download] = await Promise.all([page.waitForEvent('download'), format.click()]);
      expect(await download.failure()).toBeNull();
    }
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('/');
    await page.locator('dialog.search [role=combobox]').fill('投诉');
    await page.locator('dialog.search [role=option]').first().waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('no page holds a script or a style of its own, nor a handler in an attribute', async () => {
    const names = (await readdir(site.dist, { recursive: true })).filter((name) => name.endsWith('.html'));
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      const html = await readFile(join(site.dist, name), 'utf8');
      expect(html.match(/<script(?![^>]*(?:\bsrc=|type="application\/(?:ld\+)?json"))[^>]*>/g), name).toBeNull();
      expect(html.match(/<style\b|<[a-z][^>]*\son[a-z]+=/g), name).toBeNull();
      // The policy of print documents allows styles, since Paged.js writes them; a width may be one there.
      const print = name.startsWith('print/');
      if (!print) expect(html.match(/<[a-z][^>]*\sstyle=/g), name).toBeNull();
      const policies = [...html.matchAll(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/g)];
      expect(
        policies.map(([, policy]) => policy),
        name,
      ).toEqual([print ? printPolicy : pagePolicy]);
    }
  });

  test('another site cannot frame a print document, even where the host sends no headers', async () => {
    const other = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<iframe src="${server.url}print/second/meeting/"></iframe>`);
    });
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const page = await browser.newPage();
    await page.goto(`http://localhost:${port}/`, { waitUntil: 'networkidle' });
    expect(await textOfFrame(page)).not.toContain('计划');
    await page.route('**/print/**', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ status: answer.status(), contentType: 'text/html', body: await answer.body() });
    });
    await page.goto(`http://localhost:${port}/`, { waitUntil: 'networkidle' });
    await expect.poll(() => textOfFrame(page)).toBe('');
    await page.close();
    await new Promise((done) => other.close(done));
  });
});

async function textOfFrame(page: Page): Promise<string> {
  return (await page.frames()[1]?.evaluate(() => document.body.innerText)) ?? '';
}

/** What ran of scripts that were put into a page in the usual ways. */
async function injected(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const ran: string[] = [];
    Object.assign(window, { ran });
    const script = document.createElement('script');
    script.textContent = 'ran.push("inline script")';
    const frame = document.createElement('iframe');
    frame.srcdoc = '<script>parent.ran.push("srcdoc")</script>';
    const holder = document.createElement('div');
    holder.innerHTML = '<img src="data:," onerror="ran.push(\'handler\')"><svg onload="ran.push(\'svg\')"></svg>';
    document.body.append(script, frame, holder);
    const link = document.createElement('a');
    link.href = 'javascript:ran.push("address")';
    document.body.append(link);
    link.click();
    // Later: what a debugger evaluates may itself use eval.
    setTimeout(() => {
      // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
      new Function('ran.push("eval")')();
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (const added of [script, frame, holder, link]) added.remove();
    return ran;
  });
}
