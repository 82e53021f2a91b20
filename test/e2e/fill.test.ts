import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readTemplates } from '../../src/press/site/print-site.ts';
import { openAnyBrowser } from './browser.ts';
import { Tabs, openDeskSite, pagesText as textOfPages, saved as savedOn, shown } from './desk-page.ts';
import type { FixtureSite } from './fixture-site.ts';

const templates = await readTemplates(resolve(import.meta.dirname, '../../templates'));

let site: FixtureSite;
let browser: Browser;
let origin: string;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const desk = await openDeskSite();
  ({ site, origin } = desk);
  browser = await openAnyBrowser();
  tabs = new Tabs(browser, origin);
  closing.push(
    () => browser.close(),
    () => desk.close(),
  );
});

afterAll(async () => {
  for (const close of closing) await close();
});

let tabs: Tabs;
let page: Page;
const complaints: string[] = [];

const take = (opened: Page): void => {
  page = opened;
  page.on('pageerror', (error) => complaints.push(error.message));
};

/** For a test that changes more of a window than the shared tab forgets. */
async function openOwnPage(): Promise<void> {
  take(await tabs.own());
}

beforeEach(async () => {
  complaints.length = 0;
  take(await tabs.shared());
});

afterEach(async () => {
  await tabs.closeOwn();
  expect(complaints).toEqual([]);
});

async function open(to: Page = page, query = ''): Promise<void> {
  await to.goto(`${origin}/plans/second/fill/${query}`);
  await shown(to);
}

const pagesText = (on: Page = page) => textOfPages(on);
const saved = (on: Page = page) => savedOn(on);

describe('filling in', () => {
  test('each field is asked for once; what is typed stands on the pages, dates and figures follow', async () => {
    await open();
    expect(await page.locator('#filled').innerText()).toBe('已填 1/7');
    await page.getByLabel('单位名称').fill('东方营业厅');
    await page.getByLabel('起始日期').fill('2027-01-04');
    await page.getByLabel('上期办结率').fill('88');
    await page.locator('[data-role=客服主管]').fill('张静');
    const text = await pagesText();
    expect(text).toContain('东方营业厅');
    expect(text).toContain('2027年1月6日'); // +3d ends on the third day
    expect(text).toContain('客服主管（张静）');
    expect(await page.locator('[data-computed=gain]').innerText()).toBe('7.0个百分点');
    expect(await page.locator('#filled').innerText()).toBe('已填 4/7');
  });

  test('a value beyond its limits is kept, shown and explained', async () => {
    await open();
    const year = page.getByRole('textbox', { name: '年度', exact: true });
    await year.fill('1999');
    expect(await pagesText()).toContain('1999年');
    expect(await year.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('#f-year-problem').innerText()).toContain('低于 2000');
  });

  test('examples, clearing, undo and redo, by keyboard too', async () => {
    await open();
    await page.getByRole('button', { name: '填入示例' }).click();
    const unit = page.getByLabel('单位名称');
    expect(await unit.inputValue()).toBe('本单位');
    await page.getByRole('button', { name: '清空' }).click();
    expect(await unit.inputValue()).toBe('');
    await page.keyboard.press('Control+z');
    expect(await unit.inputValue()).toBe('本单位');
    const offer = page.locator('.notice').getByRole('button', { name: '撤销' });
    await page.getByRole('button', { name: '填入示例' }).click();
    expect(await page.locator('.notice').innerText()).toContain('没有空白处可填');
    expect(await offer.count()).toBe(0);
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: '填入示例' }).click();
    expect(await offer.isVisible()).toBe(true);
    await unit.focus();
    await page.keyboard.type('甲乙');
    // From now on it would take back what was typed.
    expect(await offer.count()).toBe(0);
    await page.keyboard.press('Control+z');
    expect(await unit.inputValue()).toBe('本单位');
    await page.keyboard.press('Control+Shift+z');
    expect(await unit.inputValue()).toBe('本单位甲乙');
    await page.keyboard.press('Control+y');
    expect(await page.locator('.notice').innerText()).toContain('没有可重做的操作');
    expect(await pagesText()).toContain('本单位甲乙');
  });

  test('a press on a blank gives its control the focus; a control marks its blanks', async () => {
    await open();
    const frame = page.frameLocator('iframe[data-state=front]');
    await frame.locator('[data-field=上期办结率]').first().click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-label'))).toBe('上期办结率');
    await page.getByLabel('单位名称').focus();
    const marked = frame.locator('[data-current]');
    expect(await marked.first().getAttribute('data-field')).toBe('单位名称');
  });

  test('on a phone form and pages are tabs', async () => {
    await openOwnPage();
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(`${origin}/plans/second/fill/`);
    await page.getByLabel('单位名称').fill('东方营业厅');
    expect(await page.locator('#sheets').isVisible()).toBe(false);
    await page.getByRole('tab', { name: '预览' }).click();
    expect(await pagesText()).toContain('东方营业厅');
    // Pages that are left while they are set are there when they are come back to, and not without a layout.
    const sheets = await page.frameLocator('iframe[data-state=front]').locator('.pagedjs_page').count();
    await page.getByRole('tab', { name: '填写' }).click();
    await page.getByLabel('编制人').fill('李明');
    await page.evaluate(() => {
      const press = (name: string): void => document.querySelector<HTMLElement>(`#tab-${name}`)?.click();
      press('pages');
      press('form');
    });
    await page.waitForTimeout(500);
    await page.getByRole('tab', { name: '预览' }).click();
    expect(await pagesText()).toContain('李明');
    expect(await page.frameLocator('iframe[data-state=front]').locator('.pagedjs_page').count()).toBe(sheets);
    await page.frameLocator('iframe[data-state=front]').locator('[data-field=编制人]').first().click();
    expect(await page.getByLabel('编制人').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-label'))).toBe('编制人');
  });
});

describe('keeping', () => {
  test('a draft is there again after the tab went away in the middle of typing', async () => {
    await openOwnPage();
    await open();
    await page.getByLabel('单位名称').pressSequentially('东方营业厅');
    await page.waitForTimeout(1000); // what was typed a second ago must be safe
    const crashed = page;
    const session = await page.context().newCDPSession(crashed);
    void session.send('Page.crash').catch(() => undefined);
    take(await crashed.context().newPage());
    await open();
    expect(await page.getByLabel('单位名称').inputValue()).toBe('东方营业厅');
    expect(await pagesText()).toContain('东方营业厅');
  });

  test('two windows follow each other', async () => {
    await open();
    await page.getByLabel('单位名称').fill('东方');
    await saved();
    const other = await page.context().newPage();
    await open(other);
    await other.getByLabel('编制人').fill('李明');
    await saved(other);
    await expect.poll(() => page.getByLabel('编制人').inputValue()).toBe('李明');
    expect(await page.getByLabel('单位名称').inputValue()).toBe('东方');
  });

  test('what two windows write at once is kept apart, and nothing is lost', async () => {
    await open();
    await page.getByLabel('单位名称').fill('东方');
    await saved();
    // The other window writes at the same moment: its entry is there before this one's timer runs out.
    await page.getByLabel('编制人').fill('这边');
    await page.evaluate(() => {
      const key = Object.keys(localStorage).find((name) => name.startsWith('planshelf.draft.')) ?? '';
      const entry = localStorage.getItem(key) ?? '';
      localStorage.setItem(key, entry.replace(/^2 1 /, '2 2 '));
    });
    await expect.poll(() => page.locator('.notice').innerText()).toContain('两边内容都已保留');
    expect(await page.getByLabel('编制人').inputValue()).toBe('这边');
    expect(await page.evaluate(() => localStorage.length)).toBe(2);
  });

  test('a blocked storage is said, and the page goes on', async () => {
    await openOwnPage();
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await open();
    expect(await page.locator('.notice').innerText()).toContain('禁止本站保存数据');
    await page.getByLabel('单位名称').fill('东方');
    expect(await pagesText()).toContain('东方');
    await expect.poll(() => page.locator('#saving').innerText()).toContain('请在离开前导出文件');
  });

  test('a full storage is said, and what is on screen stays', async () => {
    await open();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.getByLabel('单位名称').fill('东方');
    await expect.poll(() => page.locator('#saving').innerText()).toContain('存储已满');
    expect(await pagesText()).toContain('东方');
  });

  test('drafts are named, copied, deleted and brought back', async () => {
    await open();
    await page.getByLabel('单位名称').fill('东方');
    await saved();
    await page.getByRole('button', { name: '我的草稿' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '重命名' }).click();
    await page.keyboard.type('一季度稿');
    await page.keyboard.press('Enter');
    await dialog.getByText('一季度稿').waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe('重命名');
    await dialog.getByRole('button', { name: '复制' }).click();
    await dialog.getByText('一季度稿 副本').waitFor();
    await dialog.getByRole('button', { name: '删除' }).last().click();
    expect(await dialog.getByRole('listitem').count()).toBe(1);
    // The row is gone, and the focus at the nearest control.
    expect(await focused()).toBe('新建草稿');
    await dialog.getByRole('button', { name: '恢复' }).click();
    expect(await dialog.getByRole('listitem').count()).toBe(2);
  });
});

describe('changing the text', () => {
  const frame = () => page.frameLocator('iframe[data-state=front]');

  async function openText(): Promise<void> {
    await open();
    await page.getByRole('tab', { name: '编辑正文' }).click();
    await page.getByRole('heading', { name: '尚未修改' }).waitFor();
    await frame().locator('p[data-block]').first().waitFor();
  }

  test('a paragraph is changed in its place, its blanks stay chips; the change is taken back alone', async () => {
    await openText();
    await frame().locator('p[data-block]').first().click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.locator('.chip').allInnerTexts()).toEqual(['上期办结率', '办结率目标', '办结率增幅', '注1']);
    await page.keyboard.type('另加一句<b>。');
    await page.keyboard.press('Control+Enter');
    expect(await pagesText()).toContain('另加一句<b>。');
    await page.getByRole('button', { name: '在任务分解表中新增一行' }).click();
    await page.getByLabel('任务', { exact: true }).fill('新加的任务');
    await page.getByLabel('时限').fill('第2天');
    await page.getByRole('button', { name: '完成' }).click();
    expect(await pagesText()).toContain('新加的任务');
    await page.getByRole('heading', { name: '修改 2 处' }).waitFor();
    // A row that was added is opened as a whole.
    await frame().getByRole('rowheader', { name: '新加的任务' }).click();
    expect(await page.getByLabel('时限').inputValue()).toBe('第2天');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^撤回：修改段落/ }).click();
    const text = await pagesText();
    expect(text).not.toContain('另加一句');
    expect(text).toContain('新加的任务');
    await saved();
    await page.reload();
    expect(await pagesText()).toContain('新加的任务');
  });

  test('to clear what is filled in leaves changes of the text alone, and says so', async () => {
    await openText();
    await page.getByRole('button', { name: '删除“风险”' }).click();
    await page.getByRole('heading', { name: '修改 1 处' }).waitFor();
    await page.getByRole('tab', { name: '填写' }).click();
    await page.getByRole('button', { name: '清空' }).click();
    const said = page.locator('.notice[data-about=history]');
    expect(await said.innerText()).toContain('没有可清空的内容');
    expect(await said.getByRole('button', { name: '撤销' }).count()).toBe(0);
    expect(await pagesText()).not.toContain('来电集中');
  });

  test('sections are reordered, left out and brought back by keyboard alone', async () => {
    await openText();
    const order = async () =>
      [...(await pagesText()).matchAll(/[一二三四五]、(目标|措施|进度|风险|检查)/g)].map(([, name]) => name);
    expect(await order()).toEqual(['目标', '措施', '进度', '风险', '检查']);
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).focus();
      await page.keyboard.press('Enter');
    };
    await press('下移“目标”');
    expect(await order()).toEqual(['措施', '目标', '进度', '风险', '检查']);
    await press('删除“风险”');
    expect(await order()).toEqual(['措施', '目标', '进度', '检查']);
    await press('恢复“风险”');
    await press('上移“目标”');
    expect(await order()).toEqual(['目标', '措施', '进度', '风险', '检查']);
    await page.getByRole('heading', { name: '尚未修改' }).waitFor();
  });

  test('a chip moves by keyboard and by the pointer', async () => {
    await openText();
    await frame().locator('p[data-block]').first().click();
    const control = page.locator('.chip-text');
    const before = (await control.innerText()).replace(/\s/g, '');
    await control.locator('.chip').first().focus();
    await page.keyboard.press('ArrowLeft');
    expect((await control.innerText()).replace(/\s/g, '')).toBe(before.replace('为上期办结率', '上期办结率为'));
    await page.keyboard.press('ArrowRight');
    await control
      .locator('.chip')
      .nth(1)
      .dragTo(control, { targetPosition: { x: 12, y: 16 } });
    expect((await control.innerText()).replace(/\s/g, '').startsWith('办结率目标')).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('a blank stays one when it is cut and pasted, and when it is dragged among words', async () => {
    await openText();
    await frame().locator('p[data-block]').first().click();
    const control = page.locator('.chip-text');
    const tokens = () =>
      control.locator('.chip').evaluateAll((chips) => chips.map((chip) => chip.getAttribute('data-token')));
    const before = await tokens();
    const words = await control.innerText();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+x');
    expect((await control.innerText()).trim()).toBe('');
    await page.keyboard.press('Control+v');
    expect(await tokens()).toEqual(before);
    expect(await control.innerText()).toBe(words);
    // The first words up to and with the first blank go behind all others.
    const lead = await control.evaluate((element) => {
      const chip = element.querySelector('.chip');
      const { firstChild } = element;
      if (chip === null || firstChild === null) throw new Error('no chip');
      getSelection()?.setBaseAndExtent(firstChild, 0, chip, 0);
      getSelection()?.getRangeAt(0).setEndAfter(chip);
      const data = new DataTransfer();
      firstChild.dispatchEvent(new DragEvent('dragstart', { bubbles: true, dataTransfer: data }));
      const range = document.createRange();
      range.selectNodeContents(element);
      const last = [...range.getClientRects()].at(-1);
      const place = { clientX: (last?.right ?? 0) - 1, clientY: (last?.bottom ?? 0) - 4 };
      const text = data.getData('text/plain');
      element.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: data, ...place }));
      return text;
    });
    expect(lead).toContain('【上期办结率】');
    expect(await tokens()).toEqual([...before.slice(1), before[0]]);
    // One that is dragged away and dropped nowhere does not come along with the next drop.
    await control.evaluate((element) => {
      const data = new DataTransfer();
      const [chip] = element.querySelectorAll('.chip');
      chip?.dispatchEvent(new DragEvent('dragstart', { bubbles: true, dataTransfer: data }));
      chip?.dispatchEvent(new DragEvent('dragend', { bubbles: true }));
      const { left, top } = element.getBoundingClientRect();
      const other = new DataTransfer();
      other.setData('text/plain', '别处的话');
      const place = { clientX: left + 12, clientY: top + 16 };
      element.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: other, ...place }));
    });
    expect(await control.innerText()).toContain('别处的话');
  });

  test('when the published text has changed since, both are kept and it is said', async () => {
    await openOwnPage();
    await openText();
    await frame().locator('p[data-block]').first().click();
    await page.keyboard.type('我的话。');
    await page.keyboard.press('Control+Enter');
    await saved();
    const address = page.url();
    await page.context().route('**/plans/second/document.json', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll('本期要达到', '本期必须达到') });
    });
    // The page of a plan with other words carries another digest.
    await page.context().route(/\/plans\/second\/fill\//, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('"digest":"2.', '"digest":"2.another') });
    });
    await page.goto(address);
    await page.getByText('这份范本在你上次编辑后修订过').waitFor();
    const text = await pagesText();
    expect(text).toContain('本期必须达到');
    expect(text).not.toContain('我的话');
    await page.getByRole('tab', { name: '编辑正文' }).click();
    await page.getByText('范本修订过此处').waitFor();
    await page.getByRole('button', { name: '仍用我的修改' }).click();
    expect(await pagesText()).toContain('我的话');
  });

  test('a character without a glyph in the print fonts is pointed out', async () => {
    await open();
    await page.getByLabel('编制人').fill('李😀');
    await expect.poll(() => page.locator('#glyphs').innerText()).toContain('😀');
    await page.getByLabel('编制人').fill('李明');
    await expect.poll(() => page.locator('#glyphs').innerText()).toBe('');
  });
});

describe('the preview is the print', () => {
  test.each(templates)(
    'same pages, same lines, same text as in the PDF that the press makes of the same draft, $title',
    async ({ name }) => {
      await open();
      await page.locator('#template').selectOption(name);
      await page.getByRole('button', { name: '填入示例' }).click();
      await page.getByLabel('单位名称').fill('东方营业厅'.repeat(12));
      await page.locator('[data-role=客服主管]').fill('张静');
      await page.getByRole('tab', { name: '编辑正文' }).click();
      await page.getByRole('button', { name: '上移“措施”' }).click();
      await page.getByRole('button', { name: '删除“风险”' }).click();
      await pagesText();
      await saved();
      const frame = await (await page.locator('iframe[data-state=front]').elementHandle()).contentFrame();
      const seen = (await frame?.evaluate(linesOfPages)) ?? [];
      const printed = await pdfLines(await printKept(name));
      expect(seen.length).toBe(printed.length);
      expect(seen.flat().length).toBeGreaterThan(20);
      // Lines of table cells stand side by side in the PDF: each line of the preview is looked for on its page.
      seen.forEach((lines, index) => {
        for (const line of lines) expect(printed[index]).toContain(line);
      });
    },
  );
});

describe('leaving with a document', () => {
  const formats = [
    ['docx', 'Word'],
    ['xlsx', 'Excel'],
    ['ics', '日历'],
    ['md', 'Markdown'],
    ['json', '草稿文件'],
  ] as const;

  test('every format, loaded only when it is asked for; the file comes back in as the same draft', async () => {
    await openOwnPage();
    const loaded: string[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js') && response.request().frame() === page.mainFrame())
        loaded.push(response.url());
    });
    await open();
    await page.getByRole('button', { name: '填入示例' }).click();
    await saved();
    const before = await Promise.all(loaded.map(async (url) => (await (await fetch(url)).arrayBuffer()).byteLength));
    expect(before.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(60 * 1024);
    await page.getByRole('button', { name: '导出' }).click();
    let json = '';
    for (const [format, label] of formats) {
      const download = page.waitForEvent('download');
      await page.getByRole('dialog').getByRole('button', { name: label }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe(`本单位2027年营业厅周计划.${format}`);
      const path = await file.path();
      expect((await readFile(path)).length).toBeGreaterThan(400);
      json = path;
    }
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '清空' }).click();
    await page.getByRole('button', { name: '我的草稿' }).click();
    await page.locator('input[type=file]').setInputFiles({
      name: '稿.json',
      mimeType: 'application/json',
      buffer: await readFile(json),
    });
    await expect.poll(() => page.getByLabel('单位名称').inputValue()).toBe('本单位');
  });

  test('a file that is not JSON, another thing, of a future version or another plan is refused with the reason', async () => {
    await open();
    await page.getByLabel('单位名称').fill('东方');
    for (const [text, reason] of [
      ['{"format":', '不是完整的 JSON'],
      ['{"a":1}', '不是草稿文件'],
      ['{"format":"planshelf.draft","version":99,"plan":"second"}', '更新的版本'],
      ['{"format":"planshelf.draft","version":1,"plan":"big"}', '另一份范本'],
    ] as const) {
      await page.getByRole('button', { name: '我的草稿' }).click();
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: '稿.json', mimeType: 'application/json', buffer: Buffer.from(text) });
      await expect.poll(() => page.locator('.notice').innerText()).toContain(reason);
      expect(await page.getByLabel('单位名称').inputValue()).toBe('东方');
    }
  });

  test('a link holds the whole draft; it is shown first and taken over only on demand', async () => {
    await open();
    await page.getByLabel('单位名称').fill('东方营业厅');
    await page.getByRole('button', { name: '分享' }).click();
    const link = await page.getByLabel('分享链接').inputValue();
    const other = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage();
    await other.goto(link);
    expect(await pagesText(other)).toContain('东方营业厅');
    expect(await other.evaluate(() => localStorage.length)).toBe(0);
    await other.getByRole('button', { name: '保存为我的草稿' }).click();
    await saved(other);
    expect(await other.getByLabel('单位名称').inputValue()).toBe('东方营业厅');
    expect(new URL(other.url()).hash).toBe('');
    await other.goto(link.slice(0, -4));
    await expect.poll(() => other.locator('.notice').allInnerTexts()).toEqual([expect.stringContaining('不完整')]);
    await other.context().close();
  });
});

/** Prints the draft that the page has kept, on the command line. */
async function printKept(template: string): Promise<string> {
  const kept = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('planshelf.draft.'));
    return localStorage.getItem(key ?? '') ?? '';
  });
  const draft = join(site.root, 'kept.json');
  const out = join(site.root, `${template}.pdf`);
  await writeFile(draft, kept.replace(/^.*\n/, ''));
  const args = ['fill', 'second', '--values', draft, '--template', template, '--out', out];
  const { code, output } = await site.run('plan', args);
  expect(code, output).toBe(0);
  return out;
}

/** Text of each page with its lines, without white space in them. */
async function pdfLines(path: string): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(await readFile(path)) }).promise;
  const pages = Array.from({ length: pdf.numPages }, async (_, index) => {
    const { items } = await (await pdf.getPage(index + 1)).getTextContent();
    let baseline = NaN;
    let size = 0;
    let text = '';
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const y = Number(item.transform[5]);
      // Less than that a note's mark is raised above the line that it stands in.
      if (Math.abs(y - baseline) > 0.6 * Math.max(size, item.height)) text += '\n';
      text += item.str.replace(/\s/g, '');
      baseline = y;
      size = item.height;
    }
    return text;
  });
  return Promise.all(pages);
}

/** Lines of each page as they are set: a new one begins where a character stands lower or higher than the one before. */
function linesOfPages(): string[][] {
  return [...document.querySelectorAll('.pagedjs_page')].map((page) => {
    const lines: string[] = [];
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let middle = NaN;
    while (walker.nextNode()) {
      const text = walker.currentNode.nodeValue ?? '';
      const { parentElement } = walker.currentNode;
      if (parentElement?.closest('svg, .pagedjs_margin')) continue;
      // The marker of a list item stands between its words and those before them.
      if (parentElement?.closest('li')?.textContent.startsWith(text) === true) lines.push('');
      for (let at = 0; at < text.length; at += 1) {
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 1);
        const [box] = range.getClientRects();
        if (box === undefined || box.width === 0 || text.charAt(at).trim() === '') continue;
        if (lines.length === 0 || Math.abs((box.top + box.bottom) / 2 - middle) > 8) lines.push('');
        lines.push((lines.pop() ?? '') + text.charAt(at));
        middle = (box.top + box.bottom) / 2;
      }
    }
    return lines;
  });
}
