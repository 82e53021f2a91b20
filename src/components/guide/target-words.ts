import { type Figure, type Target, parseTarget } from '../../model/target.ts';
import { guideWords } from './guide-words.zh.ts';

/** Forms that a KPI's target may take; each reads differently. */
export const targetForms = [
  '≥95%',
  '≤3 天',
  '<2%',
  '600 万元',
  '1,200 元/台',
  '3–5 人',
  '不超过 20 秒',
  '≥【满意度目标】',
] as const;

/** How a target is read, and its unit: `≤3 天` → 不高于 3, 天. Throws when it is no target. */
export function targetInWords(source: string): { readonly words: string; readonly unit: string } {
  const target = parseTarget(source);
  if (target === undefined) throw new Error(`${source} is no target`);
  return { words: comparisonInWords(target), unit: guideWords.kpis.unit(target.unit) };
}

function comparisonInWords(target: Target): string {
  const words = guideWords.kpis;
  if (target.kind === 'range') return words.range(figureInWords(target.low), figureInWords(target.high));
  return `${words.comparisons[target.comparison]} ${figureInWords(target.figure)}`;
}

function figureInWords(figure: Figure): string {
  return figure.kind === 'number' ? String(figure.value) : guideWords.kpis.field(figure.label);
}
