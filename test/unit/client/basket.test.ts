import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseBasket, readBasket } from '../../../src/client/basket.ts';
import { mostPapers } from '../../../src/fill/sharing.ts';
import { toggleInBasket } from '../../../src/client/basket-change.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each<[string, string | undefined, readonly string[]]>([
  ['nothing stored', undefined, []],
  ['plans', '{"slugs":["a","b"]}', ['a', 'b']],
  ['a plan twice', '{"slugs":["a","a"]}', ['a']],
  ['no JSON', '{"slugs":', []],
  ['another shape', '["a"]', []],
  ['null', 'null', []],
  ['entries that are no slugs', '{"slugs":["a",1,null,""]}', ['a']],
])('%s', (_, stored, slugs) => {
  expect(parseBasket(stored)).toEqual(slugs);
});

test('no more plans than a meeting reads, whatever is stored', () => {
  const slugs = Array.from({ length: 500 }, (_, index) => `plan-${index}`);
  expect(parseBasket(JSON.stringify({ slugs }))).toHaveLength(50);
});

describe('putting in and taking out', () => {
  test('is remembered', () => {
    const store = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, text: string) => store.set(key, text),
      removeItem: (key: string) => store.delete(key),
    });
    toggleInBasket('a');
    toggleInBasket('b');
    expect(readBasket()).toEqual(['a', 'b']);
    toggleInBasket('a');
    expect(readBasket()).toEqual(['b']);
    toggleInBasket('b');
    expect(store.size).toBe(0);
  });

  test('a plan that there is no room for is refused, and one can still be taken out', () => {
    const full = Array.from({ length: mostPapers }, (_, index) => `plan-${index}`);
    vi.stubGlobal('localStorage', { setItem: vi.fn(), getItem: () => JSON.stringify({ slugs: full }) });
    expect(toggleInBasket('one-more')).toEqual({ entries: full, kept: true, full: true });
    expect(toggleInBasket('plan-0')).toEqual({ entries: full.slice(1), kept: true, full: false });
  });

  test('goes on where storage is blocked', () => {
    const blocked = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    vi.stubGlobal('localStorage', { getItem: blocked, setItem: blocked, removeItem: blocked });
    expect(toggleInBasket('b', toggleInBasket('a').entries)).toEqual({ entries: ['a', 'b'], kept: false, full: false });
    expect(readBasket()).toEqual([]);
  });

  test('a fault that is not the storage’s is not hidden', () => {
    const broken = () => {
      throw new TypeError('broken');
    };
    vi.stubGlobal('localStorage', { getItem: broken });
    expect(readBasket).toThrow(TypeError);
  });
});
