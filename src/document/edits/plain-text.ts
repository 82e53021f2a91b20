/**
 * What XML 1.0 forbids (U+0000–0008, 000B, 000C, 000E–001F, FFFE, FFFF), the other controls without a visible form,
 * U+007F–009F, and noncharacters, which XML discourages. https://www.w3.org/TR/xml/#charsets
 */
const withoutForm = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\p{Noncharacter_Code_Point}]/gu;
/** Marks, embeddings, overrides and isolates of direction. https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters */
const directionControl = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const lineBreak = /\r\n?|[\u0085\u2028\u2029]/g;

/**
 * A writer's words as text that every format can hold. Half of a surrogate pair becomes U+FFFD, every line break \n, and
 * characters without a form of their own go: controls, and what would turn the direction of the words around it, so that
 * what is read is what was typed. Arabic and Hebrew keep their own direction. All else stays: `<script>`, `=1+1` and
 * `javascript:` are words like others.
 *
 * A draft keeps what was typed; this is applied once, where the draft is put into a document.
 */
export function plainText(source: string): string {
  return source.toWellFormed().replace(lineBreak, '\n').replace(withoutForm, '').replace(directionControl, '');
}
