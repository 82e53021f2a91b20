import { describe, expect, test } from 'vitest';
import { entryExcerpt } from '../../../../src/components/guide/entry-excerpt.ts';
import { entryOutline } from '../../../../src/components/guide/entry-outline.ts';

const source = `---
# yaml-language-server: $schema=../../dist/schema/plan.schema.json
title: 客服周计划
tags: [客服, 周]
fields:
  - name: rate
    label: 办结率
    kind: percent
kpis:
  - name: 办结率
    target: ≥95%
  - name: 投诉
    target: ≤3 件 # 含撤回
budget:
  unit: 元
  lines:
    - { item: 问卷, amount: 300 }
---

前言写依据。第二句不要。

## 工作目标

一段话。

<Kpis />

### 分项

<SignOff />
`;

describe('entryExcerpt', () => {
  test.each([
    ['a list, its first items', ['kpis'], 1, 'kpis:\n  - name: 办结率\n    target: ≥95%'],
    ['a map with its key', ['budget'], undefined, 'budget:\n  unit: 元\n  lines:\n    - { item: 问卷, amount: 300 }'],
    ['one item, at the margin', ['fields', 0], undefined, '- name: rate\n  label: 办结率\n  kind: percent'],
    ['nothing for what is not there', ['risks'], 2, ''],
    ['nothing for an item that is not there', ['fields', 7], undefined, ''],
  ] as const)('%s', (_, path, count, expected) => {
    expect(entryExcerpt(source, path, count)).toBe(expected);
  });

  test('a file without front matter gives nothing', () => {
    expect(entryExcerpt('## 目标', ['kpis'], 1)).toBe('');
  });

  test('reads Windows line ends', () => {
    expect(entryExcerpt(source.replaceAll('\n', '\r\n'), ['fields', 0]).replaceAll('\r', '')).toBe(
      '- name: rate\n  label: 办结率\n  kind: percent',
    );
  });
});

test('entryOutline keeps the bones of a file, in order', () => {
  expect(entryOutline(source)).toBe(`---
# yaml-language-server: $schema=../../dist/schema/plan.schema.json
title: 客服周计划
tags: [客服, 周]
fields: # 1 项
kpis: # 2 项
budget: # unit、lines
---

前言写依据。……

## 工作目标

<Kpis />

### 分项

<SignOff />
`);
});
