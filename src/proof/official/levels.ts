/** Levels of headings by their numbers: 一、 （一） 1. （1）. GB/T 9704-2012, 7.3.3. */

export type Level = 1 | 2 | 3 | 4;

const patterns: readonly (readonly [Level, RegExp])[] = [
  [1, /^([一二三四五六七八九十百零]+)、/u],
  [2, /^（([一二三四五六七八九十百零]+)）/u],
  [3, /^(\d{1,3})[.．]/u],
  [4, /^（(\d{1,3})）/u],
];

/** Level of a text by the number that it begins with. */
export function levelOf(text: string): Level | undefined {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0];
}

/** The number itself as the text writes it, without its punctuation. */
export function numeralOf(text: string, level: Level): string {
  return patterns.find(([found]) => found === level)?.[1].exec(text)?.[1] ?? '';
}
