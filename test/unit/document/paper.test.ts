/** Papers and files are written from the document apart: both say the same of every plan, whatever is put into it. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { documentPlaces } from '../../../src/document/edits/document-places.ts';
import { entryDocument } from '../../../src/document/entry-document.ts';
import { documentSchema } from '../../../src/document/schema.ts';
import { everyBlock } from '../../../src/document/walk.ts';
import { documentBlocks as blocksOf } from '../../../src/export/document-blocks.ts';
import type { DraftContent } from '../../../src/fill/draft.ts';
import { fillPlan } from '../../../src/fill/fill-plan.ts';
import { exampleValues } from '../../../src/model/compute.ts';
import type { Field } from '../../../src/model/field.ts';
import { type Plan, toPlanFields } from '../../../src/model/plan.ts';
import { planIn } from '../../../src/check/read-plan.ts';
import { layout } from '../../../templates/meeting/layout.ts';
import { shelfEntry, shelfSlugs } from '../export/shelf-plans.ts';
import { fullPlan } from '../fill/sample-document.ts';
import { blockTexts, textsOfPaper } from './article-words.ts';
import { everyEdit } from './every-edit.ts';
import { nastyProse } from './nasty-prose.ts';

interface Entry {
  readonly source: string;
  readonly plan: Plan;
}
type Case = readonly [name: string, entry: () => Entry];

const fixtures = resolve(import.meta.dirname, '../../fixtures');

function entryAt(path: string): Entry {
  const source = readFileSync(path, 'utf8');
  return { source, plan: planIn(source, path, path) };
}

const plans: readonly Case[] = [
  ...shelfSlugs.map((slug): Case => [slug, () => entryAt(shelfEntry(slug))]),
  ...readdirSync(join(fixtures, 'site/content/plans')).map((name): Case => [
    `site/${name}`,
    () => entryAt(join(fixtures, 'site/content/plans', name)),
  ]),
];

const nasty = Object.entries(nastyProse).map(([name, prose]): Case => [
  name,
  () => ({ source: `---\nfields: []\n---\n\n${prose}\n`, plan: fullPlan }),
]);

const markdown = readdirSync(join(fixtures, 'markdown'))
  // A component within a line, which the check refuses, would be shown without a plan.
  .filter((name) => name !== 'components-other' && existsSync(join(fixtures, 'markdown', name, 'input.mdx')))
  .map((name): Case => {
    const source = readFileSync(join(fixtures, 'markdown', name, 'input.mdx'), 'utf8');
    const { fields } = parse(/^---\n([^]*?)\n---\n/.exec(source)?.[1] ?? '') as { fields: Field[] };
    return [`markdown/${name}`, () => ({ source, plan: { ...fullPlan, fields: toPlanFields(fields) } })];
  });

/** What the test's reader of papers passes over: pictures, words without a paragraph, small print within a line. */
const unread = /^(?:pictures|folds|words in HTML|notes in notes|markdown\/(?:blank-link|details|figure))$/;
const read = [...plans, ...nasty, ...markdown].filter(([name]) => !unread.test(name));

test('cases were found', () => {
  expect(read.length).toBeGreaterThan(50);
  expect(plans.length).toBeGreaterThan(22);
  expect(markdown.length).toBeGreaterThan(20);
});

test.each(read)('%s: paper and files say the same', (name, entry) => {
  const { source, plan } = entry();
  const document = entryDocument(plan, source);
  const values = exampleValues(plan.fields);
  const people = Object.fromEntries(plan.roles.map(({ name }) => [name, '欧阳静怡']));
  const edits = everyEdit(document, plan);
  const drafts: readonly DraftContent[] = [
    { values: {}, people: {}, edits: [] },
    { values, people, edits: [] },
    { values, people, edits: edits[0] ?? [] },
    // Each kind of change in some of the cases: all of them in all would take a minute.
    {
      values: {},
      people: {},
      edits: edits[1 + (read.findIndex(([other]) => other === name) % (edits.length - 1))] ?? [],
    },
  ];
  for (const draft of drafts) {
    const filled = fillPlan(document, plan, draft);
    const written = blocksOf(filled.document);
    const { text, notes } = textsOfPaper(layout(filled.document));
    expect(blockTexts(written.blocks)).toEqual(text);
    expect(blockTexts(written.footnotes.flatMap(({ blocks }) => blocks))).toEqual(notes);
    expect(documentSchema.parse(JSON.parse(JSON.stringify(filled.document)))).toEqual(filled.document);
  }
});

test.each([...plans, ...nasty, ...markdown])('%s: every place has an address and a key of its own', (_, entry) => {
  const { source, plan } = entry();
  const document = entryDocument(plan, source);
  const ids = [...everyBlock(document.blocks)].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const places = documentPlaces(document);
  expect(places.length).toBeGreaterThan(0);
  expect(new Set(places.map(({ key }) => key)).size).toBe(places.length);
});
