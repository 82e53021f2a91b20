/** Amounts of a budget's lines as they are written in an entry or by a writer, read for their sum. */
import { soleBlank } from './blank.ts';
import { type BudgetTerm, type PrintedFigure, figureIn } from './budget-sum.ts';
import { plainWidth } from './search/plain-width.ts';
import { takeFigure } from './target/target-figure.ts';
import { numberOf } from './value.ts';

/** An amount as a term in a unit of money: 【培训费】 is its field's, `300` a number, `1,200.50` and `2.5 万元` figures. */
export function termOf(text: string, unit: string): BudgetTerm {
  const label = soleBlank(text);
  if (label !== undefined) return label;
  const number = numberOf(text);
  return number !== undefined && String(number) === text ? number : (writtenAmount(text, unit) ?? null);
}

/** `1,200.50`, `2.5 万元` and `¥300` in another unit; undefined for what is no amount. */
export function writtenAmount(text: string, unit: string): PrintedFigure | undefined {
  const plain = plainWidth(text).trim();
  const [sign = ''] = /^[¥￥] ?/.exec(plain) ?? [];
  const rest = plain.slice(sign.length);
  const taken = takeFigure(rest, rest);
  if (taken?.figure.kind !== 'number' || taken.unit !== '') return undefined;
  const from = rest.slice(taken.length).trim();
  const decimals = /\.(\d+)/.exec(rest.slice(0, taken.length))?.[1]?.length ?? 0;
  return figureIn({ value: taken.figure.value, decimals }, from === '' && sign !== '' ? '元' : from, unit);
}

/** Whether a line is no cost but adds up others: 合计, 小计（一）, 费用总计. It is not counted again. */
export function isTotalLine(item: string): boolean {
  const plain = plainWidth(item).replace(/\([^()]*\)|[\s:]/g, '');
  return /(?:合计|总计|小计|共计|总额|累计)$/u.test(plain);
}
