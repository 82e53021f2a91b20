/** A stretch of a string: literal text, or a blank that names a field by its label. */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'blank';
      readonly label: string;
      /** Offset of 【 in the string, in UTF-16 units. */
      readonly offset: number;
    };

const blankPattern = /\\【|【([^【】\n]+)】/gu;

/**
 * Splits a string at its blanks: `满意度≥【满意度目标】` → text, blank. `\【` stands for a literal bracket.
 * A bracket without its partner is text.
 */
export function splitBlanks(source: string): Run[] {
  const runs: Run[] = [];
  let text = '';
  let end = 0;
  for (const match of source.matchAll(blankPattern)) {
    text += source.slice(end, match.index);
    end = match.index + match[0].length;
    const label = match[1]?.trim();
    if (label === undefined || label === '') {
      text += match[1] === undefined ? '【' : match[0];
      continue;
    }
    if (text !== '') runs.push({ kind: 'text', text });
    text = '';
    runs.push({ kind: 'blank', label, offset: match.index });
  }
  text += source.slice(end);
  if (text !== '') runs.push({ kind: 'text', text });
  return runs;
}

/** Labels of the blanks of a string, in order, repeats kept. */
export function labelsIn(source: string): string[] {
  return splitBlanks(source).flatMap((run) => (run.kind === 'blank' ? [run.label] : []));
}

/** The label, when the whole string is exactly one blank. */
export function soleBlank(source: string): string | undefined {
  const [only, ...rest] = splitBlanks(source.trim());
  return only?.kind === 'blank' && rest.length === 0 ? only.label : undefined;
}
