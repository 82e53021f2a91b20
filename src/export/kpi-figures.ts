import type { Field } from '../model/field.ts';
import type { Figure } from '../model/target/target-figure.ts';
import { type Target, parseTarget, targetLabels, targetUnit } from '../model/target/target.ts';
import { unitOf } from '../model/unit.ts';
import { type Value, numberOf } from '../model/value.ts';

/** A target or baseline for programs; a figure that is not known yet is null. */
export interface TargetFigures {
  readonly comparison?: string;
  readonly change?: 'up' | 'down';
  readonly value?: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly unit?: string;
  /** Several targets at once. */
  readonly all?: readonly TargetFigures[];
}

/** What a target asks for, with the values of its fields; {} for one that has no figures, null for what is no target. */
export function targetFigures(
  source: unknown,
  fields: readonly Field[],
  values: ReadonlyMap<string, Value>,
): TargetFigures | null {
  const target = typeof source === 'string' ? parseTarget(source) : undefined;
  return target === undefined ? null : figuresOf(target, fields, values);
}

function figuresOf(target: Target, fields: readonly Field[], values: ReadonlyMap<string, Value>): TargetFigures {
  if (target.kind === 'all') return { all: target.targets.map((one) => figuresOf(one, fields, values)) };
  if (target.kind === 'state') return {};
  const fieldOf = (label: string): Field | undefined => fields.find((field) => field.label === label);
  const [label] = targetLabels(target);
  const named = label === undefined ? undefined : fieldOf(label);
  const unit = targetUnit(target) || (named === undefined ? '' : unitOf(named));
  const common = { ...(target.change && { change: target.change }), ...(unit !== '' && { unit }) };
  const number = (figure: Figure): number | null => {
    if (figure.kind === 'number') return figure.value;
    if (figure.kind === 'ratio') return figure.left / figure.right;
    const field = fieldOf(figure.label);
    const value = field && values.get(field.name);
    return (value === undefined ? undefined : numberOf(value)) ?? null;
  };
  if (target.kind === 'range') return { ...common, low: number(target.low), high: number(target.high) };
  return { ...common, comparison: target.comparison, value: number(target.figure) };
}
