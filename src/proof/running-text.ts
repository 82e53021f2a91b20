import { inked } from './ink.ts';

/**
 * Takes the texts of the margin boxes off the untagged text that a page begins with. The boxes may stand in any order.
 *
 * @returns the rest, or `undefined` when the texts do not stand there
 */
export function withoutRunningText(untagged: string, expected: readonly string[]): string | undefined {
  const texts = expected.map(inked).filter((text) => text !== '');
  return takeAll(inked(untagged), texts);
}

function takeAll(from: string, texts: readonly string[]): string | undefined {
  if (texts.length === 0) return from;
  for (const [index, text] of texts.entries()) {
    if (!from.startsWith(text)) continue;
    const rest = takeAll(from.slice(text.length), texts.toSpliced(index, 1));
    if (rest !== undefined) return rest;
  }
  return undefined;
}
