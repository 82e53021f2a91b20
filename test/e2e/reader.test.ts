import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { periodTitles } from '../../src/model/time/period.ts';
import { levelTitles } from '../../src/model/plan.ts';
import { serve, type SiteServer } from '../../src/press/serve.ts';
import { violationsInBothSchemes } from './accessibility.ts';
import { openAnyBrowser } from './browser.ts';
import { Tabs } from './desk-page.ts';
import type { FixtureSite } from './fixture-site.ts';
import { sharedSite } from './shared-sites.ts';

/** Finding a plan by its text, reading it, turning its real pages, comparing: by mouse, by keyboard alone, by touch. */

let site: FixtureSite;
let browser: Browser;
let server: SiteServer;
let tabs: Tabs;

beforeAll(async () => {
  site = await sharedSite('fixture');
  server = await serve({ root: site.dist });
  browser = await openAnyBrowser();
  tabs = new Tabs(browser, server.origin, { viewport: { width: 1440, height: 900 } });
});

afterEach(() => tabs.closeOwn());

afterAll(async () => {
  await browser.close();
  await server.close();
});

/**
 * The shared tab, or one in a window of its own where something is said of it. Any error on it, and any request to another
 * host, fails the test.
 */
async function open(path: string, options?: BrowserContextOptions, prepare?: (page: Page) => Promise<unknown>) {
  const page = options === undefined ? await tabs.shared() : await tabs.own(options);
  page.on('pageerror', (error) => {
    throw error;
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== server.origin) throw new Error(`asks ${origin}`);
  });
  await prepare?.(page);
  await page.goto(server.origin + path);
  return page;
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

const status = (page: Page) => page.locator('dialog.search [role=status]');
const options = (page: Page) => page.locator('dialog.search [role=option]');
const exact = (page: Page) => page.locator('dialog.search [data-group=exact] [role=option]');

async function searchFor(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/');
  await page.locator('dialog.search [role=combobox]').fill(query);
  await expect.poll(() => status(page).textContent()).toMatch(/^找到 \d|没有找到/);
}

/** Any page but the shelf has the search in a dialog. */
const elsewhere = '/guide/';
const label = '检索所有计划';

describe('search in the dialog', () => {
  test('by keyboard alone: /, words, arrows, Enter, at the section where it stands', async () => {
    const page = await open(elsewhere);
    await page.keyboard.press('/');
    await page.keyboard.type('第300行');
    await expect.poll(() => status(page).textContent()).toMatch(/^找到 1 份计划/);
    expect(await options(page).locator('mark').allTextContents()).toContain('第300行');
    await page.keyboard.press('ArrowDown');
    const field = page.getByRole('combobox', { name: label });
    expect(await field.getAttribute('aria-activedescendant')).toBe('search-results-0');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/plans\/big\/#/);
  });

  test('Escape closes it and gives the focus back; / in a field is a character', async () => {
    const page = await open(elsewhere);
    const opener = page.getByRole('button', { name: '检索计划' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const field = page.getByRole('combobox', { name: label });
    await page.keyboard.type('1/2');
    expect(await field.inputValue()).toBe('1/2');
    await page.keyboard.press('Escape');
    await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('by mouse: facets narrow, and are taken off again where nothing is left', async () => {
    const page = await open(elsewhere);
    await page.getByRole('button', { name: '检索计划' }).click();
    await page.getByRole('combobox', { name: label }).fill('营业厅');
    await expect.poll(() => exact(page).count()).toBe(1);
    expect(await page.locator('select[data-facet=level] option').allTextContents()).toEqual(['不限', '团队']);
    await page.locator('select[data-facet=industry]').selectOption('物业');
    await expect.poll(() => status(page).textContent()).toEqual(expect.stringContaining('没有找到包含“营业厅”的计划'));
    await page.getByRole('button', { name: '取消筛选再检索' }).click();
    await options(page).first().click();
    await page.waitForURL(/\/plans\/second\//);
  });

  test('by touch', async () => {
    const page = await open(elsewhere, phone);
    await page.getByRole('button', { name: '检索计划' }).tap();
    await page.keyboard.insertText('营业厅');
    await options(page).first().tap();
    await page.waitForURL(/\/plans\/second\//);
  });

  test('any two characters of a plan’s text find the plan, and no plan without them', async () => {
    const page = await open(elsewhere);
    const texts = await textsOfPlans(page);
    await searchFor(page, '投诉');
    const field = page.locator('dialog.search [role=combobox]');
    const slugsFound = async () => {
      const found = await exact(page).evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
      return found.map((address) => decodeURIComponent(address.split('/')[2] ?? '')).toSorted();
    };
    for (const text of texts.values())
      for (const pair of pairsOf(text, 20)) {
        await field.fill(pair);
        const holders = [...texts].filter(([, other]) => other.includes(pair)).map(([holder]) => holder);
        await expect.poll(slugsFound, { message: `「${pair}」` }).toEqual(holders.toSorted());
      }
  });

  test('script in the words is text', async () => {
    const page = await open(elsewhere);
    await searchFor(page, '<img src=x onerror=alert(1)>');
    expect(await status(page).textContent()).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('dialog.search img').count()).toBe(0);
  });

  test('the shortcut can be turned off, and stays off', async () => {
    const page = await open(elsewhere);
    await page.keyboard.press('/');
    await page.getByLabel('按 / 键打开检索').uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    await page.keyboard.press('/');
    expect(await page.locator('dialog.search').isVisible()).toBe(false);
  });

  test('without its index it says so and where to go', async () => {
    const page = await open(elsewhere, {}, (blank) => blank.route('**/pagefind/**', (route) => route.abort()));
    page.removeAllListeners('pageerror');
    await page.keyboard.press('/');
    await expect.poll(() => status(page).textContent()).toContain('按行业查找');
  });
});

describe('search on the shelf', () => {
  const field = (page: Page) => page.getByRole('combobox', { name: label });
  const said = (page: Page) => page.locator('.results [role=status]').textContent();
  const found = (page: Page) => page.locator('#shelf-results [role=option]');
  const query = (page: Page) => new URL(page.url()).searchParams.get('q');

  test('by keyboard: / to the field, words into the address, arrows, Enter, and back', async () => {
    const page = await open('/');
    await page.keyboard.press('/');
    expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('第300行');
    await expect.poll(() => said(page)).toMatch(/^找到 1 份计划/);
    expect(query(page)).toBe('第300行');
    expect(await found(page).first().locator('mark').allTextContents()).toContain('第300行');
    expect(await page.locator('.cards').isVisible()).toBe(false);
    await page.keyboard.press('ArrowDown');
    expect(await field(page).getAttribute('aria-activedescendant')).toBe('shelf-results-0');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/plans\/big\/#/);
    await page.goBack();
    await expect.poll(() => said(page)).toMatch(/^找到 1 份计划/);
    await field(page).focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => said(page)).toBe('共 3 份范本');
    expect([query(page), await field(page).inputValue()]).toEqual([null, '']);
    expect(await page.locator('.cards').isVisible()).toBe(true);
  });

  test('an address with words shows what answers, together with the facets', async () => {
    const page = await open(`/?q=${encodeURIComponent('营业厅')}`);
    await expect.poll(() => said(page)).toMatch(/^找到 1 份计划/);
    expect(await field(page).inputValue()).toBe('营业厅');
    await page.getByRole('checkbox', { name: /^物业/ }).check();
    await expect.poll(() => said(page)).toContain('没有找到包含“营业厅”的计划');
    expect(new URL(page.url()).searchParams.getAll('industry')).toEqual(['property']);
    await page.getByRole('button', { name: '取消筛选再检索' }).click();
    await expect.poll(() => said(page)).toMatch(/^找到 1 份计划/);
    expect(query(page)).toBe('营业厅');
  });

  test('what nobody wrote: a word of it, script in it is text', async () => {
    const page = await open(`/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    await expect.poll(() => said(page)).toContain('“<img src=x onerror=alert(1)>”');
    expect(await page.locator('main img[src=x]').count()).toBe(0);
  });

  test('costs nothing until it is used; without its index the shelf stays', async () => {
    const asked: string[] = [];
    const page = await open('/', {}, (blank) => {
      blank.on('request', (request) => asked.push(new URL(request.url()).pathname));
      return blank.route('**/pagefind/**', (route) => route.abort());
    });
    page.removeAllListeners('pageerror');
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => /pagefind|search\.json/.test(path))).toEqual([]);
    await field(page).fill('投诉');
    await expect.poll(() => page.locator('.shelf .notice').textContent()).toContain('检索载入失败');
    expect(await page.locator('.card').count()).toBe(3);
  });

  test.each([1440, 390])('its field is seen at once at %i px', async (width) => {
    const page = await open('/', { viewport: { width, height: 844 } });
    const box = await field(page).boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(500);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});

/** Text of each plan, block by block: what a reader can see in one piece. */
async function textsOfPlans(page: Page): Promise<Map<string, string>> {
  const slugs = ['second', 'big', '客服-周计划'];
  const texts = slugs.map(async (slug): Promise<[string, string]> => {
    const html = await (await page.request.get(`${server.origin}/plans/${encodeURIComponent(slug)}/`)).text();
    const blocks = await page.evaluate((source) => {
      const parsed = new DOMParser().parseFromString(source, 'text/html');
      for (const chart of parsed.querySelectorAll('svg, [data-footnote-ref], [data-footnote-backref]')) chart.remove();
      const parts = parsed.querySelectorAll('[data-pagefind-body] :is(h1, h2, h3, h4, p, li, td, th, caption, dt)');
      return [...parts].map(({ textContent }) => textContent);
    }, html);
    return [slug, blocks.map((block) => block.toLowerCase()).join('\n')];
  });
  return new Map(await Promise.all(texts));
}

/** Pairs of characters from places spread evenly over a text; at least one of the two a letter or figure. */
function pairsOf(text: string, count: number): string[] {
  const all = new Set([...text.matchAll(/(?=(\S\S))/gu)].map((match) => match[1] ?? ''));
  // The name of a facet also finds the plans that it says something of.
  const names = new Set(['物业', '通信', ...Object.values(periodTitles), ...Object.values(levelTitles)]);
  const pairs = [...all].filter((pair) => /[\p{L}\p{N}]/u.test(pair) && !names.has(pair));
  return Array.from({ length: count }, (_, index) => pairs[Math.floor((index * pairs.length) / count)] ?? '');
}

declare global {
  interface Window {
    /** Sum of what `observeShifts` saw. */
    layoutShifts?: number;
  }
}

/** Adds up how far things on the page move while it is not touched; not on an element, since there may be none yet. */
function observeShifts(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    window.layoutShifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ('value' in entry) window.layoutShifts = (window.layoutShifts ?? 0) + Number(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

async function shiftsOf(page: Page): Promise<number> {
  return await page.evaluate(() => window.layoutShifts ?? NaN);
}

describe('a plan’s page', () => {
  test('the contents mark the place, also after a jump back to the top', async () => {
    const page = await open('/plans/second/');
    const current = page.locator('.contents [aria-current]');
    await page.locator('.contents a').nth(2).click();
    await expect.poll(() => current.textContent()).toBe(await page.locator('.contents a').nth(2).textContent());
    await page.evaluate(() => {
      scrollTo({ top: 0, behavior: 'instant' });
    });
    await expect.poll(() => current.count()).toBe(0);
  });

  test('Escape takes a hint away until its blank is met anew', async () => {
    const page = await open('/plans/second/');
    const blank = page.locator('article [data-field="上期办结率"]').first();
    const shown = () => blank.evaluate((element) => getComputedStyle(element, '::after').display);
    await page.keyboard.press('Tab');
    await blank.focus();
    await expect.poll(shown).toBe('block');
    await page.keyboard.press('Escape');
    expect(await shown()).toBe('none');
    await page.keyboard.press('Tab');
    await blank.focus();
    expect(await shown()).toBe('block');
  });

  test('printing sets the chosen template and opens the print dialog, without leaving the page', async () => {
    const page = await open('/plans/second/', {}, (blank) =>
      blank.addInitScript(() => {
        window.print = () => {
          document.documentElement.dataset['printed'] = location.pathname;
        };
      }),
    );
    await page.getByRole('button', { name: '打印' }).first().click();
    const printed = () => page.frameLocator('iframe.print-frame').locator('html').getAttribute('data-printed');
    await expect.poll(printed, { timeout: 20_000 }).toBe('/print/second/meeting/');
    await expect.poll(() => page.locator('.action-status').textContent()).toBe('');
    expect(page.url()).toBe(`${server.origin}/plans/second/`);
  });

  test.each([
    ['the print document is not there', '**/print/second/**'],
    ['its script does not load', '**/_astro/print-document*'],
  ])('where %s, it is said that nothing was printed', async (_, address) => {
    const page = await open('/plans/second/', {}, async (blank) => {
      blank.removeAllListeners('pageerror'); // the failure is thrown as well, for the console
      await blank.route(address, (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '404' }));
    });
    await page.getByRole('button', { name: '打印' }).first().click();
    await expect.poll(() => page.locator('.action-status').textContent()).toContain('打印失败');
  });

  test('nothing moves while it loads', async () => {
    for (const screen of [{}, phone]) {
      const page = await open('/plans/second/', screen, observeShifts);
      await page.locator('.strip').scrollIntoViewIfNeeded();
      await page.waitForLoadState('networkidle');
      expect(await shiftsOf(page)).toBe(0);
      await tabs.closeOwn();
    }
  });

  test('transfers at most 8 kB of JavaScript before it is touched', async () => {
    const page = await open('/plans/second/', {});
    await page.waitForLoadState('networkidle');
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .flatMap(({ name }) => (name.endsWith('.js') ? [new URL(name).pathname] : [])),
    );
    expect(scripts.length).toBeGreaterThan(1);
    const sizes = await Promise.all(
      scripts.map(async (path) => gzipSync(await readFile(join(site.dist, path))).length),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(8 * 1024);
  });

  test('without JavaScript: contents, hints, and every real page as a page of the PDF', async () => {
    const page = await open('/plans/second/', { javaScriptEnabled: false });
    const pages = page.locator('.strip').first().locator('a');
    expect(await pages.first().getAttribute('href')).toBe('/pdf/second.meeting.pdf#page=1');
    expect(await pages.last().getAttribute('href')).toBe(`/pdf/second.meeting.pdf#page=${await pages.count()}`);
    expect(await page.locator('.contents a').count()).toBeGreaterThan(4);
    expect(await page.getByRole('button').count()).toBe(0);
  });

  test('all links to pages and files of the site lead somewhere', async () => {
    const page = await open('/plans/second/');
    const links = await page
      .locator('main a[href^="/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    for (const link of new Set(links)) {
      const { status: code } = await fetch(server.origin + (link ?? ''));
      expect(code, link ?? '').toBe(200);
    }
  });

  test('with storage blocked it reads, searches and prints as ever', async () => {
    const page = await open('/plans/second/', {}, (blank) =>
      blank.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      }),
    );
    await searchFor(page, '营业厅');
    expect(await exact(page).count()).toBe(1);
  });
});

const place = (page: Page) => page.locator('.viewer-place').textContent();

describe('the viewer of real pages', () => {
  test('by keyboard alone: open, turn, zoom, pan, close, and the focus is back', async () => {
    const page = await open('/plans/big/');
    const second = page.locator('.strip a').nth(1);
    await second.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => place(page)).toMatch(/^第 2 页，共 \d+ 页$/);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => place(page)).toMatch(/^第 3 页/);
    await page.keyboard.press('End');
    await expect.poll(() => place(page)).toMatch(/^第 (\d+) 页，共 \1 页$/);
    await page.keyboard.press('Home');
    await expect.poll(() => place(page)).toMatch(/^第 1 页/);
    await page.keyboard.press('+');
    expect(await page.locator('.viewer-zoom').textContent()).toBe('150%');
    await page.keyboard.press('ArrowDown');
    expect(
      await page
        .locator('.viewer-page')
        .first()
        .evaluate((pane) => pane.scrollTop),
    ).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await expect.poll(() => second.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await page.locator('dialog.viewer').count()).toBe(0);
  });

  test('by mouse: the buttons, and a click beside the page', async () => {
    const page = await open('/plans/big/');
    await page.locator('.strip a').first().click();
    await page.getByRole('button', { name: '下一页' }).click();
    await expect.poll(() => place(page)).toMatch(/^第 2 页/);
    await page.getByRole('button', { name: '放大' }).click();
    await page.getByRole('button', { name: '缩小' }).click();
    expect(await page.locator('.viewer-zoom').textContent()).toBe('100%');
    await page.mouse.click(30, 450);
    await expect.poll(() => page.locator('dialog.viewer').count()).toBe(0);
  });

  test('by touch: a swipe turns the page', async () => {
    const page = await open('/plans/big/', phone);
    await page.locator('.strip a').first().tap();
    await expect.poll(() => place(page)).toMatch(/^第 1 页/);
    const session = await page.context().newCDPSession(page);
    await session.send('Input.synthesizeScrollGesture', { x: 300, y: 500, xDistance: -260, yDistance: 0, speed: 1200 });
    await expect.poll(() => place(page)).toMatch(/^第 2 页/);
  });

  test('a page opens in the PDF where the viewer does not load', async () => {
    const page = await open('/plans/big/', {}, (blank) => blank.route('**/page-viewer*.js', (route) => route.abort()));
    const asked = page.waitForRequest(/big\.meeting\.pdf/);
    await page.locator('.strip a').first().click();
    await asked;
  });
});

describe('comparing', () => {
  const heads = (page: Page) => page.locator('.comparison .with-titles thead th').allTextContents();

  test('what the address names stands side by side; a picker changes it, back brings it back', async () => {
    const page = await open('/compare/?a=second&b=big');
    await expect.poll(() => heads(page)).toHaveLength(2);
    await page.getByLabel('计划丙').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => heads(page)).toHaveLength(3);
    expect(new URL(page.url()).searchParams.get('c')).not.toBeNull();
    for (const part of ['指标', '任务', '节奏', '填写项', '篇幅'])
      expect(await page.locator('.comparison').getByRole('heading', { name: part, exact: true }).count()).toBe(1);
    await page.goBack();
    await expect.poll(() => heads(page)).toHaveLength(2);
  });

  test('a plan that is not there is left out with a word of notice; script in the address is text', async () => {
    const page = await open(`/compare/?a=second&b=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    await expect.poll(() => heads(page)).toHaveLength(1);
    const notice = await page.locator('plan-compare .notice').textContent();
    expect(notice).toContain('“<img src=x onerror=alert(1)>”不在书架上');
    expect(notice).toContain('再选一份');
    expect(await page.locator('plan-compare img').count()).toBe(0);
  });

  test('its foot stays in place while the plans come in', async () => {
    const page = await open('/compare/?a=second&b=big', {}, observeShifts);
    await expect.poll(() => heads(page)).toHaveLength(2);
    expect(await shiftsOf(page)).toBe(0);
  });

  test('on a phone nothing runs out of the window', async () => {
    const page = await open(`/compare/?a=second&b=big&c=${encodeURIComponent('客服-周计划')}`, phone);
    await expect.poll(() => heads(page)).toHaveLength(3);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test('a plan’s page leads to it; without JavaScript it says what to do', async () => {
    const page = await open('/plans/second/', { javaScriptEnabled: false });
    await page.getByRole('link', { name: '与其他计划对比' }).click();
    await page.waitForURL(/\/compare\/\?a=second$/);
    await page.locator('noscript a[href="/"]').waitFor();
  });
});

describe('accessibility', () => {
  const states: readonly (readonly [string, string, (page: Page) => Promise<unknown>])[] = [
    ['a plan', '/plans/second/', (page) => page.waitForLoadState('networkidle')],
    ['the search', '/plans/second/', (page) => searchFor(page, '投诉').then(() => page.keyboard.press('ArrowDown'))],
    [
      'the shelf’s search',
      `/?q=${encodeURIComponent('投诉')}`,
      (page) => page.locator('#shelf-results [role=option]').first().waitFor(),
    ],
    ['the viewer', '/plans/second/', (page) => page.locator('.strip a').first().click()],
    ['a comparison', '/compare/?a=second&b=big', (page) => page.locator('.comparison table').first().waitFor()],
  ];
  test.each(states.flatMap(([name, path, act]) => [1440, 390].map((width) => ({ name, path, act, width }))))(
    '$name, $width px, in light colours and in dark ones',
    async ({ path, act, width }) => {
      const page = await open(path, { viewport: { width, height: 900 } });
      await act(page);
      expect(await violationsInBothSchemes(page)).toEqual([]);
    },
  );
});
