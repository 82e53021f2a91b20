import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyNoted, longNotes, noted } from '../../fixtures/print/noted.ts';
import { findFirefox, openFirefox } from '../../fixtures/print/firefox.ts';
import { browserStore, meeting, type PressRun, setUpPress } from '../../fixtures/print/press-run.ts';
import { notesOf, seeNotes } from '../../fixtures/print/see-notes.ts';
import { openFirstBrowser, type PressBrowser } from '../../../src/press/browser/browser.ts';
import { browserChoices } from '../../../src/press/browser/browser-choice.ts';
import { prove } from '../../../src/proof/prove.ts';
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

describe.each(everyNoted.map(({ slug }) => slug))('%s', (slug) => {
  test('each note stands at the foot of the page that refers to it first, nothing over an edge', async () => {
    await setIn(slug);
    const seen = await page.evaluate(seeNotes);
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
  const seen = await page.evaluate(seeNotes);
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
    [
      'all notes are lost',
      () => {
        document.querySelectorAll('[data-page-notes]').forEach((notes) => {
          notes.remove();
        });
      },
    ],
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

const firefox = findFirefox();

describe.skipIf(firefox === undefined)('in Firefox', () => {
  test('each note stands whole at the foot of a page', async () => {
    const other = await openFirefox(firefox ?? '');
    try {
      const shown = await other.newPage();
      await shown.goto(`${addressOf(noted.slug)}#stage`);
      await shown.evaluate(() => window.planshelf?.ready.then(() => true));
      for (const { slug } of everyNoted) {
        const html = htmlOf(slug);
        await shown.evaluate((text, at) => window.planshelf?.paginate(text, at), html, addressOf(slug));
        const seen = await shown.evaluate(seeNotes);
        const source = await shown.evaluate(notesOf, html);
        expect(seen.notes.map(({ id }) => id).toSorted()).toEqual(source.map(({ id }) => id).toSorted());
        expect(seen.over).toEqual([]);
        const away = seen.notes.filter(({ at, referredAt }) => at !== referredAt).map(({ id }) => id);
        expect([slug, away]).toEqual([slug, slug === longNotes.slug ? ['b', 'z'] : []]);
        for (const { text } of source.filter(({ id }) => id !== 't')) expect(seen.text).toContain(text);
      }
    } finally {
      await other.close();
    }
  });
});
