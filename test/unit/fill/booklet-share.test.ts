import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SharedBooklet, readSharedBooklet, shareBooklet } from '../../../src/fill/booklet-share.ts';
import { newDraft } from '../../../src/fill/draft.ts';
import { pack } from '../../../src/fill/packed-text.ts';
import { textHash } from '../../../src/document/edits/text-hash.ts';

const draft = newDraft('sample', { updated: '2026-11-20T00:00:00.000Z', name: '甲', values: { organization: '锦绣' } });
const shared: SharedBooklet = {
  papers: [{ plan: 'other' }, { plan: 'sample', draft }],
  cover: { title: '例会', unit: '', date: '2026-12-05', mark: '内部资料' },
  duplex: true,
};

async function fragmentOf(booklet: SharedBooklet): Promise<string> {
  const sharing = await shareBooklet(booklet);
  if (!('fragment' in sharing)) throw new Error(`too long: ${sharing.tooLong}`);
  return sharing.fragment;
}

describe('a shared booklet', () => {
  test('comes out of its link as it went in', async () => {
    const fragment = await fragmentOf(shared);
    expect(fragment).toMatch(/^booklet=3\.[0-9a-z]+\.[\w-]+$/);
    expect(await readSharedBooklet(`#${fragment}`)).toEqual(shared);
    const plain = { ...shared, papers: [{ plan: 'other' }] };
    // As older pages read it.
    expect(await fragmentOf(plain)).toMatch(/^booklet=1\./);
    expect(await readSharedBooklet(await fragmentOf(plain))).toEqual(plain);
  });

  test('with templates of its papers and options is written in the second version, and comes out as it went in', async () => {
    const set: SharedBooklet = {
      ...shared,
      papers: [
        { plan: 'other', template: 'official' },
        { plan: 'sample', template: 'one-page' },
      ],
      options: { sheet: 'a3-fold' },
    };
    const fragment = await fragmentOf(set);
    expect(fragment).toMatch(/^booklet=2\./);
    expect(await readSharedBooklet(fragment)).toEqual(set);
    // Not by another version's name: the first knows no templates.
    expect(await readSharedBooklet(fragment.replace('=2.', '=1.'))).toEqual({ problem: 'damaged' });
  });

  test('of the first version, as it was sent before there were templates, is still read', async () => {
    const old =
      'booklet=1.122ysy2e90x.Fck9CsIwGIDhu7xzCjWgw3cVcQg2YDG2ISYihEz-LO6CnsALuImnqaK3EJ_1yXjjbVgj04x3pkPo48IGykwx7zc2IJnYRmcRhudpeFxRpK6NCCgaE_-jaz2pRrqqxyhWJiwRXsfDd3f73Pfv84WiaJJ3dovEkGz5AQ';
    expect(await readSharedBooklet(old)).toEqual({ ...shared, papers: [{ plan: 'other' }] });
  });

  test('any words of its cover do', async () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(words, words, async (title, unit) => {
        const one = { ...shared, papers: [], cover: { ...shared.cover, title, unit } };
        expect(await readSharedBooklet(await fragmentOf(one))).toEqual(one);
      }),
      { numRuns: 30 },
    );
  });

  test('a draft that is not the plan’s is left out, the plan stays', async () => {
    const mixed = { ...shared, papers: [{ plan: 'other', draft }] };
    expect(await readSharedBooklet(await fragmentOf(mixed))).toEqual({ ...shared, papers: [{ plan: 'other' }] });
  });

  test('is too long for a link where its drafts are', async () => {
    const noise = Array.from({ length: 9000 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7919) % 20000)));
    const large = { ...draft, values: { organization: noise.join('') } };
    const sharing = await shareBooklet({ ...shared, papers: [{ plan: 'sample', draft: large }] });
    expect('tooLong' in sharing && sharing.tooLong).toBeGreaterThan(8000);
  });

  test('cut at any place it is no booklet', async () => {
    const fragment = await fragmentOf(shared);
    for (let length = 0; length < fragment.length; length += 1)
      expect(await readSharedBooklet(fragment.slice(0, length))).toEqual({ problem: 'damaged' });
  });

  test('whose text is no JSON, although its hash is right, is damaged', async () => {
    for (const text of ['', '{"papers":[', 'null'])
      expect(await readSharedBooklet(`booklet=2.${textHash(text)}.${await pack(text)}`)).toEqual({
        problem: 'damaged',
      });
  });

  test('of a newer version is said to be that', async () => {
    expect(await readSharedBooklet('booklet=4.abc.def')).toEqual({ problem: 'newer' });
  });
});
