import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentPlaces } from '../../../src/document/edits/document-places.ts';
import { documentSchema } from '../../../src/document/schema.ts';
import { documentBlocks as blocksOf } from '../../../src/export/document-blocks.ts';
import { fillPlan } from '../../../src/fill/fill-plan.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';
import { anyText } from '../fill/arbitrary-draft.ts';
import { layout } from '../../../templates/meeting/layout.ts';
import { fullPlan } from '../fill/sample-document.ts';
import { blockTexts, textsOfPaper } from './article-words.ts';
import { sampleDocument } from './sample-entry.ts';

const published = sampleDocument();

const anyAddress = fc.oneof(
  { weight: 1, arbitrary: anyText },
  { weight: 4, arbitrary: fc.constantFrom(...documentPlaces(published).map(({ address }) => address)) },
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
      const filled = fillPlan(published, fullPlan, draft);
      const { blocks, footnotes } = blocksOf(filled.document);
      const { text, notes } = textsOfPaper(layout(filled.document));
      expect(blockTexts(blocks)).toEqual(text);
      expect(blockTexts(footnotes.flatMap((note) => note.blocks))).toEqual(notes);
      expect(documentSchema.safeParse(filled.document).success).toBe(true);
    }),
    { numRuns: fuzzRuns },
  );
});
