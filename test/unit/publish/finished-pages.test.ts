import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { FinishedPages } from '../../../src/publish/finished-pages.ts';

const all = ['/', '/print/甲/meeting', '/plans/甲', '/print/乙/meeting', '/plans/乙'];

function following(pathnames: readonly string[]) {
  const told: string[] = [];
  return { told, pages: new FinishedPages(pathnames, (pathname) => told.push(pathname)) };
}

test('a page is finished when the next one is asked for', () => {
  const { told, pages } = following(all);
  pages.asked('/');
  expect(told).toEqual([]);
  pages.asked('/print/甲/meeting/');
  expect(told).toEqual(['/']);
  pages.asked('plans/甲/');
  expect(told).toEqual(['/', '/print/甲/meeting']);
});

test('pages that nobody asked for are told before the next that is', () => {
  const { told, pages } = following(all);
  pages.asked('/plans/乙/');
  expect(told).toEqual(all.slice(0, 4));
  pages.end();
  expect(told).toEqual(all);
});

test('a page that is there, though nobody asked for it, tells of those before it', () => {
  const { told, pages } = following(all);
  const lookAt = (...there: string[]): void => {
    pages.look((pathname) => there.includes(pathname));
  };
  lookAt('/');
  expect(told).toEqual([]);
  lookAt('/', '/print/甲/meeting', '/plans/甲');
  expect(told).toEqual(all.slice(0, 2));
  // What is further on may stand there from before.
  lookAt('/', '/print/甲/meeting', '/plans/甲', '/plans/乙');
  expect(told).toEqual(all.slice(0, 2));
  lookAt(...all);
  expect(told).toEqual(all.slice(0, 4));
});

test('a page that is written elsewhere, as that for what is not found, holds up none', () => {
  const { told, pages } = following(['/404', '/plans/甲', '/plans/乙']);
  pages.look((pathname) => pathname !== '/404');
  expect(told).toEqual(['/404', '/plans/甲']);
});

test('pages that are made side by side are told of at the end, in order', () => {
  const told: string[] = [];
  const pages = new FinishedPages(all, (pathname) => told.push(pathname), false);
  pages.asked('/plans/乙/');
  pages.look(() => true);
  expect(told).toEqual([]);
  pages.end();
  expect(told).toEqual(all);
});

test('pages are looked for until all are made', () => {
  vi.useFakeTimers();
  try {
    const { told, pages } = following(all);
    const isThere = vi.fn(() => true);
    pages.watch(isThere);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(told).toEqual(all.slice(0, 4));
    pages.end();
    expect(told).toEqual(all);
    isThere.mockClear();
    vi.advanceTimersByTime(1000);
    expect(isThere).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test('a page that is not among them says nothing', () => {
  const { told, pages } = following(all);
  pages.asked('/plans/丙/');
  expect(told).toEqual([]);
});

test('whatever is asked for, each is told once, in order, and none while it is being made', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const names = fc.uniqueArray(name, { minLength: 1 });
  const step = fc.record({ name, looks: fc.boolean() });
  fc.assert(
    fc.property(names, fc.array(step), (pathnames, steps) => {
      const { told, pages } = following(pathnames);
      let furthest = 0;
      for (const { name: pathname, looks } of steps) {
        const place = pathnames.indexOf(pathname);
        if (looks) pages.look((there) => pathnames.slice(0, place + 1).some((each) => each === there));
        else pages.asked(pathname);
        furthest = Math.max(furthest, place);
        expect(told).toEqual(pathnames.slice(0, furthest));
      }
      pages.end();
      expect(told).toEqual(pathnames);
    }),
  );
});
