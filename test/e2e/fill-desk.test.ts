/** The fill page when things go wrong, by keyboard alone, and for every template. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { documentPlaces } from '../../src/document/edits/document-places.ts';
import { textHash } from '../../src/document/edits/text-hash.ts';
import { documentSchema } from '../../src/document/schema.ts';
import { type Draft, draftSchema, newDraft } from '../../src/fill/draft.ts';
import { shareFragment } from '../../src/fill/draft-share.ts';
import { pack } from '../../src/fill/packed-text.ts';
import { readTemplates } from '../../src/press/site/print-site.ts';
import { violationsInBothSchemes, violationsOf } from './accessibility.ts';
import { openAnyBrowser } from './browser.ts';
import { type DeskSite, Tabs, openDeskSite, pagesText, saved, shown } from './desk-page.ts';

const templates = await readTemplates(resolve(import.meta.dirname, '../../templates'));
const updated = '2026-11-20T08:00:00.000Z';

let desk: DeskSite;
let browser: Browser;
let tabs: Tabs;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  desk = await openDeskSite();
  browser = await openAnyBrowser();
  tabs = new Tabs(browser, desk.origin, { reducedMotion: 'reduce' });
});

afterAll(async () => {
  await browser.close();
  await desk.close();
});

const take = (opened: Page): void => {
  page = opened;
  page.on('pageerror', (error) => complaints.push(error.message));
};

/** For a test that changes more of a window than the shared tab forgets. */
async function openOwnPage(width = 1400): Promise<void> {
  take(await tabs.own({ viewport: { width, height: 900 } }));
}

beforeEach(async () => {
  complaints.length = 0;
  take(await tabs.shared());
});

afterEach(async () => {
  await tabs.closeOwn();
  expect(complaints).toEqual([]);
});

async function open(query = ''): Promise<void> {
  await page.goto(`${desk.origin}/plans/second/fill/${query}`);
  await shown(page);
}

const frame = () => page.frameLocator('iframe[data-state=front]');
const notice = () => page.locator('.notice').allInnerTexts();
const organization = () => page.getByLabel('单位名称');

async function goToFragment(fragment: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, fragment);
}

async function linkOf(given: Partial<Draft>, plan = 'second'): Promise<string> {
  const sharing = await shareFragment(newDraft(plan, { updated, ...given }));
  if (!('fragment' in sharing)) throw new Error('too long');
  return `#${sharing.fragment}`;
}

describe('values that have broken pages before', () => {
  const values = [
    ['<script>alert(1)</script><img src=x onerror=alert(2)>', '<script>alert(1)</script><imgsrc=xonerror=alert(2)>'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['前\u0000\u0007\u001B后', '前后'],
    ['甲\u202Egnp.exe\u202C乙', '甲gnp.exe乙'],
    ['👨‍👩‍👧‍👦🇨🇳✅', '👨‍👩‍👧‍👦🇨🇳✅'],
    ['半\uD83D个', '半�个'],
    ['=1+1', '=1+1'],
    ['【年度】\\【', '【年度】\\【'],
  ] as const;

  test('markup, addresses, controls, bidi, emoji, half characters, formulas and brackets are shown as text', async () => {
    await open();
    for (const [given, expected] of values) {
      await page.evaluate((value) => {
        const control = document.querySelector<HTMLInputElement>('[data-label=单位名称]');
        if (control === null) throw new Error('no control');
        control.value = value;
        control.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }, given);
      expect(await pagesText(page)).toContain(expected);
      expect(await frame().locator('a[href^="javascript:"], img, main script').count(), expected).toBe(0);
      await saved(page);
      await page.reload();
      expect(await pagesText(page)).toContain(expected);
    }
  });

  test('100,000 characters are set, kept and shared as a file', async () => {
    await open();
    let noise = '';
    for (let n = 1; noise.length < 100_000; n = (n * 48_271) % 2_147_483_647) noise += '计划目标措施检查'.charAt(n % 8);
    await page.getByLabel('编制人').fill(noise);
    await page.waitForTimeout(500);
    await page.locator('#sheets[aria-busy=false]').waitFor({ timeout: 50_000 });
    expect(Number(/\d+/.exec(await page.locator('#page-count').innerText())?.[0])).toBeGreaterThan(50);
    await saved(page);
    await page.getByRole('button', { name: '分享' }).click();
    await page.getByText('一个链接放不下').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '保存为草稿文件' }).click();
    expect(await readFile(await (await download).path(), 'utf8')).toContain(noise);
  });
});

describe('what is brought in from outside', () => {
  test('a share link that is altered, another plan’s, of a future version or none is refused with the reason', async () => {
    await open();
    await organization().fill('我方');
    await saved(page);
    const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    for (const [fragment, reason] of [
      [(await linkOf({ values: { organization: '他方' } })).replace(/.{8}$/, 'AAAAAAAA'), '不完整或被改动过'],
      [await linkOf({}, 'other'), '另一份范本'],
      ['#draft=3.abc.def', '更新的版本'],
      ['#draft=%E4%BD%A0', '不完整或被改动过'],
    ] as const) {
      await goToFragment(fragment);
      await expect.poll(notice, { message: fragment }).toEqual([expect.stringContaining(reason)]);
      expect(await organization().inputValue()).toBe('我方');
      expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).toBe(kept);
      expect(new URL(page.url()).hash).toBe('');
    }
  });

  test('a link to another plan leads there', async () => {
    await open();
    const fragment = await linkOf({ values: { organization: '他方' } }, 'other');
    await goToFragment(fragment);
    await page.route('**/plans/other/fill/', (route) =>
      route.fulfill({ body: '<h1>other</h1>', contentType: 'text/html' }),
    );
    await page.getByRole('button', { name: '前往那份范本' }).click();
    await expect.poll(() => page.url()).toBe(`${desk.origin}/plans/other/fill/${fragment}`);
  });

  test('a shared draft is refused by the writer, and their own is there again', async () => {
    await open();
    await organization().fill('我方');
    await saved(page);
    await goToFragment(await linkOf({ values: { organization: '他方' }, name: '他的稿' }));
    await page.getByText('“他的稿”').waitFor();
    expect(await pagesText(page)).toContain('他方');
    // Until then the pages are those of the shared draft, whatever is looked at and whatever another window does.
    await page.locator('#template').selectOption('official');
    expect(await pagesText(page)).toContain('他方');
    await page.getByRole('tab', { name: '编辑正文' }).click();
    await page.locator('#panel-text .section-list').first().waitFor();
    expect(await pagesText(page)).toContain('他方');
    const other = await page.context().newPage();
    await other.goto(`${desk.origin}/plans/second/fill/`);
    await other.getByLabel('编制人').fill('李明');
    await saved(other);
    await other.close();
    await page.getByText('已同步另一窗口的修改').waitFor();
    expect(await pagesText(page)).toContain('他方');
    const control = page.locator('[data-label=单位名称]'); // by now the text's own buttons name it as well
    expect(await control.inputValue()).toBe('他方');
    await page.getByRole('button', { name: '不保存' }).click();
    expect(await pagesText(page)).toContain('我方');
    expect(await control.inputValue()).toBe('我方');
  });

  test('a file with damaged entries is read as far as it goes, and they are named', async () => {
    await open();
    const file = {
      ...newDraft('second', { updated }),
      values: { organization: '他方', rate: [1] },
      edits: 'x',
      extra: 1,
    };
    await page.getByRole('button', { name: '我的草稿' }).click();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '稿.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
    await expect.poll(() => organization().inputValue()).toBe('他方');
    const [said] = await notice();
    for (const path of ['values.rate', 'edits', 'extra']) expect(said).toContain(path);
  });

  test('a kept draft that was damaged is said, stays as it is, and can be opened as far as it goes', async () => {
    await openOwnPage();
    const text = JSON.stringify(newDraft('second', { updated, values: { organization: '旧稿' } }));
    await page.addInitScript((entry) => {
      localStorage.setItem('planshelf.draft.old', entry);
    }, `1 4 wrong\n${text}`);
    await open('?draft=old');
    expect(await notice()).toEqual([expect.stringContaining('无法读取')]);
    await organization().fill('新草稿');
    await saved(page);
    expect(await page.evaluate(() => localStorage.getItem('planshelf.draft.old'))).toBe(`1 4 wrong\n${text}`);
    await page.getByRole('button', { name: '我的草稿' }).click();
    const row = page.getByRole('listitem').filter({ hasText: '被改动过' });
    const download = page.waitForEvent('download');
    await row.getByRole('button', { name: '导出原文' }).click();
    expect(await readFile(await (await download).path(), 'utf8')).toBe(text);
    await row.getByRole('button', { name: '删除' }).click();
    expect(await row.count()).toBe(0);
    expect(await page.locator('dialog').getByRole('status').innerText()).toContain('已删除');
    // What was said in the dialog can still be answered when it is closed.
    await page.keyboard.press('Escape');
    await page.locator('#notices').getByRole('button', { name: '恢复' }).click();
    await page.getByRole('button', { name: '我的草稿' }).click();
    await row.getByRole('button', { name: '打开' }).click();
    await expect.poll(() => organization().inputValue()).toBe('旧稿');
  });
});

describe('a draft of version 1', () => {
  const places = async () =>
    documentPlaces(
      documentSchema.parse(JSON.parse(await readFile(join(desk.site.dist, 'plans/second/document.json'), 'utf8'))),
    );

  async function firstDraft(): Promise<string> {
    const found = await places();
    const at = (text: string): string => found.find((place) => place.text === text)?.address ?? '';
    return JSON.stringify({
      format: 'planshelf.draft',
      version: 1,
      plan: 'second',
      planDigest: '',
      name: '旧稿',
      updated,
      values: { organization: '旧厅' },
      people: {},
      edits: [
        { kind: 'omit', at: at('风险') },
        { kind: 'text', at: at('清理积压投诉'), text: '清空积压投诉' },
        { kind: 'text', at: '没有的/p1#00000000000', text: '无处可去' },
      ],
    });
  }

  test('is shown as it was, and kept with its documents once something is changed', async () => {
    await openOwnPage();
    const text = await firstDraft();
    await page.addInitScript(
      (entry) => {
        localStorage.setItem('planshelf.draft.old', entry);
      },
      `1 4 ${textHash(text)}\n${text}`,
    );
    await open('?draft=old');
    const before = await pagesText(page);
    expect(before).toMatch(/旧厅/);
    expect(before).toMatch(/清空积压投诉/);
    expect(before).not.toContain('来电集中');
    await organization().fill('新厅');
    await saved(page);
    const entry = (await page.evaluate(() => localStorage.getItem('planshelf.draft.old'))) ?? '';
    expect(entry.slice(0, 2)).toBe('2 ');
    const kept = draftSchema.parse(JSON.parse(entry.slice(entry.indexOf('\n'))));
    expect(kept).toMatchObject({ values: { organization: '新厅' }, changes: { written: [{ text: '无处可去' }] } });
    expect(kept.edits).toBeUndefined();
    await page.getByRole('tab', { name: '编辑正文' }).click();
    await page.getByRole('heading', { name: '修改 3 处' }).waitFor();
    await page.locator('.changes .problem').getByText('范本中已没有此处').waitFor();
    await page.getByRole('button', { name: /^撤回：删除整节/ }).click();
    expect(await pagesText(page)).toContain('来电集中');
    await page.getByRole('heading', { name: '修改 2 处' }).waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await pagesText(page)).not.toContain('来电集中');
  });

  test('is read from its link', async () => {
    const text = await firstDraft();
    await open();
    await goToFragment(`#draft=1.${textHash(text)}.${await pack(text)}`);
    await page.getByRole('button', { name: '保存为我的草稿' }).click();
    expect(await pagesText(page)).toMatch(/清空积压投诉/);
    expect(await pagesText(page)).not.toContain('来电集中');
  });
});

test('an address whose draft is gone opens a new one and says so; the others are left alone', async () => {
  await open();
  await organization().fill('我方');
  await saved(page);
  await open('?draft=gone');
  expect(await notice()).toEqual([expect.stringContaining('已不存在')]);
  expect(await organization().inputValue()).toBe('');
  await open();
  expect(await notice()).toEqual([]);
  expect(await organization().inputValue()).toBe('我方');
});

describe('the pages', () => {
  test('what is worked on stays in view', async () => {
    await open();
    const inView = () =>
      page.evaluate(() => {
        const sheets = document.querySelector('#sheets')?.getBoundingClientRect();
        const element = document.querySelector<HTMLIFrameElement>('iframe[data-state=front]');
        const mark = element?.contentDocument?.querySelector('[data-current]')?.getBoundingClientRect();
        if (sheets === undefined || element === null || mark === undefined) return false;
        const scale = element.getBoundingClientRect().width / element.offsetWidth;
        const top = element.getBoundingClientRect().top + mark.top * scale;
        return top > sheets.top && top < sheets.bottom;
      });
    // Posts stand in tables and signatures on both pages.
    await page.locator('[data-role=客服专员]').focus();
    await page.locator('#sheets').evaluate((sheets) => {
      sheets.scrollTo(0, sheets.scrollHeight);
    });
    expect(await inView()).toBe(false);
    await page.keyboard.type('王芳');
    expect(await pagesText(page)).toContain('客服专员（王芳）');
    expect(await inView()).toBe(true);
  });

  test('what was changed by the list comes into view: a row that was added, a section that was moved', async () => {
    await open();
    await page.getByRole('tab', { name: '编辑正文' }).click();
    const worked = frame().locator('[data-current]');
    const inView = async (): Promise<boolean> => {
      const [sheets, place] = await Promise.all([page.locator('#sheets').boundingBox(), worked.first().boundingBox()]);
      return sheets !== null && place !== null && place.y >= sheets.y && place.y <= sheets.y + sheets.height;
    };
    await page.locator('[data-key="add risks"]').click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: '取消' }).isVisible()).toBe(true);
    await page.keyboard.type('停电');
    await page.keyboard.press('Enter');
    expect(await pagesText(page)).toContain('停电');
    expect(await worked.first().innerText()).toContain('停电');
    await expect.poll(inView).toBe(true);
    await page.getByRole('button', { name: '上移“检查”' }).click();
    expect(await pagesText(page)).toContain('四、检查');
    expect(await worked.first().innerText()).toContain('检查');
    await expect.poll(inView).toBe(true);
    await page.getByRole('button', { name: /^撤回：风险应对表/ }).click();
    await page.getByRole('button', { name: '删除“目标”' }).click();
    await page.getByRole('button', { name: '恢复“目标”' }).click();
    expect(await pagesText(page)).toContain('一、目标');
    expect(await worked.first().innerText()).toContain('目标');
    await expect.poll(inView).toBe(true);
  });

  test('no moment without pages while typing', async () => {
    await open();
    await page.evaluate(() => {
      const gaps: string[] = [];
      let looks = 0;
      const look = (): void => {
        const fronts = [...document.querySelectorAll<HTMLIFrameElement>('iframe[data-state=front]')];
        const sheets = fronts.flatMap(({ contentDocument }) => [
          ...(contentDocument?.querySelectorAll('html[data-pages] .pagedjs_page') ?? []),
        ]);
        looks += 1;
        if (fronts.length !== 1 || sheets.length === 0) gaps.push(`${fronts.length}/${sheets.length}`);
        Object.assign(window, { gaps, looks });
        requestAnimationFrame(look);
      };
      look();
    });
    await organization().pressSequentially('东方营业厅东方营业厅', { delay: 90 });
    expect(await pagesText(page)).toContain('东方营业厅东方营业厅');
    const seen = await page.evaluate(() => ({
      gaps: Reflect.get(window, 'gaps') as unknown,
      looks: Reflect.get(window, 'looks') as unknown,
    }));
    expect(seen.gaps).toEqual([]);
    expect(seen.looks).toBeGreaterThan(10);
  });

  test('zoom in, zoom out, fit', async () => {
    await open();
    const width = async () => (await page.locator('iframe[data-state=front]').boundingBox())?.width ?? 0;
    const fitting = await width();
    await page.getByRole('button', { name: '放大' }).click();
    expect(await width()).toBeGreaterThan(fitting);
    await page.getByRole('button', { name: '缩小' }).click();
    await page.getByRole('button', { name: '缩小' }).click();
    expect(await width()).toBeLessThan(fitting);
    await page.locator('#zoom-value').click();
    expect(await width()).toBeCloseTo(fitting, 0);
  });

  test('are what is printed', async () => {
    await open();
    await organization().fill('东方营业厅');
    await page.evaluate(() => {
      for (const { contentWindow } of document.querySelectorAll('iframe'))
        if (contentWindow)
          contentWindow.print = () => Object.assign(window, { printed: contentWindow.document.body.innerText });
    });
    await page.getByRole('button', { name: '打印' }).click();
    await expect.poll(() => page.evaluate(() => String(Reflect.get(window, 'printed')))).toContain('东方营业厅');
  });

  test.each(templates)('in the template $title', async ({ name, page: { width } }) => {
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    await open();
    await page.locator('#template').selectOption(name);
    await page.getByRole('button', { name: '填入示例' }).click();
    await organization().fill('东方营业厅');
    expect(await pagesText(page)).toContain('东方营业厅');
    const sheet = await frame().locator('.pagedjs_page').first().boundingBox();
    const scale = await page.evaluate(() => {
      const element = document.querySelector<HTMLIFrameElement>('iframe[data-state=front]');
      return (element?.getBoundingClientRect().width ?? 0) / (element?.offsetWidth ?? 1);
    });
    expect((sheet?.width ?? 0) / scale).toBeCloseTo((width * 96) / 25.4, 0);
    // Changing the text goes by the whole text, whichever template shows it.
    await page.getByRole('tab', { name: '编辑正文' }).click();
    await page.getByRole('heading', { name: '目录' }).waitFor();
    await page.getByRole('button', { name: '删除“风险”' }).click();
    await expect.poll(() => pagesText(page)).not.toContain('来电集中');
    expect(await page.locator('[data-key="add risks"]').isDisabled()).toBe(true);
    expect(await page.locator('[data-key="add kpis"]').isEnabled()).toBe(true);
    expect(refused).toEqual([]);
  });
});

describe('dialogs', () => {
  test('where the browser does not let a page copy, it says how else', async () => {
    await openOwnPage();
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await open();
    await page.getByRole('button', { name: '分享' }).click();
    await page.getByRole('button', { name: '复制链接' }).click();
    await page.getByText('请手动复制').waitFor();
    expect(await page.evaluate(() => getSelection()?.toString())).toContain('#draft=');
  });

  test('a press on the edge of one, or beside one with words in it, loses nothing; else a press beside it closes it', async () => {
    await open();
    await page.getByRole('tab', { name: '编辑正文' }).click();
    await page.locator('[data-key="add risks"]').click();
    const dialog = page.locator('.desk-dialog');
    await page.keyboard.type('停电');
    const box = await dialog.boundingBox();
    if (box === null) throw new Error('not shown');
    await page.mouse.click(box.x + 4, box.y + box.height / 2);
    await page.mouse.click(4, 4);
    expect(await dialog.locator('input').first().inputValue()).toBe('停电');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '导出' }).click();
    await dialog.waitFor();
    const exports = await dialog.boundingBox();
    await page.mouse.click((exports?.x ?? 0) + 4, (exports?.y ?? 0) + 40);
    expect(await dialog.count()).toBe(1);
    await page.mouse.click(4, 4);
    await expect.poll(() => dialog.count()).toBe(0);
  });
});

describe('by keyboard alone', () => {
  async function tabTo(selector: string): Promise<void> {
    for (let presses = 0; presses < 120; presses += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${selector} is not reached by Tab`);
  }

  test('fill in, change a paragraph, leave with a file', async () => {
    await open();
    await tabTo('[data-label=单位名称]');
    await page.keyboard.type('东方营业厅');
    await page.evaluate(() => {
      (document.activeElement as HTMLElement).blur();
    });
    await tabTo('#tab-form');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: '尚未修改' }).waitFor();
    await tabTo('details[data-id="目标"] > summary, button[data-key^="edit"]');
    await tabTo('button[data-key^="edit"]');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('键盘写的。');
    await page.keyboard.press('Control+Enter');
    expect(await pagesText(page)).toContain('键盘写的。');
    await page.getByRole('heading', { name: '修改 1 处' }).waitFor();
    await tabTo('[data-act=export]');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo('dialog .formats button');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toMatch(/^东方营业厅.*\.docx$/);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    // The focus is again where it was.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-act'))).toBe('export');
  });

  test('a row is added, its cells filled in, and taken away', async () => {
    await open();
    await tabTo('#tab-form');
    await page.keyboard.press('ArrowRight');
    await tabTo('button[data-key="add risks"]');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('停电');
    await page.keyboard.press('Enter');
    expect(await pagesText(page)).toContain('停电');
    await page.keyboard.press('Control+z');
    expect(await pagesText(page)).not.toContain('停电');
  });
});

describe.each([1400, 390])('accessibility, %i px', (width) => {
  test('no violations in any state, in light colours and in dark ones', async () => {
    await openOwnPage(width);
    const found: Record<string, readonly string[]> = {};
    const look = async (state: string) => (found[state] = await violationsInBothSchemes(page));
    await page.goto(`${desk.origin}/plans/second/fill/`);
    await look('empty');
    await page.goto('about:blank');
    await page.goto(`${desk.origin}/plans/second/fill/${await linkOf({ name: '他的稿' })}`);
    await page.getByText('“他的稿”').waitFor();
    await look('a shared draft');
    await page.getByRole('button', { name: '保存为我的草稿' }).click();
    await page.getByRole('textbox', { name: '年度', exact: true }).fill('1999');
    await page.getByRole('button', { name: '填入示例' }).click();
    await look('filled, with a problem');
    await page.getByRole('tab', { name: '编辑正文' }).click();
    await page.getByRole('heading', { name: '尚未修改' }).waitFor();
    await page.locator('details[data-id="措施"] > summary').click();
    await look('sections');
    await page
      .getByRole('button', { name: /^编辑“/ })
      .first()
      .click();
    await look('a paragraph');
    await page.keyboard.type('改。');
    await page.keyboard.press('Control+Enter');
    await page
      .getByRole('button', { name: /中新增一行$/ })
      .first()
      .click();
    await look('a row');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '删除“风险”' }).click();
    await look('changes');
    if (width < 960) {
      await page.getByRole('tab', { name: '预览' }).click();
      await shown(page);
      await look('pages');
    }
    await page.getByRole('button', { name: '我的草稿' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '复制' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).last().click();
    await look('drafts, one deleted');
    await page.keyboard.press('Escape');
    for (const name of ['导出', '分享']) {
      await page.getByRole('button', { name }).click();
      await page.getByRole('dialog').waitFor();
      await look(name);
      await page.keyboard.press('Escape');
    }
    expect(Object.values(found).flat()).toEqual([]);
    expect(Object.keys(found).length).toBeGreaterThanOrEqual(10);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});

describe('values that are wrong', () => {
  const say = (label: string) =>
    page.locator(`.field:has([data-label="${label}"]) .problem`).filter({ visible: true }).allInnerTexts();
  const wrong = async (): Promise<void> => {
    await page.locator('[data-label=年度]').fill('27');
    await page.getByLabel('起始日期').fill('01/01/27');
    await page.getByLabel('编制人').fill('　 ');
    await page.getByLabel('编制日期').fill('2月30日');
    await page.getByLabel('上期办结率').fill('9O');
    await page.getByLabel('办结率目标').fill('188 %');
  };

  test('are said where they stand, and read as they were meant', async () => {
    await open();
    await wrong();
    expect(await say('年度')).toEqual([expect.stringContaining('“27”按 2027 年处理')]);
    expect(await say('起始日期')).toEqual([expect.stringContaining('按 2027年1月1日处理')]);
    expect(await say('编制人')).toEqual([expect.stringContaining('只有空格')]);
    expect(await say('编制日期')).toEqual([expect.stringContaining('没有这一天')]);
    expect(await say('上期办结率')).toEqual([expect.stringContaining('“9O”不是数字')]);
    expect(await say('办结率目标')).toEqual([expect.stringContaining('超过 100%')]);
    expect(await page.locator('#filled').innerText()).toBe('已填 5/7');
    const text = await pagesText(page);
    expect(text).toContain('2027年营业厅周计划');
    // A task that is due three days after the start.
    expect(text).toContain('2027年1月3日');
    expect(text).not.toContain('1927');
    expect(text).toContain('188%');
    await page.getByLabel('起始日期').fill('2027-03-15');
    expect(await say('起始日期')).toEqual([]);
    expect(await pagesText(page)).toContain('2027年3月17日');
  });

  test('stand in one list before printing and exporting, which leads to each and hinders nothing', async () => {
    await open();
    const prints = await page.evaluateHandle(() => {
      const count = { prints: 0 };
      for (const { contentWindow } of document.querySelectorAll('iframe'))
        if (contentWindow !== null) contentWindow.print = () => (count.prints += 1);
      return count;
    });
    const printed = () => prints.evaluate(({ prints: count }) => count);
    await wrong();
    await pagesText(page);
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: '打印', exact: false }).first().click();
    expect(await dialog.getByRole('heading').innerText()).toBe('打印前请核对（6 处）');
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: '【办结率目标】' }).click();
    expect(await dialog.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-label'))).toBe('办结率目标');
    expect(await printed()).toBe(0);
    await page.keyboard.press('Control+p');
    await dialog.getByRole('button', { name: '仍然打印' }).press('Enter');
    await expect.poll(printed).toBe(1);
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await dialog.getByRole('button', { name: '仍然导出' }).click();
    await dialog.getByRole('button', { name: /^Word/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '清空' }).click();
    await pagesText(page);
    await page.keyboard.press('Control+p');
    await expect.poll(printed).toBe(2);
    expect(await dialog.count()).toBe(0);
  });

  test('of a row that was added stand in the list too, and at the change', async () => {
    await open();
    await page.getByRole('tab', { name: '编辑正文' }).click();
    await page.getByRole('button', { name: '在任务分解表中新增一行' }).click();
    await page.getByLabel('任务', { exact: true }).fill('走访');
    await page.getByLabel('时限').fill('2027-05-01至2027-03-31');
    await page.getByRole('button', { name: '完成' }).click();
    await page.locator('.changes .problem').getByText('结束早于开始').waitFor();
    await page.getByRole('tab', { name: '填写' }).click();
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('button', { name: /结束早于开始/ }).click();
    expect(await page.getByLabel('时限').inputValue()).toBe('2027-05-01至2027-03-31');
  });
});

test.each(templates.filter(({ kind }) => kind !== 'booklet'))(
  'two empty blanks side by side have two rules, $title',
  async ({ name }) => {
    await open();
    await page.locator('#template').selectOption(name);
    await pagesText(page);
    const gaps = await frame()
      .locator('h1')
      .evaluate((title) => {
        const [left, right] = title.querySelectorAll('.blank-label');
        if (left === undefined || right === undefined) return [];
        return [right.getBoundingClientRect().left - left.getBoundingClientRect().right];
      });
    expect(gaps.length).toBeGreaterThan(0);
    // Two thirds of a millimetre.
    for (const gap of gaps) expect(gap).toBeGreaterThan(2.5);
  },
);

describe('names in characters that everyday writing lacks', () => {
  const rare = '昊琪妍鑫闫佟喆晗暨䶮';

  test('are set in the print faces, which are loaded only then', async () => {
    await openOwnPage();
    const fetched: string[] = [];
    page.on('request', (request) => {
      if (/\.woff2?$/.test(request.url())) fetched.push(new URL(request.url()).pathname.split('/').at(-1) ?? '');
    });
    await open();
    await page.getByLabel('编制人').fill('李明');
    await pagesText(page);
    expect(fetched.filter((name) => name.endsWith('.woff'))).toEqual([]);
    await page.getByLabel('编制人').fill(rare);
    expect(await pagesText(page)).toContain(rare);
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const faces = new Set<string>();
    const visit = async (node: typeof root, framed: boolean): Promise<void> => {
      if (framed && node.attributes?.includes('编制人') === true && node.attributes.includes('data-field')) {
        const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId: node.nodeId });
        for (const font of fonts) faces.add(`${font.familyName} ${font.isCustomFont ? 'own' : 'of the system'}`);
      }
      for (const child of node.children ?? []) await visit(child, framed);
      if (node.contentDocument !== undefined) await visit(node.contentDocument, true);
    };
    await visit(root, false);
    expect([...faces].filter((face) => face.endsWith('of the system'))).toEqual([]);
    expect(faces.size).toBeGreaterThan(0);
    expect(await page.locator('#glyphs').innerText()).toBe('');
    await page.getByLabel('编制人').fill(`${rare}\u{2A6A5}`);
    await expect.poll(() => page.locator('#glyphs').innerText()).toContain('\u{2A6A5}');
    expect(await page.locator('#glyphs').innerText()).not.toContain('昊');
  });
});

describe('a text in its editor', () => {
  const control = () => page.locator('.chip-text');
  const written = async () => (await control().innerText()).replace(/\u00A0/g, ' ').trimEnd();
  const openParagraph = async (): Promise<void> => {
    await open();
    await page.getByRole('tab', { name: '编辑正文' }).click();
    await page.locator('#panel-text .section-list').first().waitFor();
    await pagesText(page);
    await frame().locator('p[data-block]').first().click();
  };
  const paste = (text: string) =>
    control().evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  const paragraphs = () => frame().locator('p[data-edited]').allInnerTexts();

  test('Enter at its end begins a new paragraph, on the pages as in the control', async () => {
    await openParagraph();
    const before = await control().evaluate(({ scrollHeight }) => scrollHeight);
    await page.keyboard.press('Enter');
    expect(await control().evaluate(({ scrollHeight }) => scrollHeight)).toBeGreaterThan(before + 10);
    await page.keyboard.type('新的一段。');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('同段另一行。');
    await page.keyboard.press('Control+Enter');
    await pagesText(page);
    const [first, second, ...more] = await paragraphs();
    expect(more).toEqual([]);
    expect(first).toContain('办结率');
    expect(second).toBe('新的一段。\n同段另一行。');
    // To open the second one opens both.
    await frame().locator('p[data-edited]').nth(1).click();
    expect(await written()).toMatch(/\n新的一段。\n同段另一行。$/);
  });

  test('six lines of plain text become six paragraphs', async () => {
    await openParagraph();
    await page.keyboard.press('Control+a');
    await paste('一\r\n二\r\n三\n\n四\n五\n六\n');
    await page.keyboard.press('Control+Enter');
    await pagesText(page);
    expect(await paragraphs()).toEqual(['一', '二', '三', '四', '五', '六']);
  });

  test('typing, a paste, a deletion and a blank are taken back in their order, and done again', async () => {
    await openParagraph();
    const states = [await written()];
    const note = async () => states.push(await written());
    await page.keyboard.type('甲乙');
    await note();
    await paste('贴上的【年度】话');
    await note();
    await page.keyboard.type('丙');
    await note();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await note();
    await page.getByLabel('插入填写项').selectOption('年度');
    await note();
    await page.keyboard.press('Enter');
    await page.keyboard.type('丁');
    await note();
    expect(new Set(states).size).toBe(states.length);
    await page.keyboard.press('Control+z'); // a new paragraph and what is typed in it are two steps
    for (const state of states.slice(0, -1).toReversed()) {
      await page.keyboard.press('Control+z');
      expect(await written()).toBe(state);
    }
    expect(await control().locator('.chip').count()).toBe(4);
    for (let step = 0; step < 9; step += 1) await page.keyboard.press('Control+Shift+z');
    expect(await written()).toBe(states.at(-1));
    // What is typed now goes to where the last change was.
    await page.keyboard.type('戊');
    expect(await written()).toBe(`${states.at(-1) ?? ''}戊`);
  });

  test.each(['Escape', 'the cross'])('%s loses nothing', async (way) => {
    await openParagraph();
    await page.keyboard.type('不能丢的话。');
    if (way === 'Escape') await page.keyboard.press('Escape');
    else await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await pagesText(page)).toContain('不能丢的话');
    await page.getByText('修改已保存').waitFor();
    await page.locator('.notice').getByRole('button', { name: '撤销' }).click();
    expect(await pagesText(page)).not.toContain('不能丢的话');
  });

  test('what is given up can be had back', async () => {
    await openParagraph();
    await page.keyboard.type('再想想的话。');
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    expect(await pagesText(page)).not.toContain('再想想的话');
    await page.locator('.notice').getByRole('button', { name: '恢复' }).click();
    expect(await pagesText(page)).toContain('再想想的话');
  });

  test('Escape keeps the cells of a row that were written', async () => {
    await openParagraph();
    await page.keyboard.press('Escape');
    await page.locator('[data-key="add risks"]').click();
    await page.keyboard.type('停电');
    await page.keyboard.press('Escape');
    expect(await pagesText(page)).toContain('停电');
  });

  test.each([1400, 390])('a long text scrolls in itself, %i px wide', async (width) => {
    await openOwnPage(width);
    await page.goto(`${desk.origin}/plans/second/fill/`);
    await page.getByRole('tab', { name: '编辑正文' }).click();
    await page.locator('#panel-text summary').first().click();
    await page.locator('#panel-text li.paragraph').getByRole('button').first().click();
    await paste('很长的话。'.repeat(1500));
    const [box, done] = await Promise.all([
      page.getByRole('dialog').boundingBox(),
      page.getByRole('button', { name: '完成' }).boundingBox(),
    ]);
    if (box === null || done === null) throw new Error('not shown');
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(900);
    expect(done.y + done.height).toBeLessThanOrEqual(900);
    expect(await control().evaluate(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)).toBe(true);
  });
});

describe('the pages while a writer types', () => {
  test('stay where the writer looks', async () => {
    await open();
    const sheets = page.locator('#sheets');
    const top = () => sheets.evaluate(({ scrollTop }) => scrollTop);
    // It stands on both pages.
    await page.locator('[data-role=客服专员]').focus();
    const box = await sheets.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 100, (box?.y ?? 0) + 100);
    await page.mouse.wheel(0, 10_000);
    await expect.poll(top).toBeGreaterThan(200);
    const before = await top();
    await page.keyboard.type('王');
    expect(await pagesText(page)).toContain('客服专员（王）');
    expect(Math.abs((await top()) - before)).toBeLessThan(40);
    // To come back to the control asks for its place.
    await page.getByLabel('编制人').focus();
    await page.locator('[data-role=客服主管]').focus();
    await page.locator('[data-role=客服专员]').focus();
    const seen = await frame()
      .locator('[data-current]')
      .evaluateAll((marks) => marks.length);
    expect(seen).toBeGreaterThan(1);
  });
});

test('a share link with a mark of punctuation behind it is read', async () => {
  await open();
  for (const [index, behind] of ['。', '）', '”。', '，请查收', '%E3%80%82', '>'].entries()) {
    await goToFragment(`${await linkOf({ values: { organization: `他方${index}` } })}${behind}`);
    await expect.poll(() => organization().inputValue(), { message: behind }).toBe(`他方${index}`);
    await page.getByRole('button', { name: '保存为我的草稿' }).waitFor();
  }
});
