import { documentPlaces } from '../../../src/document/edits/document-places.ts';
import type { Edit } from '../../../src/document/edits/edit.ts';
import type { PlanDocument } from '../../../src/document/schema.ts';
import { everyBlock } from '../../../src/document/walk.ts';
import type { Plan } from '../../../src/model/plan.ts';

/** Drafts with changes of every kind, of which some find no place. */
export function everyEdit(document: PlanDocument, plan: Plan): Edit[][] {
  const places = documentPlaces(document);
  const blocks = new Map([...everyBlock(document.blocks)].map((block) => [block.id, block]));
  const of = (kind: string): string[] => places.filter((place) => place.kind === kind).map(({ address }) => address);
  const levelOf = (key: string): number => {
    const block = blocks.get(key);
    return block?.kind === 'heading' ? block.level : 0;
  };
  const headings = places.filter(({ key }) => levelOf(key) === 1);
  const sections = headings.map(({ address }) => address.replace(/\/h#.*$/, ''));
  const deeper = places.filter(({ key }) => levelOf(key) > 1 && levelOf(key) < 5);
  const isSummary = (key: string): boolean => {
    const block = blocks.get(key);
    return block?.kind === 'paragraph' && block.summary === true;
  };
  const paragraphs = places
    .filter(({ kind, key }) => kind === 'paragraph' && !isSummary(key))
    .map(({ address }) => address);
  const cells = of('cell');
  const rows = of('row');
  const words = ['改过的一段。\n第二行，【单位名称】和\\【括号', '甲\n\n乙 [^1]\n丙', '', '<b>粗</b> =1+1'];
  const text = (at: string, index: number): Edit => ({ kind: 'text', at, text: words[index % words.length] ?? '' });
  const omit = (at: string): Edit => ({ kind: 'omit', at });
  const every = (addresses: readonly string[], step: number, from = 0): string[] =>
    addresses.filter((_, index) => index % step === from);
  return [
    [
      ...every(paragraphs, 3).map(text),
      ...every(of('item'), 3).map(text),
      ...every(cells, 7).map(text),
      ...of('heading').slice(0, 3).map(text),
      { kind: 'row', id: 'a', table: 'tasks', cells: { name: '新增的任务', time: '2027-05-08', owner: '某人' } },
      {
        kind: 'row',
        id: 'b',
        table: 'kpis',
        ...(rows[0] !== undefined && { after: rows[0] }),
        cells: { name: '新指标', target: '≥95.5%', unit: '%', weight: '5%' },
      },
      { kind: 'row', id: 'c', table: 'budget', cells: { item: '新项目', amount: '1200' } },
      { kind: 'row', id: 'd', table: 'tasks', after: 'a', cells: { name: '再一项', time: '每周，至第6个月末止' } },
      { kind: 'row', id: 'e', table: 'reviews', cells: { name: '一次', time: '+2m', by: plan.roles[0]?.name ?? '' } },
      { kind: 'row', id: 'f', table: 'risks', cells: { nothing: '没有这一列' } },
      { kind: 'order', within: '', sections: [...sections.toReversed(), '没有的'] },
      { kind: 'order', within: '没有的', sections: [] },
      { kind: 'text', at: '没有的/p1#00000000000', text: '无' },
    ],
    every(of('paragraph'), 2, 1).map(omit),
    every(of('item'), 2, 1).map(omit),
    [...every(rows, 3), ...of('figure'), ...of('part')].map(omit),
    [
      ...every(
        deeper.map(({ address }) => address),
        2,
      ),
      ...of('heading').slice(-1),
    ].map(omit),
    rows.map(omit),
    of('table').map(omit),
    [
      ...cells.filter((at) => at.includes('/time#')).map((at): Edit => ({ kind: 'text', at, text: '2027-03-01至+3m' })),
      ...cells
        .filter((at) => at.includes('/owner#'))
        .map((at): Edit => ({ kind: 'text', at, text: plan.roles[0]?.name ?? '' })),
      ...cells.filter((at) => at.includes('/amount#')).map((at): Edit => ({ kind: 'text', at, text: '1,200.50' })),
      ...cells.filter((at) => /\/h\//.test(at)).map((at): Edit => ({ kind: 'text', at, text: '表头' })),
    ],
    sections.map((within): Edit => {
      const below = deeper.map(({ address }) => address.replace(/\/h#.*$/, ''));
      return { kind: 'order', within, sections: below.toReversed() };
    }),
  ];
}
