import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ChangedDocument,
  changedBy,
  changedDocument,
  changesIn,
  rebased,
  takenBack,
  unchanged,
} from '../../../src/document/changes/changed-document.ts';
import { differences } from '../../../src/document/changes/differences.ts';
import { subjectOf, withEdit } from '../../../src/document/changes/edit-list.ts';
import { applyEdits } from '../../../src/document/edits/apply-edits.ts';
import { documentPlaces } from '../../../src/document/edits/document-places.ts';
import type { Edit } from '../../../src/document/edits/edit.ts';
import type { Block, PlanDocument } from '../../../src/document/schema.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';
import { anyText } from '../fill/arbitrary-draft.ts';
import { fullPlan } from '../fill/sample-document.ts';
import { everyEdit } from './every-edit.ts';
import { sampleDocument, sampleProse, sampleWith } from './sample-entry.ts';

const published = sampleDocument();
const places = documentPlaces(published);
const at = (text: string): string => places.find((place) => place.text === text)?.address ?? '';

const anyAddress = fc.oneof(
  { weight: 1, arbitrary: anyText },
  { weight: 6, arbitrary: fc.constantFrom(...places.map(({ address }) => address)) },
);
const words = fc.oneof(
  anyText,
  fc.constantFrom(
    '甲\n\n乙',
    '2027-03-01',
    '每月，至第3个月末止',
    '客服主管',
    '客服主管 ',
    '1,200',
    '[^1] 三',
    '【[^\uFEFF】[^1]',
  ),
);
const anyEdit = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), at: anyAddress, text: words }),
  fc.record({ kind: fc.constant('omit' as const), at: anyAddress }),
  fc.record({
    kind: fc.constant('row' as const),
    id: fc.constantFrom('a', 'b', 'c'),
    table: fc.constantFrom('tasks' as const, 'budget' as const, 'kpis' as const),
    after: fc.oneof(anyAddress, fc.constantFrom('a', 'b')),
    cells: fc.dictionary(fc.constantFrom('name', 'item', 'amount', 'time', 'owner', 'target'), words, {
      noNullPrototype: true,
    }),
  }),
  fc.record({
    kind: fc.constant('order' as const),
    within: fc.constantFrom('', '措施', 'x'),
    sections: fc.array(fc.constantFrom('目标', '措施', '收费', '投诉', '检查')),
  }),
);
/** As a writer makes them: a later change of the same place takes the earlier one's. */
const anyEdits = fc.uniqueArray(anyEdit, { maxLength: 8, selector: subjectOf });

const conflictsOf = (edits: readonly Edit[], document = published): string[] =>
  applyEdits(document, fullPlan, edits)
    .conflicts.map(({ reason, published: now = '' }) => reason + now)
    .sort();

function holds(changed: ChangedDocument): void {
  const again = applyEdits(changed.base, fullPlan, changesIn(changed));
  expect(again.document).toEqual(changed.document);
}

describe('whatever a writer changes', () => {
  test('the differences make the changed document of its base, and are told of as the changes were', () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const changed = changedDocument(published, fullPlan, edits);
        expect(changed.document).toEqual(applyEdits(published, fullPlan, edits).document);
        holds(changed);
        expect(conflictsOf(changesIn(changed))).toEqual(conflictsOf(edits));
      }),
      { numRuns: fuzzRuns / 2 },
    );
  });

  test('taken back one by one, in any order, it leaves the published document', () => {
    fc.assert(
      fc.property(anyEdits, fc.array(fc.nat(), { maxLength: 20 }), (edits, picks) => {
        let changed = changedDocument(published, fullPlan, edits);
        for (let steps = 0; changesIn(changed).length > 0; steps++) {
          const left = changesIn(changed);
          const one = left[(picks[steps] ?? 0) % left.length];
          if (one !== undefined) changed = takenBack(changed, fullPlan, one);
          expect(changesIn(changed).length).toBeLessThan(left.length);
        }
        expect(changed).toEqual(unchanged(published));
      }),
      { numRuns: fuzzRuns / 10 },
    );
  });

  test('change by change it comes to what all of them come to at once', () => {
    const onePlace = fc.uniqueArray(
      fc.oneof(
        fc.record({
          kind: fc.constant('text' as const),
          at: fc.constantFrom(...places.map(({ address }) => address)),
          text: words,
        }),
        fc.record({ kind: fc.constant('omit' as const), at: fc.constantFrom(...places.map(({ address }) => address)) }),
      ),
      { maxLength: 6, selector: subjectOf },
    );
    fc.assert(
      fc.property(onePlace, (edits) => {
        const one = edits.reduce<ChangedDocument>(
          (changed, edit) => changedBy(changed, fullPlan, edit),
          unchanged(published),
        );
        expect(one.document).toEqual(changedDocument(published, fullPlan, edits).document);
      }),
      { numRuns: fuzzRuns / 10 },
    );
  });
});

test.each(everyEdit(published, fullPlan).map((edits, index) => [index + 1, edits] as const))(
  'edits of kind %i are differences of their document',
  (_, edits) => {
    const changed = changedDocument(published, fullPlan, edits);
    holds(changed);
    // Each difference alone is one that the document shows.
    for (const edit of differences(published, changed.document)) {
      const alone = changedDocument(published, fullPlan, [edit]);
      expect(alone.written).toEqual([]);
    }
  },
);

describe('a difference', () => {
  const made = (...edits: Edit[]): ChangedDocument => changedDocument(published, fullPlan, edits);

  test('is what the document says, in the words of the writer where these are others', () => {
    const edits: Edit[] = [
      { kind: 'text', at: at('三日内办结[^1]。'), text: ' 两日内\r\n\r\n\r\n【满意度目标】\\【[^1] ' },
      { kind: 'text', at: at('逐栋走'), text: '逐户走' },
      { kind: 'omit', at: at('检查') },
      { kind: 'row', id: 'r1', table: 'tasks', cells: { name: '收尾', time: '2027-05-08', owner: '' } },
    ];
    const changed = made(...edits);
    expect(differences(published, changed.document)).toEqual([
      { kind: 'text', at: at('三日内办结[^1]。'), text: '两日内\n\n【满意度目标】\\【[^1]' },
      edits[1],
      { kind: 'row', id: 'r1', table: 'tasks', cells: { name: '收尾', time: '2027年5月8日' } },
      edits[2],
    ]);
    expect(changed.written).toEqual([edits[0], edits[3]]);
    expect(changesIn(changed)).toEqual([edits[0], edits[1], edits[3], edits[2]]);
  });

  test('of an order names the sections that are left, of each heading in a list of its own', () => {
    const edits: Edit[] = [
      { kind: 'order', within: '', sections: ['检查', '目标', '措施', '进度', '经费', '风险'] },
      { kind: 'order', within: '措施', sections: ['投诉', '收费'] },
    ];
    const { document } = made(...edits, { kind: 'omit', at: at('风险') });
    expect(differences(published, document)).toEqual([
      { kind: 'omit', at: at('风险') },
      { ...edits[0], sections: ['检查', '目标', '措施', '进度', '经费'] },
      edits[1],
    ]);
  });

  test('of a total that follows the rows is none', () => {
    const changed = made({ kind: 'text', at: at('1200'), text: '1500' });
    expect(changed.document.tables.budget?.total).not.toEqual(published.tables.budget?.total);
    expect(changesIn(changed)).toHaveLength(1);
  });

  test('stays although it does not show, and shows again when its section is back', () => {
    const text: Edit = { kind: 'text', at: at('三日内办结[^1]。'), text: '一日内' };
    const section: Edit = { kind: 'omit', at: at('投诉') };
    const changed = changedBy(made(text), fullPlan, section);
    expect(changed.written).toEqual([text]);
    expect(takenBack(changed, fullPlan, section)).toEqual(made(text));
  });

  test('of one block takes the place of an earlier one', () => {
    const text = (said: string): Edit => ({ kind: 'text', at: at('短信提醒'), text: said });
    expect(changesIn(changedBy(made(text('电话')), fullPlan, text('微信\n\n短信')))).toEqual([text('微信\n\n短信')]);
  });
});

test('a paragraph that becomes two is told from one that has the same place', () => {
  const first = published.blocks.findIndex(({ id }) => id === '投诉/p1');
  const twin: Block = { kind: 'paragraph', id: '投诉/p1~2', content: [{ kind: 'text', text: '另一节。' }] };
  const base = { ...published, blocks: published.blocks.toSpliced(first + 1, 0, twin) };
  const own = documentPlaces(base).find(({ key }) => key === twin.id)?.address ?? '';
  const edits: Edit[] = [
    { kind: 'text', at: at('三日内办结[^1]。'), text: '甲\n\n乙' },
    { kind: 'text', at: own, text: '丙\n\n丁' },
  ];
  const changed = changedDocument(base, fullPlan, edits);
  const ids = changed.document.blocks.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(changed.written).toEqual([]);
  expect(changesIn(changed)).toEqual(edits);
});

describe('a plan that is published anew', () => {
  const other = (from: string, to: string): PlanDocument => sampleDocument(fullPlan, sampleProse.replace(from, to));
  const again: readonly (readonly [string, PlanDocument])[] = [
    ['with a paragraph more', other('三日内办结', '先登记。\n\n三日内办结')],
    ['with a section more', other('## 经费', '## 分工\n\n见附件。\n\n## 经费')],
    ['with other words', other('三日内办结', '五日内办结')],
    ['without a section', other('## 检查\n\n<Reviews />\n', '')],
    ['with another section of the same words', sampleWith('## 附则\n\n三日内办结[^1]。\n\n- 短信提醒')],
  ];
  const lists = everyEdit(published, fullPlan);

  test.each(again)('%s keeps the changes that edits would be, and tells of the same', (_, now) => {
    for (const edits of lists) {
      const before = changedDocument(published, fullPlan, edits);
      const changed = rebased(before, now, fullPlan);
      const direct = applyEdits(now, fullPlan, edits);
      expect(changed.base).toBe(now);
      expect(changed.document).toEqual(direct.document);
      expect(conflictsOf(changesIn(changed), now)).toEqual(conflictsOf(changesIn(before), now));
    }
  });

  test('loses nothing: as it was before, the changes are as they were', () => {
    for (const [, now] of again)
      for (const edits of lists) {
        const changed = changedDocument(published, fullPlan, edits);
        const back = rebased(rebased(changed, now, fullPlan), published, fullPlan);
        const texts = changesIn(changed).filter(({ kind }) => kind !== 'order');
        expect(changesIn(back)).toEqual(expect.arrayContaining(texts.map((edit) => withEdit([], edit)[0])));
      }
  });

  test('in the same words is the one that the changes are of', () => {
    const changed = changedDocument(published, fullPlan, lists[0] ?? []);
    expect(rebased(changed, structuredClone(published), fullPlan)).toBe(changed);
  });
});
