import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyNoted, longNotes, noted } from '../../fixtures/print/noted.ts';
import { browserStore, meeting, type PressRun, setUpPress } from '../../fixtures/print/press-run.ts';
import { openFirstBrowser, type PressBrowser } from '../../../src/press/browser.ts';
import { browserChoices } from '../../../src/press/browser-choice.ts';
import { prove } from '../../../src/press/proof/prove.ts';
import { serve, type SiteServer } from '../../../src/press/serve.ts';

let site: PressRun;
let server: SiteServer;
let browser: PressBrowser;
let page: Page;

const htmlOf = (slug: string) => site.jobs.find((job) => job.slug === slug)?.html ?? '';
const addressOf = (slug: string) => `${server.url}print/${slug}/meeting/`;
const setIn = (slug: string) =>
  page.evaluate(([text, at]) => window.planshelf?.paginate(text, at), [htmlOf(slug), addressOf(slug)] as const);
const pdf = () => page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });

beforeAll(async () => {
  site = await setUpPress(everyNoted);
  server = await serve({ root: site.dist });
  browser = (await openFirstBrowser(await browserChoices(), browserStore)).opened;
  page = await browser.browser.newPage();
  await page.goto(`${addressOf(noted.slug)}#stage`);
  await page.evaluate(() => window.planshelf?.ready);
});

afterAll(async () => {
  await Promise.all([browser.close(), server.close()]);
  await site.remove();
});

/** What is seen of the notes in the live page; runs there. */
function look() {
  document.documentElement.dataset['pages'] = '';
  const pages = [...document.querySelectorAll('.pagedjs_page')];
  const pageOf = (element: Element | null | undefined): number =>
    pages.findIndex((page) => element && page.contains(element)) + 1;
  const starts = [...document.querySelectorAll<HTMLElement>('[data-page-notes] [id^="user-content-fn-"]')];
  return {
    notes: starts.map((item) => {
      const first = document.querySelector(
        `[data-footnote-ref][href="#${item.id}"], [data-footnote-ref][href="#${encodeURI(item.id)}"]`,
      );
      return { id: item.id.slice('user-content-fn-'.length), at: pageOf(item), referredAt: pageOf(first) };
    }),
    numbers: Object.fromEntries(
      starts.map((item) => [item.id.slice('user-content-fn-'.length), (item as HTMLLIElement).value]),
    ),
    text: [...document.querySelectorAll('[data-page-notes]')]
      .map(({ textContent }) => textContent)
      .join('')
      .replace(/\s/g, ''),
    leftInText: document.querySelectorAll('.pagedjs_page_content [data-footnotes]').length,
    linksBack: document.querySelectorAll('[data-page-notes] [data-footnote-backref]').length,
    /** Pages on which text or notes reach over their edges, or into each other. */
    over: pages.flatMap((page, index) => {
      const area = page.querySelector('.pagedjs_area')?.getBoundingClientRect();
      const foot = page.querySelector('[data-page-notes]');
      const edge = foot?.getBoundingClientRect();
      const outside = (element: Element | null, top: number, bottom: number): boolean => {
        const walker = document.createTreeWalker(element ?? document.createElement('p'), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const range = document.createRange();
          range.selectNodeContents(walker.currentNode);
          if (walker.currentNode.textContent?.trim() === '') continue;
          for (const { top: from, bottom: to, right } of range.getClientRects())
            if (from < top - 1 || to > bottom + 1 || right > (area?.right ?? 0) + 8) return true;
        }
        return false;
      };
      const [top = 0, bottom = 0] = [area?.top, area?.bottom];
      const text = page.querySelector('.pagedjs_page_content');
      const alone = text?.textContent === '';
      return outside(text, top, alone ? bottom : (edge?.top ?? bottom)) || outside(foot, edge?.top ?? 0, bottom)
        ? [index + 1]
        : [];
    }),
  };
}

/** Text of the notes of a document, in the order in which they are referred to, without links back. */
function notesOf(html: string) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const back of parsed.querySelectorAll('[data-footnote-backref]')) back.remove();
  const items = [...parsed.querySelectorAll('[data-footnotes] > ol > li')];
  return items.map((item) => ({
    id: item.id.slice('user-content-fn-'.length),
    text: item.textContent.replace(/\s/g, ''),
  }));
}

describe.each(everyNoted.map(({ slug }) => slug))('%s', (slug) => {
  test('each note stands at the foot of the page that refers to it first, nothing over an edge', async () => {
    await setIn(slug);
    const seen = await page.evaluate(look);
    const source = await page.evaluate(notesOf, htmlOf(slug));
    expect(seen.notes.map(({ id }) => id).toSorted()).toEqual(source.map(({ id }) => id).toSorted());
    const away = seen.notes.filter(({ at, referredAt }) => at !== referredAt);
    // Behind a note that is longer than its page, the others have to wait.
    expect(away.map(({ id }) => id)).toEqual(slug === longNotes.slug ? ['b', 'z'] : []);
    expect(seen.numbers).toEqual(Object.fromEntries(source.map(({ id }, index) => [id, index + 1])));
    expect([seen.leftInText, seen.linksBack, seen.over]).toEqual([0, 0, []]);
    for (const { text } of source.filter(({ id }) => id !== 't')) expect(seen.text).toContain(text);
  });

  test('is proven', async () => {
    await setIn(slug);
    const result = await prove(await pdf(), htmlOf(slug), meeting);
    expect(result.failures).toEqual([]);
  });
});

test('notes that others refer to stand behind those, the rest in the order of the text', async () => {
  await setIn(noted.slug);
  const seen = await page.evaluate(look);
  expect(seen.notes.map(({ id }) => id)).toEqual(['条例', 'b', 'inner', 'list', 'c', 'table']);
});

describe('the proof is red where', () => {
  test.each([
    ['a note is lost', () => document.querySelector('[data-page-note="user-content-fn-list"]')?.remove()],
    [
      'a word of a note is',
      () => {
        const [word] = document.querySelectorAll('[data-page-note="user-content-fn-c"] p');
        if (word) word.textContent = '表里的。';
      },
    ],
    [
      'a number is another',
      () => document.querySelector('[data-page-note="user-content-fn-c"]')?.setAttribute('value', '9'),
    ],
    [
      'two notes change places',
      () => {
        const [note] = document.querySelectorAll('[data-page-note="user-content-fn-list"]');
        note?.nextElementSibling?.after(note);
      },
    ],
    [
      'a note is printed twice',
      () => {
        const [note] = document.querySelectorAll('[data-page-note="user-content-fn-c"]');
        note?.after(note.cloneNode(true));
      },
    ],
    ['all notes are lost', () => document.querySelectorAll('[data-page-notes]').forEach((notes) => notes.remove())],
  ])('%s', async (_, damage) => {
    await setIn(noted.slug);
    await page.evaluate(damage);
    const result = await prove(await pdf(), htmlOf(noted.slug), meeting);
    expect(result.failures.map(({ check }) => check)).toContain('text');
  });

  test('a reference leads to another page than that of its note', async () => {
    await setIn(noted.slug);
    await page.evaluate(() => {
      document.querySelector('[data-page-note="user-content-fn-list"]')?.removeAttribute('id');
      document.querySelectorAll('.pagedjs_page')[2]?.setAttribute('id', 'user-content-fn-list');
    });
    const result = await prove(await pdf(), htmlOf(noted.slug), meeting);
    expect(result.failures.map(({ check }) => check)).toEqual(['links']);
  });
});
