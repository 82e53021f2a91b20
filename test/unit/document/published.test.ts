import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { entryDocument } from '../../../src/document/entry-document.ts';
import { fillDocument } from '../../../src/document/fill.ts';
import { nothingFilled } from '../../../src/document/filling.ts';
import { documentSchema } from '../../../src/document/schema.ts';
import { everyBlock } from '../../../src/document/walk.ts';
import { documentBlocks } from '../../../src/export/document-blocks.ts';
import { readBlocks, readFootnotes } from '../../../src/export/read-blocks.ts';
import type { Field } from '../../../src/model/field.ts';
import { type Plan, toPlanFields } from '../../../src/model/plan.ts';
import { planIn } from '../../../src/publish/read-plan.ts';
import { articleOfEntry, shelfEntry, shelfSlugs } from '../export/shelf-articles.ts';
import { fullPlan } from '../fill/sample-document.ts';
import { nastyProse } from './nasty-prose.ts';
import { comparable } from './same-blocks.ts';

const fixtures = resolve(import.meta.dirname, '../../fixtures');

async function expectSame(source: string, plan: Plan): Promise<void> {
  const article = await articleOfEntry(source, plan);
  const document = entryDocument(plan, source);
  expect(documentSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
  const filled = fillDocument(document, plan, nothingFilled);
  const { blocks, footnotes } = documentBlocks({ document: filled, fields: plan.fields, schedule: () => undefined });
  expect(blocks.length).toBeGreaterThan(2);
  expect(comparable(blocks)).toEqual(comparable(readBlocks(article, () => undefined)));
  expect(comparable(footnotes)).toEqual(comparable(readFootnotes(article)));
  const ids = [...everyBlock(document.blocks)].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
}

describe('the blocks of a document are those of the print document', () => {
  test.each(shelfSlugs)('%s', async (slug) => {
    const source = readFileSync(shelfEntry(slug), 'utf8');
    await expectSame(source, planIn(source, slug, slug));
  });

  const own = join(fixtures, 'site/content/plans');
  test.each(readdirSync(own))('site/%s', async (name) => {
    const source = readFileSync(join(own, name), 'utf8');
    await expectSame(source, planIn(source, name, name));
  });

  const cases = join(fixtures, 'markdown');
  // A component within a line, which the check refuses, would be shown without a plan.
  const names = readdirSync(cases).filter(
    (name) => name !== 'components-other' && existsSync(join(cases, name, 'input.mdx')),
  );
  test.each(names)('markdown/%s', async (name) => {
    const source = readFileSync(join(cases, name, 'input.mdx'), 'utf8');
    const { fields } = parse(/^---\n([^]*?)\n---\n/.exec(source)?.[1] ?? '') as { fields: Field[] };
    await expectSame(source, { ...fullPlan, fields: toPlanFields(fields) });
  });

  test.each(Object.entries(nastyProse))('%s', async (_, prose) => {
    await expectSame(`---\nfields: []\n---\n\n${prose}\n`, fullPlan);
  });
});
