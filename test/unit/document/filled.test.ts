import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fillDocument } from '../../../src/components/fill-document.ts';
import { documentPlaces } from '../../../src/document/document-places.ts';
import { entryDocument } from '../../../src/document/entry-document.ts';
import { documentSchema } from '../../../src/document/schema.ts';
import { documentBlocks as blocksOf } from '../../../src/export/document-blocks.ts';
import { readBlocks, readFootnotes } from '../../../src/export/read-blocks.ts';
import { scheduleGrid } from '../../../src/export/schedule-grid.ts';
import { scheduleTable } from '../../../src/export/schedule-table.ts';
import { documentBlocks } from '../../../src/fill/document-blocks.ts';
import type { DraftContent } from '../../../src/fill/draft.ts';
import { fillDraft } from '../../../src/fill/fill-draft.ts';
import { fillPlan } from '../../../src/fill/fill-plan.ts';
import { exampleValues } from '../../../src/model/compute.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { planIn } from '../../../src/publish/read-plan.ts';
import { articleOfEntry, shelfEntry, shelfSlugs } from '../export/shelf-articles.ts';
import { fullPlan } from '../fill/sample-document.ts';
import { everyEdit } from './every-edit.ts';
import { nastyProse } from './nasty-prose.ts';
import { comparable } from './same-blocks.ts';

/** What is read from the article of a print document is what the document says, whatever is put into them. */
async function expectSame(source: string, plan: Plan, drafts: readonly DraftContent[]): Promise<void> {
  const article = await articleOfEntry(source, plan);
  const document = entryDocument(plan, source);
  for (const draft of drafts) {
    const html = fillDraft(article, plan, draft, fillDocument);
    const filled = fillPlan(document, plan, draft);
    const { fields } = filled.plan;
    const schedule = () => scheduleTable(filled.drawn, filled.draft);
    const { blocks, footnotes } = blocksOf({ document: filled.document, fields, schedule });
    expect(filled.conflicts).toEqual(html.conflicts);
    expect(comparable(blocks)).toEqual(comparable(readBlocks(html.article, () => scheduleGrid(html))));
    expect(comparable(footnotes)).toEqual(comparable(readFootnotes(html.article)));
    expect(filled.plan).toEqual(html.plan);
    expect(filled.drawn.tasks).toEqual(html.tasks);
    expect(documentSchema.parse(JSON.parse(JSON.stringify(filled.document)))).toEqual(filled.document);
  }
}

const cases = [
  ...shelfSlugs.map((slug): [string, () => { source: string; plan: Plan }] => [
    slug,
    () => {
      const source = readFileSync(shelfEntry(slug), 'utf8');
      return { source, plan: planIn(source, slug, slug) };
    },
  ]),
  // In the print document a note stays that only a note which is gone refers to.
  ...Object.entries(nastyProse)
    .filter(([name]) => name !== 'notes in notes')
    .map(([name, prose]): [string, () => { source: string; plan: Plan }] => [
      name,
      () => ({ source: `---\nfields: []\n---\n\n${prose}\n`, plan: fullPlan }),
    ]),
];

test.each(cases)('a document is filled and edited as its print document is: %s', async (_, read) => {
  const { source, plan } = read();
  const values = exampleValues(plan.fields);
  const people = Object.fromEntries(plan.roles.map(({ name }) => [name, '欧阳静怡']));
  const edits = everyEdit(documentBlocks(await articleOfEntry(source, plan)), plan);
  await expectSame(source, plan, [
    { values, people, edits: [] },
    ...edits.map((some) => ({ values: {}, people: {}, edits: some })),
    { values, people, edits: edits[0] ?? [] },
  ]);
});

test.each(cases)('every address of a draft leads to the same words: %s', async (_, read) => {
  const { source, plan } = read();
  const blocks = documentBlocks(await articleOfEntry(source, plan));
  const places = documentPlaces(entryDocument(plan, source));
  expect(blocks.length).toBeGreaterThan(0);
  expect(places.map(({ kind, text }) => `${kind} ${text}`)).toEqual(
    blocks.map(({ kind, text }) => `${kind} ${withoutParts(text)}`),
  );
  blocks.forEach(({ address }, index) => {
    expect([places[index]?.address, ...(places[index]?.also ?? [])]).toContain(address);
  });
});

/** The caption of a schedule counts its charts. */
function withoutParts(text: string): string {
  return text.replace(/^任务进度图（\d+\/\d+）$/u, '任务进度图');
}
