import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftEntry, draftIdOf, parseBasket } from '../../../src/client/basket.ts';
import { parsePaperTemplates, withEntry } from '../../../src/client/basket-change.ts';
import { withMoved, withRestored } from '../../../src/client/booklet/booklet-desk.ts';
import { parseSetting } from '../../../src/client/booklet/setting.ts';

describe('entries', () => {
  test('of a draft and of a plan are told apart', () => {
    expect(draftIdOf(draftEntry('k3x'))).toBe('k3x');
    expect(draftIdOf('客服-周计划')).toBeUndefined();
  });

  test('one more comes last, once, and not without end', () => {
    expect(withEntry(['a'], 'b')).toEqual({ entries: ['a', 'b'] });
    expect(withEntry(['a'], 'a')).toEqual({ refused: 'there' });
    const full = Array.from({ length: 50 }, (_, index) => `p${index}`);
    expect(withEntry(full, 'b')).toEqual({ refused: 'full' });
  });

  test.each([
    ['c', 0, 'cab'],
    ['a', 1, 'bac'],
    ['a', 2, 'bca'],
    ['a', 9, 'bca'],
    ['c', -1, 'cab'],
    ['b', 1, 'abc'],
  ])('%s moved to %i', (entry, place, after) => {
    expect(withMoved(['a', 'b', 'c'], entry, place).join('')).toBe(after);
  });

  test('what is taken out and put back is where it was, whichever it is', () => {
    const lists = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lists, fc.nat(), (entries, chosen) => {
        const place = chosen % entries.length;
        const entry = entries[place] ?? '';
        const without = entries.filter((other) => other !== entry);
        expect(withRestored(without, entry, place)).toEqual(entries);
        expect(withRestored(entries, entry, place)).toEqual(entries);
      }),
    );
  });
});

describe('the stored basket', () => {
  test.each([
    [undefined, [], {}],
    ['{', [], {}],
    ['7', [], {}],
    // As it was kept before papers had templates.
    ['{"slugs":["a","b"]}', ['a', 'b'], {}],
    ['{"slugs":["a","draft:k"],"templates":{"draft:k":"official"}}', ['a', 'draft:k'], { 'draft:k': 'official' }],
    ['{"slugs":"a","templates":["official"]}', [], { 0: 'official' }],
    ['{"slugs":["a"],"templates":{"a":7}}', ['a'], {}],
  ])('%j', (stored, entries, templates) => {
    expect(parseBasket(stored)).toEqual(entries);
    expect(parsePaperTemplates(stored)).toEqual(templates);
  });
});

describe('the stored setting', () => {
  const emptySetting = { cover: { title: '', unit: '', date: '', mark: '' }, duplex: false, options: {} };

  test.each([
    [undefined, emptySetting],
    ['{', emptySetting],
    ['[]', emptySetting],
    ['{"cover":7,"duplex":"yes"}', emptySetting],
    [
      '{"cover":{"title":"例会","unit":9},"duplex":true}',
      { ...emptySetting, cover: { ...emptySetting.cover, title: '例会' }, duplex: true },
    ],
    ['{"options":{"sheet":"a3-fold","x":7}}', { ...emptySetting, options: { sheet: 'a3-fold' } }],
  ])('%j is read as far as it can be', (stored, setting) => {
    expect(parseSetting(stored)).toEqual(setting);
  });
});
