import type { Finding } from '../entry.ts';
import type { RuleCode } from '../catalogue.ts';
import type { Rule, TextSpan } from '../rule.ts';

/** Blanks written by hand: 20xx, ××, __, ＿＿, xx万元. */
const placeholder = /20[xX×*]{2}|[×]{2,}|_{2,}|＿{2,}|\*{3,}|(?<![A-Za-z])[xX]{2,}(?![A-Za-z])/gu;
/** Sums of money and shares: what differs from one unit to the next. */
const looseFigure = /(?<![\d,])\d[\d,]*(?:\.\d+)?\s*(?:[十百千万亿]*元|[%％])/gu;
const halfWidth = /(?<=[\p{sc=Han}】”）]\s?)[,;:!?](?=\s?[\p{sc=Han}【“（])|(?<=\p{sc=Han})[()](?=\p{sc=Han})/gu;
const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};

function matches(
  span: TextSpan,
  pattern: RegExp,
  code: RuleCode,
  words: (found: string) => { what: string; fix: string },
): Finding[] {
  return [...span.value.matchAll(pattern)].map((match) => ({
    code,
    position: span.locate(match.index),
    ...words(match[0]),
  }));
}

/** The text that people wrote as text; code is left as it is. */
function written(spans: readonly TextSpan[]): readonly TextSpan[] {
  return spans.filter(({ path }) => path !== 'code');
}

export const noPlaceholders: Rule = ({ spans }) =>
  written(spans).flatMap((span) =>
    matches(span, placeholder, 'prose-placeholder', (found) => ({
      what: `手写的占位“${found}”`,
      fix: '在 fields 中声明一个填写项，这里改写成【它的标签】。',
    })),
  );

export const noLooseFigures: Rule = ({ spans }) =>
  spans
    .filter(({ path }) => path === 'prose')
    .flatMap((span) =>
      matches(span, looseFigure, 'prose-figure', (found) => ({
        what: `写死的数字“${found}”`,
        fix: `在 fields 中声明一个填写项（default: ${/[\d.]+/.exec(found.replaceAll(',', ''))?.[0] ?? ''}），这里改写成【它的标签】。`,
      })),
    );

export const fullWidthPunctuation: Rule = ({ spans }) =>
  written(spans).flatMap((span) =>
    matches(span, halfWidth, 'punctuation-half-width', (found) => ({
      what: `汉字之间用了半角标点“${found}”`,
      fix: `改为全角“${fullWidth[found] ?? ''}”，前后不空格。`,
    })),
  );
