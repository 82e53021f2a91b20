import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ChangedDocument } from '../../../src/document/changes/changed-document.ts';
import { documentPlaces } from '../../../src/document/edits/document-places.ts';
import type { Edit } from '../../../src/document/edits/edit.ts';
import type { Block, PlanDocument } from '../../../src/document/schema.ts';
import { withChanges } from '../../../src/fill/changed-text.ts';
import { type Draft, draftSchema, newDraft } from '../../../src/fill/draft.ts';
import { readDraft } from '../../../src/fill/draft-read.ts';
import { readShared, shareFragment } from '../../../src/fill/draft-share.ts';
import { draftText } from '../../../src/fill/draft-text.ts';
import { fillPlan } from '../../../src/fill/fill-plan.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { sampleDocument, sampleProse } from '../document/sample-entry.ts';
import { fullPlan } from './sample-document.ts';

const folder = join(import.meta.dirname, '../../fixtures/drafts-1');
const json = async <T>(name: string): Promise<T> => JSON.parse(await readFile(join(folder, name), 'utf8')) as T;
const plan = await json<Plan>('plan.json');
const document = await json<PlanDocument>('document.json');
const links = await json<Record<string, string>>('links.json');

/** The drafts of the first version as they are kept once the plan's document is there. */
const first = Object.entries(await json<Record<string, object>>('drafts.json')).map(
  ([name, old]) => [name, settled(readDraft(JSON.stringify(old)).draft)] as const,
);

function settled(draft: Draft | undefined): Draft {
  if (draft === undefined) throw new Error('no draft was read');
  return withChanges(draft, draftText(document, plan, draft).changed);
}

describe.each(first)('a draft of version 1, %s', (name, draft) => {
  test('is one of the present version, whose documents are as the schema says', () => {
    expect(draftSchema.parse(draft)).toEqual(draft);
    expect(draft.edits).toBeUndefined();
  });

  test('comes out of a file and a link as it went in; the link is no longer than that of version 1', async () => {
    expect(settled(readDraft(JSON.stringify(draft)).draft)).toEqual(draft);
    const sharing = await shareFragment(draft);
    const fragment = 'fragment' in sharing ? sharing.fragment : '';
    expect(fragment.length).toBeGreaterThan(0);
    expect(fragment.length).toBeLessThanOrEqual(links[name]?.length ?? 0);
    const { draft: read, problems } = await readShared(`#${fragment}`);
    expect(problems).toEqual([]);
    expect(settled(read)).toEqual(draft);
  });
});

const published = sampleDocument();
const at = (text: string): string => documentPlaces(published).find((place) => place.text === text)?.address ?? '';
const updated = '2026-11-20T08:00:00.000Z';
const words: Edit = { kind: 'text', at: at('短信提醒'), text: '电话提醒' };

function changedBy(...edits: Edit[]): ChangedDocument {
  return draftText(published, fullPlan, { edits }).changed;
}

test('a draft without changes of the text holds no documents', () => {
  const draft = newDraft('sample', { updated, edits: [words] });
  expect(withChanges(draft, changedBy())).toEqual(newDraft('sample', { updated }));
});

test('the text is made once, however often values change', () => {
  const changes = changedBy(words);
  expect(draftText(published, fullPlan, { changes })).toBe(draftText(published, fullPlan, { changes }));
  expect(draftText(published, fullPlan, { changes }).changed).toBe(changes);
});

test('changes that are not put in yet are added to those that are', () => {
  const more: Edit = { kind: 'omit', at: at('检查') };
  const { edits } = draftText(published, fullPlan, { changes: changedBy(words), edits: [more] });
  expect(edits).toEqual([words, more]);
});

test('a plan that was published anew gets the changes, and what it cannot take stays with the draft', () => {
  const now = sampleDocument(
    fullPlan,
    sampleProse.replace('短信提醒', '微信提醒').replace('## 措施', '先说。\n\n## 措施'),
  );
  const changes = changedBy(words, { kind: 'text', at: at('先查工单'), text: '先看台账' });
  const { changed, conflicts, draft } = fillPlan(now, fullPlan, { values: {}, people: {}, changes });
  expect(conflicts).toEqual([{ edit: words, reason: 'changed', published: '微信提醒' }]);
  expect(JSON.stringify(changed.document)).toContain('先看台账');
  expect(changed.base).toBe(now);
  expect(draft.changes?.written).toEqual([words]);
  // Back as it was, the change is there.
  expect(draftText(published, fullPlan, draft).changed).toEqual(changes);
});

describe('a file from somebody else', () => {
  const file = (changes: unknown): string => JSON.stringify({ ...newDraft('sample', { updated }), changes });
  const smuggled: Block = {
    kind: 'paragraph',
    id: '收费/p9',
    edited: true,
    content: [
      { kind: 'link', href: 'https://elsewhere.example/', content: [{ kind: 'text', text: 'x' }] },
      { kind: 'picture', src: '/elsewhere.png', alt: '' },
    ],
  };

  const running = {
    ...smuggled,
    content: [{ kind: 'link', href: 'javascript:alert(1)', content: [{ kind: 'text', text: 'x' }] }],
  };

  test('brings words, and nothing else of its documents', () => {
    const { base, document: text, written } = changedBy(words);
    const blocks = (given: PlanDocument): PlanDocument => ({ ...given, blocks: [...given.blocks, smuggled] });
    const { draft, problems } = readDraft(file({ base: blocks(base), document: blocks(text), written }));
    expect(problems).toEqual([]);
    expect(draft?.changes).toBeUndefined();
    expect(draft?.edits).toContainEqual(words);
    const { changed } = draftText(published, fullPlan, draft ?? {});
    expect(JSON.stringify(changed.document)).not.toContain('elsewhere');
    expect(changed.document).toEqual(text);
  });

  test.each([
    ['another thing', 'x'],
    ['a document that is none', { base: published, document: { ...published, blocks: 'x' }, written: [] }],
    ['one document', { base: published }],
    ['a document that runs', { base: published, document: { ...published, blocks: [running] }, written: [] }],
  ])('with %s for its changes keeps the rest, and says so', (_, changes) => {
    const { draft, problems } = readDraft(file(changes));
    expect(draft).toEqual(newDraft('sample', { updated }));
    expect(problems).toMatchObject([{ code: 'entry', path: 'changes' }]);
  });

  test('nested beyond all measure is read without its changes', () => {
    const open = '{"kind":"quote","id":"q","blocks":[';
    const deep = `${open.repeat(20_000)}${']}'.repeat(20_000)}`;
    const text = file({ base: published, document: { ...published, blocks: ['deep'] }, written: [] });
    const { draft, problems } = readDraft(text.replace('"deep"', deep));
    expect(draft?.plan).toBe('sample');
    expect(problems).toMatchObject([{ code: 'entry', path: 'changes' }]);
  });
});
