import type { Finding } from '../entry.ts';
import type { Rule, RuleInput, TextSpan } from '../rule.ts';
import { stringSpan } from '../spans.ts';

/** Radicals and compatibility forms: they look like another character, are not found by a search, and may have no glyph. */
const lookAlike = /[\u2E80-\u2FDF\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/gu;

/** Every character that may be printed has a glyph. */
export const glyphsPresent: Rule = (input, { withoutGlyph }) =>
  printed(input).flatMap((span) =>
    withoutGlyph(span.value.replace(lookAlike, '')).map((char): Finding => ({
      code: 'glyph-missing',
      position: span.locate(span.value.indexOf(char)),
      what: `印刷字体里没有“${char}”（${codePoint(char)}）`,
      fix: '换一个常用字或符号，或者在版式里加一个含此字的字体。',
    })),
  );

/** No character stands in for another one. They come with text that was copied from a PDF. */
export const charactersPlain: Rule = (input) =>
  printed(input).flatMap((span) =>
    [...span.value.matchAll(lookAlike)].flatMap((match): Finding[] => {
      const [char] = match;
      const plain = char.normalize('NFKC');
      if (plain === char) return [];
      return [
        {
          code: 'character-look-alike',
          position: span.locate(match.index),
          what: `“${char}”（${codePoint(char)}）是部首或兼容字符，不是“${plain}”（${codePoint(plain)}）`,
          fix: `删去它，用输入法重新打“${plain}”；从 PDF 复制来的文字常带这种字符。`,
        },
      ];
    }),
  );

/** What readers see, and what of a field can come to stand on paper: its label, unit, options and values. */
function printed({ spans, strings, text, positionAt }: RuleInput): readonly TextSpan[] {
  const ofFields = strings.filter(
    ({ path }) => path[0] === 'fields' && !['name', 'kind', 'hint', 'compute'].includes(String(path[2])),
  );
  return [...spans, ...ofFields.map((string) => stringSpan(text, string, positionAt))];
}

function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
