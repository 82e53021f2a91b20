import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as documents from '../../fixtures/print/documents.ts';
import { browserStore, type PressRun, setUpPress } from '../../fixtures/print/press-run.ts';
import { openFirstBrowser, type PressBrowser } from '../../../src/press/browser/browser.ts';
import { browserChoices } from '../../../src/press/browser/browser-choice.ts';
import { serve, type SiteServer } from '../../../src/press/serve.ts';

const everyDocument = [...documents.everyDocument, documents.large];

/** What is seen of the paginated document in the live page. */
interface Sight {
  readonly pages: number;
  /** Text of all pages without repeated heads and white space. */
  readonly text: string;
  readonly rows: number;
  /** Pages on which a table stands without a head. */
  readonly headless: readonly number[];
  /** Pages that end with a heading, a table head or a caption. */
  readonly lonely: readonly number[];
  /** `data-ref` of rows that stand on more than one page. */
  readonly torn: readonly string[];
  /** Pages on which a character lies outside the page area. */
  readonly clipped: readonly number[];
  /** Cells of repeated heads that are no column headers, or carry an id. */
  readonly badHeads: number;
}

function look(): Sight {
  const areas = [...document.querySelectorAll('.pagedjs_page_content')];
  const pagesWhere = (test: (area: Element) => boolean) =>
    areas.flatMap((area, index) => (test(area) ? [index + 1] : []));
  const ownRows = areas.map((area) =>
    [...area.querySelectorAll('tr')].filter((row) => !row.closest('[data-repeated-head]')),
  );
  const seen = ownRows.flat().map((row) => row.getAttribute('data-ref') ?? '');
  const texts = (area: Element) => {
    const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    return nodes.filter((node) => node.data.trim() !== '');
  };
  const own = (area: Element) => texts(area).filter((node) => !node.parentElement?.closest('[data-repeated-head]'));
  return {
    pages: areas.length,
    text: areas
      .map((area) =>
        own(area)
          .map((node) => node.data)
          .join(''),
      )
      .join('')
      .replace(/\s+/gu, ''),
    rows: new Set(seen).size,
    headless: pagesWhere((area) => [...area.querySelectorAll('table')].some((table) => !table.tHead)),
    lonely: pagesWhere((area) => texts(area).at(-1)?.parentElement?.closest('h1, h2, h3, h4, thead, caption') != null),
    torn: seen.filter((ref, index) => seen.indexOf(ref) !== index),
    clipped: pagesWhere((area) => {
      const { right, bottom } = area.getBoundingClientRect();
      return texts(area).some((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()].some((rect) => rect.left >= right || rect.bottom > bottom + 1);
      });
    }),
    badHeads: document.querySelectorAll('[data-repeated-head] [id], [data-repeated-head] :is(td, th:not([scope=col]))')
      .length,
  };
}

let site: PressRun;
let server: SiteServer;
let browser: PressBrowser;
let page: Page;

const addressOf = (slug: string) => `${server.url}print/${encodeURIComponent(slug)}/meeting/`;
const htmlOf = (slug: string) => site.jobs.find((job) => job.slug === slug)?.html ?? '';
const setIn = (target: Page, html: string, address: string) =>
  target.evaluate(([text, at]) => window.planshelf?.paginate(text, at), [html, address] as const);

const withBody = (body: string) => htmlOf('wuye').replace(/(<main[^>]*>)[^]*(?=<\/main>)/, `$1${body}`);

async function openStage(slug: string): Promise<Page> {
  const opened = await browser.browser.newPage();
  await opened.goto(`${addressOf(slug)}#stage`);
  await opened.evaluate(() => window.planshelf?.ready);
  return opened;
}

beforeAll(async () => {
  site = await setUpPress(everyDocument);
  server = await serve({ root: site.dist });
  browser = (await openFirstBrowser(await browserChoices(), browserStore)).opened;
  page = await openStage('wuye');
});

afterAll(async () => {
  await Promise.all([browser.close(), server.close()]);
  await site.remove();
});

describe.each(everyDocument.map(({ slug, body }) => [slug, body] as const))('%s', (slug, body) => {
  let sight: Sight;
  let source: { readonly text: string; readonly rows: number };

  beforeAll(async () => {
    const answer = await setIn(page, htmlOf(slug), addressOf(slug));
    sight = await page.evaluate(look);
    expect(answer?.pages).toBe(sight.pages);
    source = await page.evaluate((html) => {
      const parsed = new DOMParser().parseFromString(html, 'text/html');
      const text = parsed.body.textContent.replace(/\s+/gu, '');
      return { text, rows: parsed.querySelectorAll('tr').length };
    }, htmlOf(slug));
  });

  test('every character once, in its order', () => {
    expect(source.text.length).toBeGreaterThan(100);
    expect(sight.text === source.text).toBe(true);
  });

  test('every row', () => {
    expect(sight.rows).toBe(source.rows);
  });

  test('a head on every part of every table, with its column headers', () => {
    expect(sight.headless).toEqual([]);
    expect(sight.badHeads).toBe(0);
  });

  test('nothing alone at the foot of a page, nothing outside the page', () => {
    expect(sight.lonely).toEqual([]);
    expect(sight.clipped).toEqual([]);
  });

  test.skipIf(body === documents.tall.body)('no row is torn apart', () => {
    expect(sight.torn).toEqual([]);
  });
});

test('the large document is large', async () => {
  await setIn(page, htmlOf('large'), addressOf('large'));
  expect((await page.evaluate(look)).pages).toBeGreaterThanOrEqual(200);
});

test('column widths are the same on every page', async () => {
  await setIn(page, htmlOf('repetitive'), addressOf('repetitive'));
  const widths = await page.evaluate(() => {
    document.documentElement.dataset['pages'] = '';
    return [...document.querySelectorAll('table')].map((table) =>
      [...(table.rows[1]?.cells ?? [])].map((cell) => Math.round(cell.getBoundingClientRect().width)).join(' '),
    );
  });
  expect(widths.length).toBeGreaterThan(2);
  expect(new Set(widths).size).toBe(1);
});

test('cells below merged ones keep their columns on every page, and groups that fit a page stay whole', async () => {
  await setIn(page, htmlOf('merged'), addressOf('merged'));
  const { edges, groups } = await page.evaluate(() => {
    document.documentElement.dataset['pages'] = '';
    const tables = [...document.querySelectorAll('table')];
    const edgeOf = (cell: Element, table: Element) =>
      Math.round(cell.getBoundingClientRect().right - table.getBoundingClientRect().left);
    return {
      edges: tables.map((table) => {
        const last = [...table.tBodies].flatMap(({ rows }) => [...rows].map((row) => row.cells[row.cells.length - 1]));
        return [...new Set(last.map((cell) => (cell ? edgeOf(cell, table) : -1)))];
      }),
      groups: tables.map((table) => [...new Set(table.textContent.match(/第\d类/g) ?? [])]),
    };
  });
  expect(edges.length).toBeGreaterThan(4);
  expect(new Set(edges.slice(0, -1).flat()).size).toBe(1);
  const pagesOf = (name: string) => groups.filter((names) => names.includes(name)).length;
  expect(['第1类', '第2类', '第3类', '第5类'].map(pagesOf)).toEqual([1, 1, 1, 1]);
});

/** The end of a document at every place of a page: below boxes of other heights. */
const heights = Array.from({ length: 16 }, (_, index) => 150 + 7 * index);

test('a sign-off takes the last rows of its table along, and no more than it needs', async () => {
  const rows = Array.from({ length: 8 }, (_, row) => `<tr><td>第${row + 1}次</td><td>检查</td></tr>`).join('');
  const table = `<table><caption>检查</caption><thead><tr><th scope="col">一</th><th scope="col">二</th></tr></thead>`;
  const seen = new Set<string>();
  for (const height of heights) {
    const body = `<div style="height: ${height}mm">上</div>${table}<tbody>${rows}</tbody></table><section class="sign-off">审核</section>`;
    await setIn(page, withBody(body), addressOf('wuye'));
    const counts = await page.evaluate(() =>
      [...document.querySelectorAll('.pagedjs_page_content')].map((area) => {
        const own = [...area.querySelectorAll('tr')].filter((row) => !row.closest('thead'));
        return `${own.length}${area.querySelector('.sign-off') === null ? '' : '+'}`;
      }),
    );
    expect(counts.at(-1)).toMatch(/^[2-8]\+$/);
    seen.add(counts.join(' '));
  }
  expect(seen).toContain('8+');
  expect(seen).toContain('6 2+');
});

test('a table on the line grid that fills a page to its foot stays within it', async () => {
  const row = '<tr style="height: 20px"><td>一</td></tr>';
  const filled = new Set<number>();
  // Beside a whole number of lines there is room for rows, more or less.
  for (let height = 400; height < 800; height += 6) {
    const table = `<table data-block-step="28.9" style="margin: 0; position: relative">${row.repeat(10)}</table>`;
    const body = `<div style="height: ${height}px">上</div>${table}<h2 id="h">节</h2><p>${'字'.repeat(110)}</p>`;
    await setIn(page, withBody(body), addressOf('wuye'));
    const [rows, room] = await page.evaluate(() => {
      const [area] = document.querySelectorAll('.pagedjs_page_content');
      const cells = [...(area?.querySelectorAll('td') ?? [])];
      const foot = Math.max(...cells.map((cell) => cell.getBoundingClientRect().bottom));
      return [cells.length, (area?.getBoundingClientRect().bottom ?? 0) - foot] as const;
    });
    expect(room, `${height} px`).toBeGreaterThanOrEqual(-0.5);
    if (rows === 10 && room < 20) filled.add(height);
  }
  expect(filled.size).toBeGreaterThan(0);
});

test('a paragraph of three lines is not divided into two and one', async () => {
  const pages = new Set<number>();
  for (const height of heights) {
    const body = `<div style="height: ${height + 70}mm">上</div><h2 id="h">节</h2><p id="p">${'字'.repeat(110)}</p>`;
    await setIn(page, withBody(body), addressOf('wuye'));
    const [parts, lines, at] = await page.evaluate(() => {
      const all = [...document.querySelectorAll('.pagedjs_page p')];
      const tops = new Set<number>();
      for (const part of all) {
        const range = document.createRange();
        range.selectNodeContents(part);
        for (const rect of range.getClientRects()) tops.add(Math.round(rect.top));
      }
      const areas = [...document.querySelectorAll('.pagedjs_page')];
      return [all.length, tops.size, areas.findIndex((area) => area.contains(all[0] ?? null))];
    });
    expect(lines).toBe(3);
    expect(parts).toBe(1);
    pages.add(at);
  }
  expect(pages).toEqual(new Set([0, 1]));
});

test('nothing of a document stays in the page for the next', async () => {
  await setIn(page, htmlOf('wuye'), addressOf('wuye'));
  const count = () => page.evaluate(() => [document.head.childElementCount, document.body.childElementCount]);
  const first = await count();
  for (const slug of ['tall', 'links', 'wuye']) await setIn(page, htmlOf(slug), addressOf(slug));
  expect(await count()).toEqual(first);
  expect(await page.title()).toBe('wuye 工作计划');
});

test('links that would lead to the local server, or nowhere, become text', async () => {
  await setIn(page, htmlOf('links'), addressOf('links'));
  const hrefs = await page.evaluate(() =>
    [...document.querySelectorAll('.pagedjs_page a')].map((link) => link.getAttribute('href')),
  );
  expect(hrefs).toEqual(['#end', null, 'https://example.org/', null, null]);
});

test.each([
  ['a style sheet', '/_astro/print.css', '/_astro/gone.css', '样式表读取失败'],
  ['a font sheet', /\/fonts\/print\.\w+\.css/, '/fonts/gone.css', '字体样式表读取失败'],
])('%s that cannot be read is an error', async (_, known, gone, message) => {
  const html = htmlOf('wuye').replace(known, gone);
  await expect(setIn(page, html, addressOf('wuye'))).rejects.toThrow(message);
  expect((await setIn(page, htmlOf('wuye'), addressOf('wuye')))?.pages).toBe(2);
});

test('what fits no page is an error that names it', async () => {
  const html = htmlOf('wuye').replace(
    '</main>',
    '<span style="display: inline-block; padding-top: 400mm">太高</span></main>',
  );
  await expect(setIn(page, html, addressOf('wuye'))).rejects.toThrow(/太高/);
});

test('what fits no page is named itself, not what comes after it', async () => {
  const tall = '<p style="break-inside: avoid"><span style="display: inline-block; padding-top: 400mm">太高</span></p>';
  const html = htmlOf('wuye').replace('</main>', `${tall}<h2>后一节</h2><p>${'后一段。'.repeat(600)}</p></main>`);
  await expect(setIn(page, html, addressOf('wuye'))).rejects.toThrow(/«太高»/);
});

/** Widths of the lines of each part of what matches, in CSS pixels, page by page. */
const lineWidths = (selector: string) =>
  page.evaluate((asked) => {
    document.documentElement.dataset['pages'] = '';
    return [...document.querySelectorAll(`.pagedjs_page_content :is(${asked})`)].map((part) => {
      const lines = new Map<number, [number, number]>();
      const range = document.createRange();
      range.selectNodeContents(part);
      for (const { top, left, right } of range.getClientRects()) {
        const known = lines.get(Math.round(top)) ?? [left, right];
        lines.set(Math.round(top), [Math.min(known[0], left), Math.max(known[1], right)]);
      }
      return [...lines.values()].map(([left, right]) => Math.round(right - left));
    });
  }, selector);

const filler = (count: number) => Array.from({ length: count }, (_, n) => `<p>占位${n}。</p>`).join('');

describe('a box that goes on on the next page', () => {
  test.each([
    ['a list item with a list', `<ul><li>班<ul>${'<li>短句</li>'.repeat(30)}</ul></li></ul>`, 'li li'],
    ['a list item with paragraphs', `<ol><li>${'<p>短句</p>'.repeat(30)}</li></ol>`, 'li p'],
    [
      'a list item whose own words go on below its list',
      `<ul><li>班<ul>${'<li>短句</li>'.repeat(30)}</ul>${'字'.repeat(3000)}</li></ul>`,
      'li li',
    ],
  ])('%s has its lines as they are', async (_, list, lines) => {
    const css = '<style data-paged>li { text-align: justify }</style></head>';
    const html = withBody(filler(30) + list).replace('</head>', css);
    await setIn(page, html, addressOf('wuye'));
    const widths = await lineWidths(lines);
    expect(widths.length).toBe(30);
    expect(Math.max(...widths.flat())).toBeLessThan(100);
  });

  test.each([
    ['a paragraph', '字'.repeat(3000), 3000],
    ['a paragraph that breaks within bold text', `<b>${'字'.repeat(3000)}</b>`, 3000],
  ])('%s fills its last line', async (_, text) => {
    await setIn(page, withBody(`${filler(20)}<p id="long">${text}</p>`), addressOf('wuye'));
    const parts = await lineWidths('p[data-id="long"]');
    expect(parts.length).toBeGreaterThan(1);
    const [first = []] = parts;
    expect(Math.abs((first.at(-1) ?? 0) - (first[1] ?? 0))).toBeLessThanOrEqual(1);
  });

  test('lines before a forced break end where their text ends', async () => {
    const verse = '<p id="long">' + '短行<br>'.repeat(80) + '</p>';
    await setIn(page, withBody(verse), addressOf('wuye'));
    const parts = await lineWidths('p[data-id="long"]');
    expect(parts.length).toBeGreaterThan(1);
    expect(Math.max(...parts.flat())).toBeLessThan(100);
  });
});

describe('rules that ask for siblings', () => {
  const colours = async (css: string, body: string) => {
    const html = withBody(body).replace('</head>', `<style data-paged>${css}</style></head>`);
    await setIn(page, html, addressOf('wuye'));
    return page.evaluate(() =>
      [...document.querySelectorAll('.pagedjs_page_content p')].map((p) => [
        getComputedStyle(p).color.replace(/\D+/g, ' ').trim(),
        getComputedStyle(p, '::after').content,
      ]),
    );
  };
  const red = '255 0 0';
  const black = '0 0 0';
  const three = '<p class="a">一</p><p class="b">二</p><p class="c">三</p>';

  test.each([
    ['beats a weaker rule that comes later', '.a + p.b { color: red } .b { color: blue }', [black, red, black]],
    ['gives way to a stronger rule', '.a + p { color: blue } p.b.b.b { color: red }', [black, red, black]],
    ['gives way to an equal rule that comes later', '.a + p { color: blue } p.b { color: red }', [black, red, black]],
    ['in :has()', 'p.a:has(+ .b) { color: red } p.a { color: blue }', [red, black, black]],
    ['with commas in :is()', ':is(.a, .x) + p, .nothing { color: red }', [black, red, black]],
    ['with commas in :where()', ':where(.a, .x) + p { color: red }', [black, red, black]],
    ['in a media query that holds', '@media print { .a + p { color: red } }', [black, red, black]],
    [
      'in a media query that does not hold',
      '@media (min-width: 99999px) { .a + p { color: red } }',
      [black, black, black],
    ],
    ['that counts them', 'p:nth-of-type(3), main > p:first-of-type { color: red }', [red, black, red]],
    ['before one that counts them', 'p.a + p.b:nth-of-type(2) { color: red }', [black, red, black]],
    ['from the document on', 'html > body p + p { color: red }', [black, red, red]],
  ])('%s', async (_, css, expected) => {
    expect((await colours(css, three)).map(([colour]) => colour)).toEqual(expected);
  });

  test('for a pseudo-element', async () => {
    const seen = await colours('p.a + p::after { content: "x" }', three);
    expect(seen.map(([, content]) => content)).toEqual(['none', '"x"', 'none']);
  });

  test('hold over the end of a page', async () => {
    const body = '<p class="a">一</p><div style="height: 245mm"></div><p class="b">二</p><p class="c">三</p><p>四</p>';
    const seen = await colours('p.b + p { color: red } p:first-child { color: blue }', body);
    expect(seen.map(([colour]) => colour)).toEqual(['0 0 255', black, red, black]);
    expect(await page.evaluate(() => document.querySelectorAll('.pagedjs_page').length)).toBeGreaterThan(1);
  });
});

test('a picture in a line makes it as high as whole lines of the grid', async () => {
  const source = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="50" height="100"/>')}`;
  const picture = `<img src="${source}" alt="图" data-line-step="28.9" style="vertical-align: bottom">`;
  await setIn(page, withBody(`<p style="font-size: 16pt; line-height: 28.9pt">文${picture}字</p>`), addressOf('wuye'));
  const height = await page.evaluate(() => document.querySelector('.pagedjs_page p')?.getBoundingClientRect().height);
  expect((height ?? 0) / (28.9 * (96 / 72))).toBeCloseTo(3, 1);
});

test('pictures keep their proportion within the text, small ones their size, and asked widths', async () => {
  const svg = (width: number, height: number) =>
    `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`)}`;
  const picture = (width: number, height: number, given = `width="${width}" height="${height}"`) =>
    `<p><img src="${svg(width, height)}" ${given} alt="图" loading="lazy"></p>`;
  const sizes = [picture(1600, 900), picture(900, 3600), picture(60, 40), picture(400, 200, 'width="100"')];
  const css = '<style data-paged>img { max-width: 100%; max-height: 200mm }</style></head>';
  await setIn(page, withBody(filler(90) + sizes.join('')).replace('</head>', css), addressOf('wuye'));
  const seen = await page.evaluate(() => {
    document.documentElement.dataset['pages'] = '';
    return [...document.querySelectorAll('.pagedjs_page img')].map((image) => {
      const { width, height } = image.getBoundingClientRect();
      return [Math.round(width), Math.round((100 * width) / height)];
    });
  });
  expect(seen).toEqual([
    [658, 178],
    [189, 25],
    [60, 150],
    [100, 200],
  ]);
});

test('the running head is the title as it is written, quotes and backslashes too', async () => {
  await setIn(page, htmlOf('links'), addressOf('links'));
  const head = await page.evaluate(() => {
    const box = document.querySelector('.pagedjs_page:last-child .pagedjs_margin-top-center .pagedjs_margin-content');
    return box && getComputedStyle(box, '::after').content;
  });
  expect(JSON.parse(head ?? '')).toBe(documents.links.title);
});

test('a picture taller than the page is an error', async () => {
  const html = htmlOf('wuye').replace('</main>', '<svg viewBox="0 0 1 9" style="width: 100%"></svg></main>');
  await expect(setIn(page, html, addressOf('wuye'))).rejects.toThrow('max-height');
});

test('opened by a person the document paginates itself', async () => {
  const own = await browser.browser.newPage();
  await own.goto(addressOf('计划'));
  await own.waitForSelector('html[data-pages]');
  expect((await own.evaluate(look)).text).toContain('完成第18项任务');
  await own.close();
});

test.each(['?print', '#print'])('%s opens the print dialog when the pages are there', async (suffix) => {
  const own = await browser.browser.newPage();
  await own.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset['printed'] = String(document.querySelectorAll('.pagedjs_page').length);
    };
  });
  await own.goto(addressOf('wuye') + suffix);
  await own.waitForSelector('html[data-printed="2"]', { state: 'attached' });
  await own.close();
});
