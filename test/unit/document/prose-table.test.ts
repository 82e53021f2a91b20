import { expect, test } from 'vitest';
import type { BlockOf, PlanDocument } from '../../../src/document/schema.ts';
import { everyBlock } from '../../../src/document/walk.ts';
import { sampleWith } from './sample-entry.ts';

function lastTable({ blocks }: PlanDocument): BlockOf<'table'> | undefined {
  return [...everyBlock(blocks)].filter((block) => block.kind === 'table').at(-1);
}

test('a table in HTML keeps how far its cells reach, which name a column or a row, and how they are set', () => {
  const table = lastTable(
    sampleWith(`## 班次

<table>
<caption>班次表</caption>
<thead><tr><th scope="col" colspan="2">班次</th><th scope="col">人数</th></tr></thead>
<tbody>
<tr><th scope="row" rowspan="2">早班</th><td>前台</td><td align="right">3</td></tr>
<tr><td>巡楼</td><td align="center">2</td></tr>
</tbody>
</table>`),
  );
  const cells = table?.rows.map((row) => row.cells.map((cell) => ({ ...cell, blocks: [] })));
  expect(table?.caption).toEqual([{ kind: 'text', text: '班次表' }]);
  const blocks: unknown[] = [];
  expect(cells).toEqual([
    [
      { key: 'c1', header: 'column', colspan: 2, blocks },
      { key: 'c2', header: 'column', blocks },
    ],
    [
      { key: 'c1', header: 'row', rowspan: 2, blocks },
      { key: 'c2', blocks },
      { key: 'c3', align: 'right', blocks },
    ],
    [
      { key: 'c1', blocks },
      { key: 'c2', align: 'center', blocks },
    ],
  ]);
});

test('a table in Markdown has as many cells a row as its head, set as the rule below it says', () => {
  const table = lastTable(
    sampleWith(`## 班次

| 班次 | 人数 |
| ---- | ---: |
| 早班 | 3 |
| 晚班 |`),
  );
  const cells = table?.rows.map((row) => row.cells.map(({ key, align }) => [key, align]));
  expect(cells).toEqual(
    Array.from({ length: 3 }, () => [
      ['c1', undefined],
      ['c2', 'right'],
    ]),
  );
});
