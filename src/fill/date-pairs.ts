import type { Field } from '../model/field.ts';

/** Two fields of which one is the beginning of what the other one ends. */
export interface DatePair {
  readonly from: Field;
  readonly to: Field;
}

const beginning = /(?:开始|起始|启动|开工|生效|起)(?=日期|时间|月份|日|月|$)/u;
const ending = /(?:结束|截止|终止|完成|竣工|到期|失效|止)(?=日期|时间|月份|日|月|$)/u;

/**
 * Pairs among the fields for days and for months, by their labels: 合同开始日期 and 合同到期日期, 活动起始月 and 活动结束月. The
 * end of the plan itself, 结束日期 or 计划截止日期, belongs to 【起始日期】.
 */
export function datePairs(fields: readonly Field[]): DatePair[] {
  const dated = fields.filter(({ kind }) => kind === 'date' || kind === 'month');
  return dated.flatMap((to): DatePair[] => {
    const stem = stemOf(to.label, ending);
    const from = dated.find(
      (field) =>
        field.kind === to.kind && field !== to && stem !== undefined && stemOf(field.label, beginning) === stem,
    );
    return from === undefined ? [] : [{ from, to }];
  });
}

/** What a label says beside being a beginning or an end; undefined where it is neither. */
function stemOf(label: string, edge: RegExp): string | undefined {
  if (!edge.test(label)) return undefined;
  return label.replace(edge, '').replace(/日期|时间|月份|日|月|计划/gu, '');
}
