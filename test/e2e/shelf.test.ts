import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { readTemplates } from '../../src/press/site/print-site.ts';
import { serve, type SiteServer } from '../../src/press/serve.ts';
import { shelfPageSize } from '../../src/model/shelf/shelf.ts';
import { openAnyBrowser } from './browser.ts';
import { type FixtureSite, makeFixtureSite } from './fixture-site.ts';
import { keepTemplates } from './shared-sites.ts';
import { planCount, writeShelfContent } from './shelf-content.ts';
import { unresolvedLinks } from './site-links.ts';
import { violationsInBothSchemes } from './accessibility.ts';

const base = '/team/plans/';
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
/** The shelf, the shelf with nothing to show, an industry, and what is not there. */
const pageKinds = ['', '?industry=bank&level=personal&period=month', 'industry/bank/', 'no-such-page/'];

let content: string;
let site: FixtureSite;
let server: SiteServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  content = await writeShelfContent();
  site = await makeFixtureSite(content);
  // What is tested here is about the pages of the site: one template is enough.
  await keepTemplates(site, ['meeting', 'booklet']);
  const { code, output } = await site.run('build', [], {
    PLANSHELF_BASE: base,
    PLANSHELF_SITE: 'https://plans.example',
  });
  const templates = await readTemplates(join(site.root, 'templates'));
  // Each plan in each template, and the booklet.
  expect(output).toContain(`生成 ${planCount * templates.length + 1}，`);
  expect(code).toBe(0);
  server = await serve({ root: site.dist, base });
  browser = await openAnyBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await Promise.all([site.remove(), rm(content, { recursive: true })]);
});

async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  context = await browser.newContext({ viewport: sizes[0], locale: 'zh-CN', ...options });
  page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(server.origin)) faults.push(`外部请求 ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().includes('no-such-page')) faults.push(response.url());
  });
}

beforeEach(() => open());

afterEach(async () => {
  await context.close();
  expect(faults.splice(0)).toEqual([]);
});

const at = (path: string): string => server.url + path;
const query = (): string => decodeURIComponent(new URL(page.url()).search);
const titles = async (): Promise<string[]> =>
  (await page.locator('.card h2').allTextContents()).map((title) => title.trim());
const box = (title: string) => page.getByRole('checkbox', { name: new RegExp(`^${title}`) });
const status = (): Promise<string | null> => page.getByRole('status').first().textContent();
const countOf = (value: string): Promise<string | null> =>
  page.locator(`.facets label:has([value="${value}"]) .count`).textContent();

/** Every element of a card with its attributes and text; the first ones load their pictures sooner. */
function shapeOf(card: Locator): Promise<readonly (readonly string[])[]> {
  return card.evaluate((root) =>
    [...root.querySelectorAll('*')].map(({ tagName, attributes, childElementCount, textContent }) => [
      tagName,
      ...[...attributes]
        .filter(({ name }) => name !== 'loading')
        .map(({ name, value }) => `${name}=${value}`)
        .sort(),
      childElementCount === 0 ? textContent.trim() : '',
    ]),
  );
}

/** The shelf with its plans loaded: the lengths are counted only then. */
async function openShelf(search = ''): Promise<void> {
  await page.goto(at(search));
  await expect.poll(() => countOf('long')).not.toBe('');
}

describe('facets', () => {
  test('combine, and their counts follow the other choices; the address says what is shown', async () => {
    await openShelf();
    expect(await titles()).toHaveLength(shelfPageSize);
    expect([await countOf('bank'), await countOf('team')]).toEqual(['7', '8']);
    await box('银行').check();
    await expect.poll(status).toBe(`找到 7 份，全部 ${planCount} 份`);
    expect(query()).toBe('?industry=bank');
    // Of their own facet the counts stay; the other facets count within it.
    expect([await countOf('hospital'), await countOf('team')]).toEqual(['6', '2']);
    await box('团队').check();
    await expect.poll(async () => (await titles()).sort()).toEqual(['第22号服务计划', '第6号服务计划']);
    await box('医疗').check();
    await expect.poll(async () => (await titles()).length).toBe(4);
    expect(query()).toBe('?industry=bank&industry=hospital&level=team');
  });

  test('back and forward, and an address that is sent on, show the same', async () => {
    await openShelf();
    await box('银行').check();
    await box('团队').check();
    await expect.poll(titles).toHaveLength(2);
    const found = await titles();
    await page.goBack();
    await expect.poll(titles).toHaveLength(7);
    expect(await box('团队').isChecked()).toBe(false);
    await page.goBack();
    await expect.poll(titles).toHaveLength(shelfPageSize);
    await page.goForward();
    await page.goForward();
    await expect.poll(titles).toEqual(found);
    await openShelf(new URL(page.url()).search);
    await expect.poll(titles).toEqual(found);
    expect(await box('银行').isChecked()).toBe(true);
  });

  test('chips take one choice off, or all', async () => {
    await openShelf('?industry=bank&industry=hospital&level=team');
    await expect.poll(titles).toHaveLength(4);
    await page.getByRole('button', { name: '去掉条件 行业：医疗' }).click();
    await expect.poll(titles).toHaveLength(2);
    expect(query()).toBe('?industry=bank&level=team');
    await page.getByRole('button', { name: '全部清空' }).click();
    await expect.poll(titles).toHaveLength(shelfPageSize);
    expect(query()).toBe('');
    expect(await page.locator('.chips').isHidden()).toBe(true);
  });

  test('a card that the browser makes is the card that came with the page', async () => {
    await openShelf();
    const came = await shapeOf(page.locator('.card').first());
    const first = (await titles())[0] ?? '';
    await box('物业').check();
    await expect.poll(status).toContain('找到 7 份');
    const card = page.locator('.card', { hasText: first }).first();
    expect(await shapeOf(card)).toEqual(came);
  });

  test('by length and by budget', async () => {
    await openShelf('?budget=with');
    await expect.poll(titles).toHaveLength(6);
    await openShelf('?length=long&length=medium');
    await expect.poll(titles).toEqual([`第${planCount - 1}号服务计划`]);
    expect(await page.locator('.card .figures').first().textContent()).toMatch(/^\s*\d+ 页/);
  });
});

test('order and pages are part of the address', async () => {
  await openShelf();
  await page.getByLabel('排序').selectOption('最近更新');
  await expect.poll(async () => (await titles())[0]).toBe(`第${planCount - 1}号服务计划`);
  await page.getByLabel('排序').selectOption('篇幅');
  await expect.poll(query).toBe('?sort=length');
  // In a tab of its own it is the browser's to open. The tab is not waited for: beside another Chromium that prints, one in
  // the background gets no processor.
  await page.evaluate(() => {
    const leave = (event: Event): void => {
      document.body.dataset['taken'] = String(event.defaultPrevented);
      event.preventDefault();
    };
    addEventListener('click', leave, { once: true });
  });
  await page.getByRole('link', { name: '下一页' }).click({ modifiers: ['Control'] });
  expect(await page.evaluate(() => document.body.dataset['taken'])).toBe('false');
  expect(query()).toBe('?sort=length');
  const next = await page.getByRole('link', { name: '下一页' }).evaluate((link: HTMLAnchorElement) => link.href);
  expect(new URL(next).search).toBe('?sort=length&page=2');
  const opened = await context.newPage();
  await opened.goto(next);
  await expect.poll(() => opened.locator('.card').count()).toBe(3);
  expect(new URL(opened.url()).search).toBe('?sort=length&page=2');
  await opened.close();
  await page.getByRole('link', { name: '下一页' }).click();
  await expect.poll(titles).toHaveLength(3);
  expect(query()).toBe('?sort=length&page=2');
  expect((await titles()).at(-1)).toBe(`第${planCount - 1}号服务计划`);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('status');
  await page.getByRole('link', { name: '上一页' }).click();
  await expect.poll(titles).toHaveLength(shelfPageSize);
});

describe('where nothing answers', () => {
  test('says which choice to loosen, and shows the nearest', async () => {
    await openShelf('?industry=bank&level=personal&period=month');
    await expect.poll(() => page.locator('.none').innerText()).toContain('没有符合条件的范本');
    expect(await titles()).toHaveLength(3);
    await page.getByRole('button', { name: /不限周期，有 \d 份/ }).click();
    await expect.poll(() => page.locator('.none').isHidden()).toBe(true);
    expect(query()).toBe('?industry=bank&level=personal');
  });

  test.each([
    ['?industry=mining&industry=bank', '“行业：mining”', 7],
    ['?sort=upside-down&page=zero', '“排序：upside-down”“翻页：zero”', shelfPageSize],
    ['?period=decade', '“周期：decade”', shelfPageSize],
  ])('%s: what the shelf does not have is left out, with a word', async (search, word, shown) => {
    await openShelf(search);
    await expect.poll(() => page.getByRole('alert').textContent()).toContain(word);
    expect(await titles()).toHaveLength(shown);
  });

  test('a script in the address is text', async () => {
    const script = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
    await openShelf(`?level=${encodeURIComponent(script)}`);
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('<img src=x onerror=');
    expect(await page.locator('.notice img, .notice script').count()).toBe(0);
    expect(await page.title()).not.toBe('1');
  });

  test('a shelf whose plans do not load still shows its first page', async () => {
    await page.route('**/plans.json', (route) => route.fulfill({ status: 200, body: '{"plans":' }));
    await page.goto(at('?level=team'));
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('筛选载入失败');
    expect(await page.locator('.card').first().isVisible()).toBe(true);
    expect(faults.splice(0)).toHaveLength(1);
  });
});

test('a thousand plans: a page of cards, few nodes', async () => {
  const index = JSON.parse(await readFile(join(site.dist, 'plans.json'), 'utf8')) as { plans: { slug: string }[] };
  const plans = Array.from({ length: 1000 }, (_, n) => ({
    ...index.plans[n % planCount],
    slug: `plan-${n % planCount}`,
  }));
  await page.route('**/plans.json', (route) => route.fulfill({ json: { ...index, plans } }));
  await openShelf('?budget=without');
  await expect.poll(status).toMatch(/全部 1000 份/);
  await box('有预算表').check();
  await box('物业').check();
  expect(await titles()).toHaveLength(shelfPageSize);
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThanOrEqual(1500);
});

test('by keyboard alone: skip link, a facet, its chip, a card', async () => {
  await openShelf();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
  for (let at = await page.locator('.search-examples a').count(); at >= 0; at -= 1) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('property');
  await page.keyboard.press('Space');
  await expect.poll(query).toBe('?industry=property');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('property');
  await page.getByRole('button', { name: /去掉条件/ }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(query).toBe('');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('status');
  await page.getByLabel('排序').focus();
  await page.keyboard.press('Tab');
  const card = page.locator('.card').first();
  expect(await card.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/plans/*/');
});

describe('on a phone', () => {
  beforeEach(async () => {
    await context.close();
    await open({ viewport: sizes[1], hasTouch: true, isMobile: true });
  });

  test('facets open, are chosen by touch, and lead to the results', async () => {
    await openShelf();
    expect(await box('银行').isHidden()).toBe(true);
    await page.getByRole('button', { name: '筛选' }).tap();
    await page.locator('.facets label', { hasText: '银行' }).tap();
    await page.getByRole('button', { name: '看 7 份范本' }).tap();
    expect(await box('银行').isHidden()).toBe(true);
    expect(await page.getByRole('button', { name: '筛选（已选 1 项）' }).count()).toBe(1);
    await page.locator('.card').first().tap();
    await page.waitForURL('**/plans/*/');
  });

  test.each(pageKinds)('/%s is no wider than the screen', async (path) => {
    await page.goto(at(path));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(sizes[1].width);
  });
});

describe('light and dark', () => {
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = 'rgb(251, 249, 244)';
  const dark = 'rgb(23, 22, 20)';

  test('follow the system, and the switch, which is remembered before the next page is painted', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await openShelf();
    expect(await ground()).toBe(dark);
    await page.getByRole('button', { name: '深色' }).click();
    expect(await ground()).toBe(light);
    // Without the page's modules only what blocks the first paint has run.
    await page.route('**/_astro/*.js', (route) => route.abort());
    await page.goto(at('industry/bank/'));
    expect(await ground()).toBe(light);
    await page.unroute('**/_astro/*.js');
    await page.goto(at('industry/bank/'));
    await page.getByRole('button', { name: '深色' }).click();
    expect(await ground()).toBe(dark);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('a storage that is blocked changes nothing but memory', async () => {
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await openShelf();
    await page.getByRole('button', { name: '深色' }).click();
    expect(await ground()).toBe(dark);
    await page.reload();
    expect(await ground()).toBe(light);
  });

  test('paper is light', async () => {
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    await openShelf();
    expect(await ground()).toBe('rgb(255, 255, 255)');
  });
});

test('without JavaScript: browse by industry, read, download', async () => {
  await context.close();
  await open({ javaScriptEnabled: false });
  await page.goto(at(''));
  expect(await page.locator('.filter').isVisible()).toBe(false);
  await page.locator('.shelf').getByRole('link', { name: '银行' }).click();
  await page.waitForURL('**/industry/bank/');
  expect(await titles()).toHaveLength(7);
  expect(await page.locator('.card .figures').first().textContent()).toMatch(/\d+ 页/);
  await page.getByRole('link', { name: '第2号服务计划', exact: true }).click();
  const pdf = await page.getByRole('link', { name: /PDF/ }).first().getAttribute('href');
  expect((await page.request.get(new URL(pdf ?? '', page.url()).href)).headers()['content-type']).toBe(
    'application/pdf',
  );
});

test('nothing moves while the shelf comes in', async () => {
  await page.addInitScript(() => {
    const moved: string[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { sources: { node: Node | null }[] })[])
        moved.push(...entry.sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 200) ?? ''));
      document.documentElement.dataset['moved'] = moved.join('\n');
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await openShelf();
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.wheel(0, 3000);
  await page.waitForLoadState('networkidle');
  expect(await page.locator('html').getAttribute('data-moved')).toBeNull();
});

describe('axe', () => {
  test.each(sizes)('at $width px, in light colours and in dark ones', async (viewport) => {
    await context.close();
    await open({ viewport });
    const found: Record<string, readonly string[]> = {};
    for (const path of pageKinds) {
      await page.goto(at(path));
      await page.waitForLoadState('networkidle');
      const openFacets = page.locator('.filter-open');
      if (await openFacets.isVisible()) await openFacets.click();
      found[path] = await violationsInBothSchemes(page);
    }
    expect(found).toEqual(Object.fromEntries(pageKinds.map((path) => [path, []])));
  });
});

describe('the site as files', () => {
  const read = (path: string) => readFile(join(site.dist, path), 'utf8');

  test('every internal link and anchor resolves', async () => {
    const { checked, unresolved } = await unresolvedLinks(site.dist, base);
    expect(unresolved).toEqual([]);
    expect(checked['html']).toBeGreaterThan(planCount * 10);
  });

  test('what the shelf needs before it is touched fits its budget, pictures aside', async () => {
    const paths = new Set<string>();
    page.on('response', (response) => paths.add(new URL(response.url()).pathname));
    await openShelf();
    await page.waitForLoadState('networkidle');
    const bytes = new Map<string, number>();
    for (const path of [...paths].filter((name) => !name.includes('/pictures/'))) {
      const file = await readFile(join(site.dist, path.slice(base.length), path.endsWith('/') ? 'index.html' : ''));
      bytes.set(path, path.endsWith('.woff2') ? file.length : gzipSync(file).length);
    }
    const sum = (names: Iterable<string>) => [...names].reduce((total, name) => total + (bytes.get(name) ?? 0), 0);
    expect([...bytes.keys()].some((path) => path.endsWith('.woff2'))).toBe(true);
    expect(sum(bytes.keys())).toBeLessThanOrEqual(90_000);
    expect(sum([...bytes.keys()].filter((path) => path.endsWith('.js')))).toBeLessThanOrEqual(15_000);
  });

  test('pages say what search engines and messengers ask', async () => {
    const html = await read('plans/plan-1/index.html');
    expect(html).toContain('<link rel="canonical" href="https://plans.example/team/plans/plans/plan-1/"');
    expect(html).toContain('https://plans.example/team/plans/pictures/plan-1/meeting.share.jpg');
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect(JSON.parse(json)).toMatchObject({
      '@graph': [{ '@type': 'DigitalDocument' }, { '@type': 'BreadcrumbList' }],
    });
    for (const path of ['404.html', 'print/plan-1/meeting/index.html']) expect(await read(path)).toContain('"noindex"');
  });

  test('sitemap, feed and robots lead to the pages, and not to print documents', async () => {
    const sitemap = await read('sitemap-0.xml');
    const listed = [...sitemap.matchAll(/<loc>https:\/\/plans\.example\/team\/plans\/([^<]*)/g)].map(
      ([, path = '']) => path,
    );
    expect(listed.filter((path) => path.startsWith('plans/'))).toHaveLength(planCount);
    expect(listed).toEqual(expect.arrayContaining(['', 'guide/', 'compare/']));
    expect(listed.some((path) => path.startsWith('industry/'))).toBe(true);
    expect(sitemap).not.toContain('/print/');
    expect(await read('robots.txt')).toContain('Sitemap: https://plans.example/team/plans/sitemap-index.xml');
    const feed = await read('rss.xml');
    expect(feed.match(/<item>/g)).toHaveLength(planCount);
    expect(feed).toContain(`<title>第${planCount - 1}号服务计划</title>`);
    expect(feed).toContain(`/plans/plan-${planCount - 1}/#2026-12-20</guid>`);
  });

  test('plans.json holds every plan with its pages', async () => {
    const { plans } = JSON.parse(await read('plans.json')) as { plans: { pages: unknown; industry: string }[] };
    expect(plans).toHaveLength(planCount);
    for (const { pages } of plans) expect(pages).toBeGreaterThan(0);
  });

  test('no mark of the press is left in any page', async () => {
    const names = (await readdir(site.dist, { recursive: true })).filter((name) => /\.(?:html|json|xml)$/.test(name));
    for (const name of names) expect(await read(name), name).not.toMatch(/~pages?[:~]|each-page/);
  });
});
