import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Draft, draftSchema, newDraft } from '../../../src/fill/draft.ts';
import { readDraft } from '../../../src/fill/draft-read.ts';
import { readShared, shareFragment } from '../../../src/fill/draft-share.ts';
import { longestFragment, pack } from '../../../src/fill/packed-text.ts';
import { textHash } from '../../../src/document/edits/text-hash.ts';
import { anyDraft, anyFirstDraft, anyText } from './arbitrary-draft.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';

const updated = '2026-11-20T08:00:00.000Z';
const small: Draft = newDraft('sample', {
  updated,
  values: { satisfaction: 85, organization: '锦绣物业' },
  people: { 客服主管: '王芳' },
});
const runs = { numRuns: fuzzRuns };

describe('a draft as a file', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        expect(readDraft(JSON.stringify(draft))).toEqual({ draft, problems: [] });
      }),
      runs,
    );
  });

  test('no text makes reading throw', () => {
    const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => new TextDecoder().decode(array));
    fc.assert(
      fc.property(fc.oneof(bytes, fc.json()), (text) => {
        expect(readDraft(text).problems.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });

  test('any JSON in the place of its parts is left out, the rest is read', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('values', 'people', 'edits', 'changes', 'name', 'updated', 'planDigest', 'more'),
        fc.jsonValue(),
        (key, value) => {
          const { draft } = readDraft(JSON.stringify({ ...small, [key]: value }));
          expect(draft?.plan).toBe('sample');
          expect(draftSchema.safeParse(draft).success).toBe(true);
        },
      ),
      runs,
    );
  });

  test.each([
    ['', 'not-json', '不是完整的 JSON'],
    ['{"format":"planshelf.draft"', 'not-json', '截断'],
    ['[1,2]', 'not-a-draft', 'planshelf.draft'],
    ['{"format":"other","version":1}', 'not-a-draft', '导出的 JSON'],
    [JSON.stringify({ ...small, version: 3 }), 'newer', '格式 3'],
    [JSON.stringify({ ...small, version: '1' }), 'damaged', '版本号'],
    [JSON.stringify({ ...small, plan: 7 }), 'damaged', '哪份计划'],
  ])('refusal %#', (text, code, words) => {
    const { draft, problems } = readDraft(text);
    expect(draft).toBeUndefined();
    expect(problems).toMatchObject([{ code, path: '' }]);
    expect(problems[0]?.message).toContain(words);
    expect(problems[0]?.message).toContain('没有改动任何内容');
  });

  test('a damaged entry is named and left out', () => {
    const text = JSON.stringify({
      ...small,
      values: { satisfaction: 85, Bad: 1, 'fee-rate': [1] },
      edits: [{ kind: 'omit' }],
      extra: 1,
    });
    const { draft, problems } = readDraft(text);
    expect(draft?.values).toEqual({ satisfaction: 85 });
    expect(problems.map(({ path }) => path).sort()).toEqual(['edits.0', 'extra', 'values.Bad', 'values.fee-rate']);
  });

  test('a byte order mark does no harm', () => {
    expect(readDraft(`\uFEFF${JSON.stringify(small)}`).draft).toEqual(small);
  });

  test('an exported document is read as its draft', () => {
    expect(readDraft(JSON.stringify({ format: 'planshelf.document', draft: small })).draft).toEqual(small);
  });

  test('a document in documents is no draft, however deep', () => {
    const deep = `${'{"format":"planshelf.document","draft":'.repeat(20_000)}{}${'}'.repeat(20_000)}`;
    expect(readDraft(deep).problems).toMatchObject([{ code: 'not-a-draft' }]);
  });

  test('version 0 becomes the present one', () => {
    const old = {
      format: 'planshelf.draft',
      version: 0,
      slug: 'sample',
      title: '我的草稿',
      saved: Date.UTC(2026, 10, 20, 8),
      values: { satisfaction: 85 },
      people: { 客服主管: '王芳' },
      texts: { '目标/p1#abc': '改过的一段' },
    };
    expect(readDraft(JSON.stringify(old))).toEqual({
      draft: newDraft('sample', {
        name: '我的草稿',
        updated,
        values: { satisfaction: 85 },
        people: { 客服主管: '王芳' },
        edits: [{ kind: 'text', at: '目标/p1#abc', text: '改过的一段' }],
      }),
      problems: [],
    });
  });
});

test('every draft of version 1 becomes the present one, with all that it held', () => {
  fc.assert(
    fc.property(anyFirstDraft, ({ edits, ...first }) => {
      const draft = { ...first, version: 2, ...(edits.length > 0 && { edits }) };
      expect(readDraft(JSON.stringify({ ...first, edits }))).toEqual({ draft, problems: [] });
    }),
    runs,
  );
});

test('every draft of version 0 becomes the present one, with all that it held', () => {
  fc.assert(
    fc.property(anyDraft, fc.dictionary(anyText, anyText, { noNullPrototype: true }), (draft, texts) => {
      const { plan: slug, name: title, values, people } = draft;
      const old = {
        format: draft.format,
        version: 0,
        slug,
        title,
        saved: Date.parse(draft.updated),
        values,
        people,
        texts,
      };
      const { draft: read } = readDraft(JSON.stringify(old));
      expect(read).toMatchObject({ plan: slug, name: title, values, people, updated: draft.updated });
      const places = Object.entries(texts).filter(([at]) => at !== '' && at.length <= 400);
      expect(read?.edits ?? []).toEqual(places.map(([at, text]) => ({ kind: 'text', at, text })));
    }),
    runs,
  );
});

describe('a share link', () => {
  const fragmentOf = async (draft: Draft): Promise<string> => {
    const sharing = await shareFragment(draft);
    if (!('fragment' in sharing)) throw new Error('too long');
    return sharing.fragment;
  };

  test('holds the whole draft', async () => {
    let shared = 0;
    await fc.assert(
      fc.asyncProperty(anyDraft, async (draft) => {
        const sharing = await shareFragment(draft);
        if ('tooLong' in sharing) return;
        expect(sharing.fragment).toMatch(/^draft=2\.[0-9a-z]{11}\.[\w-]+$/);
        shared += 1;
        expect(await readShared(`#${sharing.fragment}`)).toEqual({ draft, problems: [] });
      }),
      runs,
    );
    expect(shared).toBeGreaterThan(runs.numRuns * 0.9);
  });

  test('a draft that is too long says how long', async () => {
    let noise = '';
    for (let n = 1; noise.length < 40_000; n = (n * 48_271) % 2_147_483_647) noise += n.toString(36);
    const sharing = await shareFragment({ ...small, values: { note: noise } });
    expect('tooLong' in sharing && sharing.tooLong).toBeGreaterThan(longestFragment);
  });

  test('cut or altered at any place it gives no other draft', async () => {
    const fragment = await fragmentOf(small);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(fragment.length - 1),
        fc.constantFrom('A', 'b', '_', '.', '%', ''),
        async (at, instead) => {
          const altered = fragment.slice(0, at) + instead + fragment.slice(at + 1);
          if (altered === fragment) return;
          // Some bits of a deflated text stand for nothing: without them it is the same draft, never another.
          const { draft } = await readShared(altered);
          if (draft !== undefined) expect(draft).toEqual(small);
          expect((await readShared(fragment.slice(0, at))).draft).toBeUndefined();
        },
      ),
      runs,
    );
  });

  test('no fragment makes it reject', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.base64String(), async (text, packed) => {
        expect((await readShared(text)).draft).toBeUndefined();
        expect(
          (
            await readShared(
              `draft=1.00000000000.${packed.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`,
            )
          ).draft,
        ).toBeUndefined();
      }),
      runs,
    );
  });

  test('a future version is said', async () => {
    expect((await readShared('#draft=3.abc.def')).problems).toMatchObject([{ code: 'newer' }]);
  });

  test('a short link does not become a document of hundreds of pages', async () => {
    const long = newDraft('sample', { updated, values: { organization: '长'.repeat(300_000) } });
    expect(await shareFragment(long)).toEqual({ tooLong: expect.any(Number) as number });
    const json = JSON.stringify(long);
    const packed = await pack(json);
    expect(packed.length).toBeLessThan(1500);
    const { draft, problems } = await readShared(`draft=1.${textHash(json)}.${packed}`);
    expect(draft).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'too-large' }]);
  });

  test('a value that is too long is left out, and said so', () => {
    const values = { organization: '长'.repeat(50_001), satisfaction: '长'.repeat(50_000) };
    const { draft, problems } = readDraft(
      JSON.stringify({ ...small, values, people: { 客服主管: '长'.repeat(50_001) } }),
    );
    expect(Object.keys(draft?.values ?? {})).toEqual(['satisfaction']);
    expect(draft?.people).toEqual({});
    expect(problems.map(({ path, message }) => [path, message.includes('超过 50000 字')])).toEqual([
      ['values.organization', true],
      ['people.客服主管', true],
    ]);
  });

  test('what unpacks to far too much is stopped', async () => {
    const stream = new Blob([new Uint8Array(20_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const packed = Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url');
    expect(packed.length).toBeLessThan(longestFragment * 4);
    expect((await readShared(`draft=1.00000000000.${packed}`)).problems).toMatchObject([{ code: 'too-large' }]);
  });
});
