import type { ElementContent } from 'hast';
import { h } from '../../src/model/element.ts';

/** What belongs to the figure before it: no line begins with it. */
const counted = /^[年季月周期半度第届次]+/u;
/** A phrase of a title in characters; a longer stretch of words is broken where its sense allows. */
const longestPhrase = 10;

/**
 * Lets a title break between its phrases and nowhere else, once the style sheet keeps Chinese words whole
 * (`word-break: keep-all`): around each blank, behind what it counts, and in a long stretch between words.
 *
 * ```html
 * <span class="blank">单位名称</span>客户服务部<span class="blank">年度</span>年工作计划
 * ```
 * ```html
 * <span class="blank">单位名称</span><wbr>客户服务部<wbr><span class="blank">年度</span>年<wbr>工作计划
 * ```
 */
export function titlePhrases(title: readonly ElementContent[]): ElementContent[] {
  const phrased: ElementContent[] = [];
  for (const [index, node] of title.entries()) {
    if (node.type !== 'text') {
      if (index > 0) phrased.push(h('wbr'));
      phrased.push(node);
      continue;
    }
    const afterBlank = index > 0;
    const unit = afterBlank ? (counted.exec(node.value)?.[0] ?? '') : '';
    if (unit !== '') phrased.push({ type: 'text', value: unit });
    for (const phrase of phrasesOf(node.value.slice(unit.length))) {
      if (phrased.length > 0) phrased.push(h('wbr'));
      phrased.push({ type: 'text', value: phrase });
    }
  }
  return phrased;
}

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** A short text as it is; a longer one in stretches of whole words. 与 and 和 begin a phrase. */
function phrasesOf(text: string): string[] {
  if (text.length <= longestPhrase) return text === '' ? [] : [text];
  const phrases: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = phrases.at(-1);
    const fits = last !== undefined && last.length + segment.length <= longestPhrase;
    if (fits && !/^[与和及]$/u.test(segment)) phrases[phrases.length - 1] = last + segment;
    else phrases.push(segment);
  }
  return phrases;
}
