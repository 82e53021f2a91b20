const wide = '[\\u1100-\\u11FF\\u2E80-\\u9FFF\\uAC00-\\uD7AF\\uF900-\\uFAFF\\uFE30-\\uFE4F\\uFF00-\\uFFEF]';
const brokenBetweenWide = new RegExp(`(?<=${wide})[ \\t]*\\n[ \\t\\n]*(?=${wide})`, 'g');

/**
 * White space of HTML text as it is shown: runs become one space; a line break of the source between two wide
 * characters leaves nothing. https://drafts.csswg.org/css-text-4/#line-break-transform
 */
export function collapsed(text: string): string {
  return text.replace(brokenBetweenWide, '').replace(/[ \t\n\r\f]+/g, ' ');
}
