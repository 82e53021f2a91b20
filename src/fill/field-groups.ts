import { type Field, baseFields } from '../model/field.ts';

const fieldGroupNames = ['base', 'figures', 'others'] as const;
/** `base` is 单位与时间, `figures` 目标数字, `others` 其他; people come from the plan's roles. */
export type FieldGroupName = (typeof fieldGroupNames)[number];

/** A plan's fields as a writer meets them: every field once, the base fields first, the rest in the plan's order. */
export function fieldGroups(fields: readonly Field[]): ReadonlyMap<FieldGroupName, readonly Field[]> {
  const base = new Map(baseFields.map(({ name }, index) => [name, index]));
  const groupOf = ({ name, kind }: Field): FieldGroupName => {
    if (base.has(name) || kind === 'date' || kind === 'month') return 'base';
    return kind === 'text' || kind === 'longtext' || kind === 'choice' ? 'others' : 'figures';
  };
  const rank = ({ name }: Field): number => base.get(name) ?? base.size;
  const grouped = Map.groupBy(
    [...fields].sort((a, b) => rank(a) - rank(b)),
    groupOf,
  );
  return new Map(fieldGroupNames.map((name) => [name, grouped.get(name) ?? []]));
}
