/** Prose with everything that it can hold, published and edited, as files are written from it. */
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { entryDocument } from '../../../src/document/entry-document.ts';
import type { Block } from '../../../src/export/blocks.ts';
import { documentBlocks as blocksOf } from '../../../src/export/document-blocks.ts';
import type { DraftContent } from '../../../src/fill/draft.ts';
import { fillPlan } from '../../../src/fill/fill-plan.ts';
import { expectFixture } from '../check/expectation.ts';
import { fullPlan } from '../fill/sample-document.ts';
import { everyEdit } from './every-edit.ts';
import { nastyProse } from './nasty-prose.ts';
import { outlineOf } from './outline.ts';

const fixtures = resolve(import.meta.dirname, '../../fixtures/document');

test.each(Object.entries(nastyProse))('%s', (name, prose) => {
  const source = `---\nfields: []\n---\n\n${prose}\n`;
  const document = entryDocument(fullPlan, source);
  const outline = (draft: DraftContent): string => {
    const filled = fillPlan(document, fullPlan, draft);
    const { blocks, footnotes } = blocksOf(filled.document);
    const isSchedule = (block: Block): boolean => block.kind === 'table' && block.name === 'schedule';
    return outlineOf({ blocks: blocks.filter((block) => !isSchedule(block)), footnotes });
  };
  const published = outline({ values: {}, people: {}, edits: [] });
  const edits = everyEdit(document, fullPlan);
  const edited = edits.map((some) => outline({ values: {}, people: {}, edits: some }));
  expect(published).not.toBe(edited[0]);
  const path = join(fixtures, `${name.replace(/\W+/g, '-')}.txt`);
  expectFixture(path, [published, ...edited].join('\n\n========\n\n'));
});
