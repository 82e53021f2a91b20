import type { Figure } from '../../model/target/target-figure.ts';
import { type Target, needsUnit, parseTarget, printTarget, targetUnit } from '../../model/target/target.ts';
import { guideWords } from './guide-words.zh.ts';

/** Forms that a KPI's target may take; each reads differently. */
export const targetForms = [
  '≥95%',
  '95 分以上',
  '≤3 天',
  '3 天内',
  '<2%',
  '600 万元',
  '1,200 元/台',
  '5%左右',
  '3–5 人',
  '前 3 名',
  '不超过 20 秒',
  '控制在 5% 以内',
  '下降 5 个百分点',
  '同比增长 10%以上',
  '1:50',
  '零投诉',
  '验收合格',
  '≥90 分且无投诉',
  '≥【满意度目标】',
] as const;

/** How a target is read, and its unit: `≤3 天` → 不高于 3, 天. Throws when it is no target. */
export function targetInWords(source: string): { readonly words: string; readonly unit: string } {
  const target = parseTarget(source);
  if (target === undefined) throw new Error(`${source} is no target`);
  const unit = targetUnit(target);
  return {
    words: comparisonInWords(target),
    unit: unit === '' && !needsUnit(target) ? guideWords.kpis.noUnit : guideWords.kpis.unit(unit),
  };
}

function comparisonInWords(target: Target): string {
  const words = guideWords.kpis;
  if (target.kind === 'state') return words.state(printTarget(target));
  if (target.kind === 'all') return target.targets.map(comparisonInWords).join(words.and);
  const change = target.change === undefined ? '' : words.changes[target.change];
  const rank = target.rank === true ? words.rank : '';
  const figures =
    target.kind === 'range'
      ? words.range(figureInWords(target.low), figureInWords(target.high))
      : `${words.comparisons[target.comparison]} ${figureInWords(target.figure)}`;
  return (target.kind === 'single' && target.of !== undefined ? words.count(target.of) : '') + change + rank + figures;
}

function figureInWords(figure: Figure): string {
  if (figure.kind === 'ratio') return guideWords.kpis.ratio(figure.left, figure.right);
  return figure.kind === 'number' ? String(figure.value) : guideWords.kpis.field(figure.label);
}
