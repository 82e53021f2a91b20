import { type ComputedField, type Field, baseFields, fieldKindTitles } from '../../model/field.ts';
import { nearest } from '../../model/nearest.ts';
import { toPlanFields } from '../../model/plan.ts';
import { isShare } from '../../model/shelf/share.ts';
import { isNumeric } from '../../model/unit.ts';
import type { Finding } from '../entry.ts';
import type { Rule } from '../rule.ts';

/** No two fields share a name or a label; a base field may be declared again under its own name and label. */
export const fieldsDistinct: Rule = ({ entry, frontMatter }) => {
  const fields = entry.fields ?? [];
  return fields.flatMap((field, i): Finding[] => {
    const duplicate = (key: 'name' | 'label', of: string): Finding => ({
      code: 'field-duplicate',
      position: frontMatter.positionOf(['fields', i, key]),
      what: `填写项的 ${key}“${field[key]}”与${of}重复`,
      fix: `给这一项换一个 ${key}，或者删去它。`,
    });
    const earlier = fields.slice(0, i);
    const found = (['name', 'label'] as const).flatMap((key) => {
      const same = earlier.findIndex((other) => other[key] === field[key]);
      return same === -1 ? [] : [duplicate(key, `第 ${same + 1} 项`)];
    });
    const clash = baseFields.find((base) => (base.name === field.name) !== (base.label === field.label));
    if (clash !== undefined)
      found.push(duplicate(clash.name === field.name ? 'name' : 'label', `基本填写项【${clash.label}】`));
    return found;
  });
};

/** Bounds, defaults, examples and options of a field agree. */
export const fieldLimits: Rule = ({ entry, frontMatter }) =>
  (entry.fields ?? []).flatMap((field, i): Finding[] =>
    contradictions(field).map(([key, what]) => ({
      code: 'field-limits',
      position: frontMatter.positionOf(['fields', i, key]),
      what: `【${field.label}】${what}`,
      fix: '改这个值，或者改它要合的范围、选项、字数。',
    })),
  );

function contradictions(field: Field): [key: string, what: string][] {
  if (field.kind === 'choice') {
    return (['default', 'example'] as const).flatMap((key): [string, string][] => {
      const value = field[key];
      return value === undefined || field.options.includes(value) ? [] : [[key, `的 ${key}“${value}”不在 options 中`]];
    });
  }
  if (field.kind === 'text' || field.kind === 'longtext') {
    const { maxLength = Infinity } = field;
    return (['default', 'example'] as const).flatMap((key): [string, string][] => {
      // In characters as people count them, as the form does: a rare one is two units of UTF-16.
      const { length } = Array.from(String(field[key] ?? ''));
      return length > maxLength ? [[key, `的 ${key} 有 ${length} 个字，超过 maxLength ${maxLength}`]] : [];
    });
  }
  if (!isNumeric(field) || field.kind === 'computed') return [];
  const { min = -Infinity, max = Infinity } = field;
  const found: [string, string][] = min > max ? [['min', `的最小值 ${min} 大于最大值 ${max}`]] : [];
  for (const key of ['default', 'example'] as const) {
    const value = field[key];
    if (value === undefined) continue;
    if (value < min || value > max) found.push([key, `的 ${key} ${value} 不在 ${min} 到 ${max} 之间`]);
    else if (field.kind === 'percent' && field.max === undefined && value > 100 && isShare(field.label))
      found.push([key, `的 ${key} ${value}% 超过 100%，而它是全体中的一部分`]);
    else if (field.kind === 'integer' && !Number.isInteger(value)) found.push([key, `的 ${key} ${value} 不是整数`]);
  }
  return found;
}

/** A computed field refers to numbers of this plan, to the right number of them, and not to itself by any way round. */
export const computedFields: Rule = ({ entry, frontMatter }) => {
  const fields = toPlanFields(entry.fields ?? []);
  const byName = new Map(fields.map((field) => [field.name, field]));
  return (entry.fields ?? []).flatMap((field, i): Finding[] => {
    if (field.kind !== 'computed') return [];
    const at = (operand: number) => frontMatter.positionOf(['fields', i, 'compute', 'of', operand]);
    const found = field.compute.of.flatMap((operand, j): Finding[] => {
      const target = typeof operand === 'number' ? undefined : byName.get(operand);
      if (typeof operand === 'number' || (target !== undefined && isNumeric(target))) return [];
      return [{ code: 'compute-reference', position: at(j), ...referenceWords(field, operand, target, fields) }];
    });
    const pair = ['growth', 'quotient', 'share'].includes(field.compute.op);
    if (pair && field.compute.of.length !== 2) {
      found.push({
        code: 'compute-operands',
        position: at(2),
        what: `【${field.label}】的 ${field.compute.op} 有 ${field.compute.of.length} 个数`,
        fix: '在 of 中留下两个：growth 写今、昔，quotient 写被除数、除数，share 写部分、全体。',
      });
    }
    const circle = circleFrom(field, byName);
    if (circle !== undefined && firstOf(circle, fields) === field.label) {
      found.push({
        code: 'compute-cycle',
        position: frontMatter.positionOf(['fields', i, 'compute']),
        what: `【${field.label}】的计算循环引用：${[...circle, field.label].join(' → ')}`,
        fix: '把其中一项改成由人填写的数字。',
      });
    }
    return found;
  });
};

function referenceWords(
  field: ComputedField,
  operand: string,
  target: Field | undefined,
  fields: readonly Field[],
): { what: string; fix: string } {
  const numeric = fields.filter((other) => isNumeric(other) && other.name !== field.name).map(({ name }) => name);
  const meant = nearest(operand, numeric);
  const what =
    target === undefined
      ? `【${field.label}】引用了不存在的填写项 ${operand}`
      : `【${field.label}】引用的 ${operand} 是${fieldKindTitles[target.kind]}，不是数字`;
  return {
    what,
    fix:
      meant === undefined ? '改为一个数值填写项的 name。' : `是否要写 ${meant}？数值填写项有：${numeric.join('、')}。`,
  };
}

/** The label of a circle that is declared first: each circle is one problem. */
function firstOf(circle: readonly string[], fields: readonly Field[]): string | undefined {
  return fields.find(({ label }) => circle.includes(label))?.label;
}

/** Labels along the way from a field back to itself, if there is such a way, the field first. */
function circleFrom(start: ComputedField, byName: ReadonlyMap<string, Field>): string[] | undefined {
  const seen = new Set<string>();
  const walk = (field: ComputedField, way: readonly string[]): string[] | undefined => {
    for (const operand of field.compute.of) {
      const next = typeof operand === 'string' ? byName.get(operand) : undefined;
      if (next?.kind !== 'computed') continue;
      if (next.name === start.name) return [...way];
      if (seen.has(next.name)) continue;
      seen.add(next.name);
      const found = walk(next, [...way, next.label]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return walk(start, [start.label]);
}
