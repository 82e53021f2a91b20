import { soleBlank } from './blank.ts';

/** How a measured value is compared with its target. `range` is met between two figures, both included. */
export type Comparison = '≥' | '>' | '≤' | '<' | '=';

/** A figure as it stands in a target: a number, or a field by its label. */
export type Figure =
  { readonly kind: 'number'; readonly value: number } | { readonly kind: 'field'; readonly label: string };

/** A KPI's target or baseline as people write it, taken apart. `unit` is '' where none was written. */
export type Target =
  | { readonly kind: 'single'; readonly comparison: Comparison; readonly figure: Figure; readonly unit: string }
  | { readonly kind: 'range'; readonly low: Figure; readonly high: Figure; readonly unit: string };

const comparisons: Readonly<Record<string, Comparison>> = {
  '≥': '≥',
  '>=': '≥',
  不低于: '≥',
  不少于: '≥',
  '>': '>',
  '＞': '>',
  大于: '>',
  '≤': '≤',
  '<=': '≤',
  不高于: '≤',
  不超过: '≤',
  '<': '<',
  '＜': '<',
  小于: '<',
  '=': '=',
};

const comparisonPattern = new RegExp(
  `^(?:${Object.keys(comparisons)
    .sort((a, b) => b.length - a.length)
    .join('|')})`,
  'u',
);
const figurePattern = /^(?:【([^【】]+)】|([-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?))/u;
// A unit may hold letters, per cent signs and a slash (元/台次, 台/天), but no digit and no comparison.
const unitPattern = /^[\p{Script=Han}\p{L}%‰℃²³/·]{0,12}$/u;

/**
 * `≥95%`, `≤3 天`, `600 万元`, `3–5 人`, `≥【满意度目标】` → target; what is not of this form → undefined.
 * `-3.2%` and `1,200 元` are figures too. Without a comparison the figure is to be reached exactly.
 */
export function parseTarget(source: string): Target | undefined {
  let rest = source.trim();
  const sign = comparisonPattern.exec(rest)?.[0];
  if (sign !== undefined) rest = rest.slice(sign.length).trimStart();
  const low = takeFigure(rest);
  if (low === undefined) return undefined;
  rest = low.rest;
  const dash = /^\s*(?:[%％]\s*)?[–—~～-]\s*/u.exec(rest)?.[0];
  if (dash === undefined) {
    const unit = parseUnit(rest);
    if (unit === undefined) return undefined;
    const comparison = sign === undefined ? '=' : comparisons[sign];
    return comparison && { kind: 'single', comparison, figure: low.figure, unit };
  }
  const high = sign === undefined ? takeFigure(rest.slice(dash.length)) : undefined;
  const unit = high && parseUnit(high.rest);
  if (high === undefined || unit === undefined || !ascending(low.figure, high.figure)) return undefined;
  return { kind: 'range', low: low.figure, high: high.figure, unit };
}

function takeFigure(source: string): { figure: Figure; rest: string } | undefined {
  const match = figurePattern.exec(source);
  if (match === null) return undefined;
  const rest = source.slice(match[0].length);
  const label = match[1] && soleBlank(match[0]);
  return label === undefined || label === ''
    ? match[2] === undefined
      ? undefined
      : { figure: { kind: 'number', value: Number(match[2].replace('−', '-').replaceAll(',', '')) }, rest }
    : { figure: { kind: 'field', label }, rest };
}

function parseUnit(source: string): string | undefined {
  const unit = source.trim().replace('％', '%');
  return unitPattern.test(unit) ? unit : undefined;
}

function ascending(low: Figure, high: Figure): boolean {
  return low.kind !== 'number' || high.kind !== 'number' || low.value < high.value;
}

/** Labels of the fields that a target names. */
export function targetLabels(target: Target): string[] {
  const figures = target.kind === 'single' ? [target.figure] : [target.low, target.high];
  return figures.flatMap((figure) => (figure.kind === 'field' ? [figure.label] : []));
}
