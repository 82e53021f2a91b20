import { beforeEach, describe, expect, test } from 'vitest';
import { newDraft } from '../../../src/fill/draft.ts';
import { type DraftStorage, freeName, keep, keyOf, readShelf } from '../../../src/fill/draft-shelf.ts';
import { putBack, takeAway } from '../../../src/fill/draft-removal.ts';

class MemoryStorage implements DraftStorage {
  readonly entries = new Map<string, string>();
  room = Infinity;
  get length(): number {
    return this.entries.size;
  }
  key(index: number): string | null {
    return [...this.entries.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (value.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.entries.set(key, value);
  }
  removeItem(key: string): void {
    this.entries.delete(key);
  }
}

const draft = (name: string, updated = '2026-11-20T08:00:00.000Z') => newDraft('wuye', { name, updated });
let storage: MemoryStorage;
beforeEach(() => {
  storage = new MemoryStorage();
});

test('drafts come back exactly, the newest first; other keys are left alone', () => {
  storage.entries.set('theme', 'dark');
  keep(storage, 'a', draft('旧'), 0);
  keep(storage, 'b', draft('新', '2026-11-21T08:00:00.000Z'), 0);
  expect(readShelf(storage)).toEqual({
    kept: [
      { id: 'b', revision: 1, draft: draft('新', '2026-11-21T08:00:00.000Z') },
      { id: 'a', revision: 1, draft: draft('旧') },
    ],
    unread: [],
  });
});

test('what another window has kept since is not written over', () => {
  expect(keep(storage, 'a', draft('一'), 0)).toEqual({ outcome: 'kept', revision: 1 });
  expect(keep(storage, 'a', draft('二'), 1)).toEqual({ outcome: 'kept', revision: 2 });
  const there = storage.getItem(keyOf('a'));
  expect(keep(storage, 'a', draft('旁边'), 1)).toEqual({ outcome: 'overtaken', revision: 2 });
  expect(storage.getItem(keyOf('a'))).toBe(there);
});

test('a draft that was deleted elsewhere is kept again when it is written on', () => {
  keep(storage, 'a', draft('一'), 0);
  takeAway(storage, 'a');
  expect(keep(storage, 'a', draft('二'), 1).outcome).toBe('kept');
});

test('a full storage says so and keeps what it had', () => {
  keep(storage, 'a', draft('一'), 0);
  storage.room = 10;
  expect(keep(storage, 'a', draft('二'), 1)).toEqual({ outcome: 'failed', reason: 'full' });
  expect(readShelf(storage).kept[0]?.draft.name).toBe('一');
});

test('a blocked storage says so', () => {
  storage.getItem = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  expect(keep(storage, 'a', draft('一'), 0)).toEqual({ outcome: 'failed', reason: 'blocked' });
});

describe('a damaged entry', () => {
  test.each([
    ['cut short', (entry: string) => entry.slice(0, -5)],
    ['altered', (entry: string) => entry.replace('一', '二')],
    ['of another kind', () => '{"a":1}'],
    ['empty', () => ''],
  ])('%s is neither taken for a draft nor touched', (_, damage) => {
    keep(storage, 'a', draft('一'), 0);
    const entry = damage(storage.getItem(keyOf('a')) ?? '');
    storage.entries.set(keyOf('a'), entry);
    const { kept, unread } = readShelf(storage);
    expect(kept).toEqual([]);
    expect(unread.map(({ id }) => id)).toEqual(['a']);
    expect(storage.getItem(keyOf('a'))).toBe(entry);
  });
});

test('a deleted draft can be put back', () => {
  keep(storage, 'a', draft('一'), 0);
  const taken = takeAway(storage, 'a');
  expect(readShelf(storage).kept).toEqual([]);
  if (!('entry' in taken) || taken.entry === null) throw new Error('nothing was taken');
  expect(putBack(storage, 'a', taken.entry)).toBeUndefined();
  expect(readShelf(storage).kept[0]?.draft).toEqual(draft('一'));
});

test('a name that is taken gets a number', () => {
  expect(freeName('计划', ['别的'])).toBe('计划');
  expect(freeName('计划', ['计划', '计划（2）'])).toBe('计划（3）');
});
