import { notAtEnd, notAtStart, textWidth } from '../markdown/text-measure.ts';

/**
 * Breaks a label into at most `maxLines` lines of `width` em. A word or number of Latin characters stays whole where it
 * can; what does not fit the last line ends in ….
 */
export function wrapLabel(label: string, width: number, maxLines: number): string[] {
  const lines = [''];
  for (const piece of label.match(/[A-Za-z0-9.%/+-]+|./gsu) ?? []) {
    const line = lines.at(-1) ?? '';
    if (line === '' || textWidth(line + piece) <= width) lines[lines.length - 1] = line + piece;
    else if (notAtStart.test(piece)) lines.push(...carryOver(lines, piece));
    else if (notAtEnd.test(line)) lines.push(...carryOver(lines, piece));
    else lines.push(piece);
  }
  if (lines.length <= maxLines) return lines.map((line) => fit(line, width));
  return [...lines.slice(0, maxLines - 1), fit(lines.slice(maxLines - 1).join(''), width)];
}

/** Takes the last character of the open line along to the next one. */
function carryOver(lines: string[], piece: string): string[] {
  const characters = Array.from(lines.at(-1) ?? '');
  const last = characters.pop() ?? '';
  if (characters.length === 0) return [piece];
  lines[lines.length - 1] = characters.join('');
  return [last + piece];
}

/** The text, shortened with … if it is wider than `width` em. */
export function fit(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let short = '';
  for (const char of text) {
    if (textWidth(short + char) > width - 1) break;
    short += char;
  }
  return `${short}…`;
}
