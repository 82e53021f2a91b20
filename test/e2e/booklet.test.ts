import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { shareBooklet } from '../../src/fill/booklet-share.ts';
import { serve } from '../../src/press/serve.ts';
import { violationsInBothSchemes } from './accessibility.ts';
import { openAnyBrowser } from './browser.ts';
import { Tabs } from './desk-page.ts';
import type { FixtureSite } from './fixture-site.ts';
import { copyOfSite } from './shared-sites.ts';

const weekly = '客服-周计划';

let site: FixtureSite;
let browser: Browser;
let origin: string;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  site = await copyOfSite('fixture');
  const server = await serve({ root: site.dist });
  origin = server.origin;
  browser = await openAnyBrowser();
  tabs = new Tabs(browser, origin);
  closing.push(
    () => browser.close(),
    () => server.close(),
    () => site.remove(),
  );
});

afterAll(async () => {
  for (const close of closing) await close();
});

let tabs: Tabs;
const complaints: string[] = [];

function listening(page: Page): Page {
  page.on('pageerror', (error) => complaints.push(error.message));
  return page;
}

const newPage = async (): Promise<Page> => listening(await tabs.shared());
/** For a test that changes more of a window than the shared tab forgets, and for somebody else’s window. */
const newWindow = async (options: BrowserContextOptions = {}): Promise<Page> => listening(await tabs.own(options));

afterEach(async () => {
  await tabs.closeOwn();
  expect(complaints.splice(0)).toEqual([]);
});

async function open(fragment = '', page?: Page): Promise<Page> {
  const opened = page ?? (await newPage());
  await opened.goto(`${origin}/booklet/${fragment}`);
  return opened;
}

async function add(page: Page, ...slugs: string[]): Promise<void> {
  for (const slug of slugs) {
    await page.getByLabel('加入材料').selectOption(slug);
    await page.getByRole('button', { name: '加入', exact: true }).click();
  }
}

async function shown(page: Page): Promise<string> {
  await page.waitForTimeout(80); // the order for new pages is given with the change
  await page.locator('#sheets[aria-busy=false][data-millis]').waitFor();
  const pages = page.frameLocator('iframe[data-state=front]').locator('.pagedjs_pages');
  return (await pages.innerText()).replace(/\s/g, '');
}

const titles = (page: Page) => page.locator('#papers .name').allInnerTexts();

describe('the basket', () => {
  test('is empty at first and says what to do; a paper added is bound at once, with its page in the contents', async () => {
    const page = await open();
    expect(await page.locator('#no-papers').innerText()).toContain('还没有材料');
    expect(await page.getByRole('button', { name: '打印' }).isDisabled()).toBe(true);
    await add(page, 'second', weekly);
    expect(await titles(page)).toEqual(['营业厅周计划', '客服班组周计划']);
    const text = await shown(page);
    expect(text).toContain('材料一营业厅周计划');
    const numbers = await page
      .frameLocator('iframe[data-state=front]')
      .locator('.paper-page')
      .evaluateAll((all) => all.map((element) => getComputedStyle(element, '::after').counterReset.split(' ').at(-1)));
    expect(numbers[0]).toBe('3');
    expect(await page.locator('[data-basket-count]').innerText()).toBe('2');
  });

  test('is filled from cards and plan pages, and kept', async () => {
    const page = await newPage();
    await page.goto(origin);
    await page.getByRole('button', { name: '加入会议材料：营业厅周计划' }).click();
    expect(await page.locator('[data-basket-count]').innerText()).toBe('1');
    await page.goto(`${origin}/plans/${encodeURIComponent(weekly)}/`);
    await page.getByRole('button', { name: '加入会议材料' }).click();
    await page.goto(`${origin}/booklet/`);
    expect(await titles(page)).toEqual(['营业厅周计划', '客服班组周计划']);
    await page.getByLabel('单位').fill('东方营业厅');
    await page.reload();
    expect(await page.getByLabel('单位').inputValue()).toBe('东方营业厅');
    expect(await shown(page)).toContain('东方营业厅');
  });

  test('a page that is come back to knows what has become of the basket meanwhile', async () => {
    const page = await newPage();
    await page.goto(origin);
    // As a back/forward cache does: the script is resumed and gets a `pageshow` event.
    const comeBack = (slugs: readonly string[]) =>
      page.evaluate((stored) => {
        localStorage.setItem('planshelf.basket.v1', stored);
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      }, JSON.stringify({ slugs }));
    const stored = () => page.evaluate(() => localStorage.getItem('planshelf.basket.v1'));
    const button = page.getByRole('button', { name: /会议材料.*：营业厅周计划/ });
    await comeBack([weekly, 'second']);
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('[data-basket-count]').innerText()).toBe('2');
    await button.click();
    expect(await stored()).toBe(JSON.stringify({ slugs: [weekly] }));
    const full = Array.from({ length: 50 }, (_, index) => `plan-${index}`);
    await comeBack(full);
    await button.click();
    expect(await button.innerText()).toContain('最多 50 份');
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    expect(await stored()).toBe(JSON.stringify({ slugs: full }));
    await page.goto(`${origin}/booklet/`);
    await comeBack(['second']);
    expect(await titles(page)).toEqual(['营业厅周计划']);
  });

  test('papers are reordered by keyboard, by button and by dragging; the focus stays', async () => {
    const page = await open();
    await add(page, 'second', weekly);
    const grip = page.locator('.grip').first();
    await grip.focus();
    await page.keyboard.press('ArrowDown');
    expect(await titles(page)).toEqual(['客服班组周计划', '营业厅周计划']);
    expect(
      await page
        .locator('.grip')
        .nth(1)
        .evaluate((element) => element === document.activeElement),
    ).toBe(true);
    expect(await page.locator('#list-said').innerText()).toBe('“营业厅周计划”移到第 2 位，共 2 份。');
    await page.getByRole('button', { name: '“营业厅周计划”上移' }).click();
    expect(await titles(page)).toEqual(['营业厅周计划', '客服班组周计划']);
    const from = await grip.boundingBox();
    const to = await page.locator('#papers li').nth(1).boundingBox();
    if (from === null || to === null) throw new Error('not shown');
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 10, to.y + to.height - 4, { steps: 5 });
    await page.mouse.up();
    expect(await titles(page)).toEqual(['客服班组周计划', '营业厅周计划']);
    expect(await shown(page)).toContain('材料一客服班组周计划');
  });

  test('each paper is set in the template that is chosen for it; that is kept, and other papers stay as they are', async () => {
    const page = await open();
    await add(page, 'second', weekly);
    await page.getByLabel('“营业厅周计划”用哪个版式').selectOption({ label: '公文版式' });
    await page.getByLabel('“客服班组周计划”用哪个版式').selectOption({ label: '一页纸' });
    await shown(page);
    const frame = page.frameLocator('iframe[data-state=front]');
    const sizeOf = (template: string) =>
      frame
        .locator(`[data-template="${template}"] .document-title`)
        .first()
        .evaluate((element) => getComputedStyle(element).fontSize);
    expect(await sizeOf('official')).toBe('29.3333px');
    expect(await frame.locator('.pagedjs_page:has([data-template="one-page"])').count()).toBe(1);
    expect(await frame.locator('[data-template="meeting"]').count()).toBe(0);
    await page.reload();
    expect(await page.getByLabel('“营业厅周计划”用哪个版式').inputValue()).toBe('official');
    await page.getByRole('button', { name: '移出“营业厅周计划”' }).click();
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await page.getByLabel('“营业厅周计划”用哪个版式').inputValue()).toBe('official');
    // A template that is not there any more is said to be that.
    await page.evaluate(() => {
      localStorage.setItem('planshelf.basket.v1', '{"slugs":["second"],"templates":{"second":"gone"}}');
    });
    await page.reload();
    expect(await page.locator('#papers .problem').innerText()).toContain('用不了版式 gone');
    expect(await page.getByLabel('“营业厅周计划”用哪个版式').inputValue()).toBe('meeting');
    expect(await shown(page)).toContain('营业厅周计划');
  });

  test('the whole is laid out on A3 sheets to be folded, where that is chosen; a link carries it', async () => {
    const page = await open();
    await add(page, 'second', weekly);
    await page.getByLabel('用纸').selectOption({ label: 'A3 对折成册' });
    await page.getByLabel('“营业厅周计划”用哪个版式').selectOption({ label: '一页纸' });
    expect(await page.locator('#option-notes').innerText()).toContain('短边翻转');
    await shown(page);
    expect(await page.locator('#page-count').innerText()).toMatch(/^共 \d+ 页，对折用纸 2 张$/);
    const frame = page.frameLocator('iframe[data-state=front]');
    const cover = await frame.locator('.pagedjs_page').first().boundingBox();
    const last = await frame.locator('.fold-empty').last().boundingBox();
    // The cover lies at the right of the first face; beside it, what becomes the back.
    expect(Math.round(last?.y ?? -1)).toBe(Math.round(cover?.y ?? 0));
    expect(cover?.x).toBeGreaterThan(last?.x ?? Infinity);
    await page.getByRole('button', { name: '分享' }).click();
    const link = await page.locator('.desk-dialog input').inputValue();
    expect(link).toContain('#booklet=2.');
    const other = await open(new URL(link).hash, await newWindow());
    await other.getByText('这是别人分享的一册').waitFor();
    expect(await other.getByLabel('用纸').inputValue()).toBe('fold');
    expect(await other.getByLabel('“营业厅周计划”用哪个版式').inputValue()).toBe('one-page');
  });

  test('what is taken out can be put back where it was', async () => {
    const page = await open();
    await add(page, 'second', weekly);
    await page.getByRole('button', { name: '移出“营业厅周计划”' }).click();
    expect(await titles(page)).toEqual(['客服班组周计划']);
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await titles(page)).toEqual(['营业厅周计划', '客服班组周计划']);
    await shown(page);
    await page.getByLabel('标题').fill('例会'); // pages are under way
    await page.getByRole('button', { name: '全部移出' }).click();
    expect(await titles(page)).toEqual([]);
    await page.locator('#sheets[aria-busy=false]').waitFor();
    expect(await page.locator('#page-count').innerText()).toBe('');
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await titles(page)).toHaveLength(2);
  });

  test('takes a writer’s own draft, whose title then stands in the contents', async () => {
    const page = await newPage();
    await page.goto(`${origin}/plans/second/fill/`);
    await page.getByLabel('单位名称').fill('东方');
    await page.getByLabel('年度', { exact: true }).fill('2027');
    await expect.poll(() => page.locator('#saving').innerText()).toContain('已保存到');
    await page.goto(`${origin}/booklet/`);
    await add(page, 'second');
    await page.getByLabel('用哪一份内容').selectOption({ index: 1 });
    expect(await shown(page)).toContain('材料一东方2027年营业厅周计划');
  });

  test('works where storage is blocked, and says that nothing is kept', async () => {
    const page = await newWindow();
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto(`${origin}/booklet/`);
    await add(page, 'second');
    expect(await shown(page)).toContain('材料一营业厅周计划');
    expect(await page.locator('.notice').innerText()).toContain('浏览器禁止本站保存数据');
  });

  test('a plan or draft that is gone is said and left out of the pages', async () => {
    const page = await newPage();
    await page.goto(origin);
    await page.evaluate(() => {
      localStorage.setItem('planshelf.basket.v1', '{"slugs":["second","gone","draft:gone"]}');
    });
    await page.goto(`${origin}/booklet/`);
    expect(await page.locator('#papers .problem').allInnerTexts()).toEqual([
      expect.stringContaining('书架上已没有这份计划'),
      expect.stringContaining('本浏览器中已没有这份草稿'),
    ]);
    expect(await shown(page)).not.toContain('材料二');
  });
});

test('a link carries papers, cover and drafts; it is kept only when it is taken', async () => {
  const page = await newPage();
  await page.goto(`${origin}/plans/second/fill/`);
  await page.getByLabel('单位名称').fill('东方');
  await expect.poll(() => page.locator('#saving').innerText()).toContain('已保存到');
  await page.goto(`${origin}/booklet/`);
  await add(page, 'second', weekly);
  await page.getByLabel('用哪一份内容').selectOption({ index: 1 });
  await page.getByLabel('标题').fill('周例会材料');
  await page.getByRole('button', { name: '分享' }).click();
  const address = await page.locator('.desk-dialog input').inputValue();

  const other = await open(new URL(address).hash, await newWindow());
  await other.getByText('这是别人分享的一册').waitFor();
  const text = await shown(other);
  expect(text).toContain('周例会材料');
  expect(text).toContain('东方');
  expect(await other.evaluate(() => localStorage.length)).toBe(0);
  await other.evaluate(() => {
    const set = (key: string, text: string): void => {
      localStorage[key] = text;
    };
    Storage.prototype.setItem = (key: string, text: string) => {
      if (key.startsWith('planshelf.draft.')) throw new DOMException('full', 'QuotaExceededError');
      set(key, text);
    };
  });
  await other.getByRole('button', { name: '保存', exact: true }).click();
  await other.getByText('没有保存').waitFor();
  expect(await other.evaluate(() => localStorage.length)).toBe(0);
  await other.evaluate(() => {
    Storage.prototype.setItem = function (key: string, text: string) {
      this[key] = text;
    };
  });
  await other.getByRole('button', { name: '保存', exact: true }).click();
  await other.reload();
  expect(await titles(other)).toHaveLength(2);
  expect(await shown(other)).toContain('东方');
  // From another page: within the same one the address is read, and emptied, before a reload.
  await other.goto('about:blank');
  await other.goto(`${origin}/booklet/${new URL(address).hash.slice(0, -3)}`);
  await other.getByText('不完整或被改动过').waitFor();
});

test('a shared booklet is taken as it was changed while it was looked at; the own one can be had back', async () => {
  const page = await open();
  await add(page, weekly);
  await page.getByLabel('标题').fill('我的例会');
  const shared = await shareBooklet({
    papers: [{ plan: 'second' }, { plan: weekly }],
    cover: { title: '他的例会', unit: '', date: '', mark: '' },
    duplex: false,
    options: {},
  });
  if (!('fragment' in shared)) throw new Error('too long');
  await page.evaluate((hash) => {
    location.hash = hash;
  }, shared.fragment);
  await page.getByText('这是别人分享的一册').waitFor();
  await page.getByRole('button', { name: '移出“客服班组周计划”' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  expect(await titles(page)).toEqual(['营业厅周计划']);
  expect(await page.getByLabel('标题').inputValue()).toBe('他的例会');
  await page.locator('.notice[data-about=shared]').getByRole('button', { name: '撤销' }).click();
  await page.reload();
  expect(await titles(page)).toEqual(['客服班组周计划']);
  expect(await page.getByLabel('标题').inputValue()).toBe('我的例会');
});

describe.each([
  ['desk', 1400],
  ['phone', 390],
] as const)('on a %s of %i px', (_, width) => {
  test('axe finds nothing in light colours and in dark ones, and nothing is wider than the screen', async () => {
    const page = await open('', await newWindow({ viewport: { width, height: 844 } }));
    expect(await violationsInBothSchemes(page)).toEqual([]);
    await add(page, 'second', weekly);
    await shown(page);
    expect(await violationsInBothSchemes(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});

describe('on the command line', () => {
  const bind = (...args: string[]) => site.run('plan', ['booklet', ...args]);
  const outline = z.array(z.object({ title: z.string(), items: z.array(z.object({ title: z.string() })) }));

  test('a booklet is proven, its outline complete; again it is the same bytes', async () => {
    await writeFile(join(site.root, 'values.yaml'), 'plan: second\nvalues:\n  单位名称: 东方\n  年度: 2027\n');
    const args = [weekly, 'second', '--values', 'values.yaml', '--title', '例会', '--duplex', '--out', 'book.pdf'];
    const first = await bind(...args);
    expect(first.output).toContain('生成 1，复用 0，失败 0');
    const bytes = await readFile(join(site.root, 'book.pdf'));
    const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise;
    const found = outline.parse(await pdf.getOutline());
    expect(found.map(({ title }) => title)).toEqual(['目录', '客服班组周计划', '东方2027年营业厅周计划']);
    expect(found[2]?.items.map(({ title }) => title).slice(0, 2)).toEqual(['一、目标', '二、措施']);
    expect((await bind(...args)).output).toContain('生成 0，复用 1，失败 0');
    await bind(...args, '--force');
    expect((await readFile(join(site.root, 'book.pdf'))).equals(bytes)).toBe(true);
  });

  test('papers in three templates, on folded A3: proven, by each template’s own measure', async () => {
    const out = join(site.root, 'folded.pdf');
    const made = await bind('second', `${weekly}:official`, 'second:one-page', '--option', 'sheet=fold', '--out', out);
    expect(made.code, made.output).toBe(0);
    expect(made.output).toContain('短边翻转');
    const task = getDocument({ data: new Uint8Array(await readFile(out)), verbosity: 0 });
    const pdf = await task.promise;
    expect(pdf.numPages % 2).toBe(0);
    const { view } = await pdf.getPage(1);
    expect(view.map((length) => Math.round((length * 25.4) / 72))).toEqual([0, 0, 420, 297]);
    await task.destroy();
  });

  test('a title of 500 characters fits on its cover; a sign that no face has is set as 〓', async () => {
    const title = `${'会议材料汇编第一册'.repeat(56).slice(0, 498)}😀`;
    const { code, output } = await bind('second', '--title', title, '--out', 'long.pdf');
    expect(code, output).toBe(0);
    expect(output).toContain('印作〓：😀');
    const task = getDocument({ data: new Uint8Array(await readFile(join(site.root, 'long.pdf'))), verbosity: 0 });
    const { items } = await (await (await task.promise).getPage(1)).getTextContent();
    expect(items.map((item) => ('str' in item ? item.str : '')).join('')).toContain('〓');
    await task.destroy();
  });

  test('to be refused is exit code 2, and nothing is written', async () => {
    const { code, output } = await bind('secnd', '--out', 'refused');
    expect(code).toBe(2);
    expect(output).toContain('是否要写 second');
    expect(await readdir(site.root)).not.toContain('refused');
  });
});
