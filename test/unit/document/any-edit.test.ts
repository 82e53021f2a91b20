import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillDocument } from '../../../src/components/fill-document.ts';
import { documentSchema } from '../../../src/document/schema.ts';
import { documentBlocks as blocksOf } from '../../../src/export/document-blocks.ts';
import { documentBlocks } from '../../../src/fill/document-blocks.ts';
import { fillDraft } from '../../../src/fill/fill-draft.ts';
import { fillPlan } from '../../../src/fill/fill-plan.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';
import { anyText } from '../fill/arbitrary-draft.ts';
import { fullPlan, sampleArticle } from '../fill/sample-document.ts';
import { blockTexts, textsOfPaper } from './article-words.ts';
import { sampleDocument } from './sample-entry.ts';

const article = sampleArticle();
const published = sampleDocument();

const anyAddress = fc.oneof(
  { weight: 1, arbitrary: anyText },
  { weight: 4, arbitrary: fc.constantFrom(...documentBlocks(article).map(({ address }) => address)) },
);
const anyEdit = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), at: anyAddress, text: anyText }),
  fc.record({ kind: fc.constant('omit' as const), at: anyAddress }),
  fc.record({
    kind: fc.constant('row' as const),
    id: fc.constantFrom('a', 'b', 'c'),
    table: fc.constantFrom('tasks' as const, 'budget' as const, 'kpis' as const),
    after: fc.oneof(anyAddress, fc.constantFrom('a', 'b')),
    cells: fc.dictionary(fc.constantFrom('name', 'item', 'amount', 'time', 'owner', 'target'), anyText),
  }),
  fc.record({
    kind: fc.constant('order' as const),
    within: fc.constantFrom('', '措施', 'x'),
    sections: fc.array(fc.constantFrom('目标', '措施', '收费', '投诉', '检查')),
  }),
);

test('whatever is changed, a file says what the paper says', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 8 }), anyText, (edits, person) => {
      const draft = { values: { start: '2027-01-01', training: 3000 }, people: { 客服主管: person }, edits };
      const paper = fillDraft(article, fullPlan, draft, fillDocument);
      const filled = fillPlan(published, fullPlan, draft);
      const { fields } = filled.plan;
      const { blocks, footnotes } = blocksOf({ document: filled.document, fields, schedule: () => undefined });
      const { text, notes } = textsOfPaper(paper.article);
      expect(blockTexts(blocks)).toEqual(text);
      expect(blockTexts(footnotes.flatMap((note) => note.blocks))).toEqual(notes);
      expect(filled.conflicts).toEqual(paper.conflicts);
      expect(documentSchema.safeParse(filled.document).success).toBe(true);
    }),
    { numRuns: fuzzRuns },
  );
});
