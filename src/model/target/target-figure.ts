import { soleBlank } from '../blank.ts';

/** A figure as it stands in a target: a number, a ratio such as 1:50, or a field by its label. */
export type Figure =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ratio'; readonly left: number; readonly right: number }
  | { readonly kind: 'field'; readonly label: string };

/** A figure at the head of a text. */
export interface TakenFigure {
  readonly figure: Figure;
  /** Length of the text that it takes, in UTF-16 units. */
  readonly length: number;
  /** A unit that the figure itself says: % for 百分之九十五. */
  readonly unit: string;
}

const digits = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';
const han = '[〇零一二两三四五六七八九十百千万亿]+';
const patterns = {
  blank: /【([^【】\n]+)】/uy,
  partOf: new RegExp(`(百|千|万|${han})分之(${digits}|${han})`, 'uy'),
  ratio: new RegExp(`(${digits})\\s*(?:[:比]|/(?=\\d))\\s*(${digits})`, 'uy'),
  number: new RegExp(`[+-]?${digits}`, 'uy'),
  han: new RegExp(`半|${han}`, 'uy'),
} as const;

const partUnits: Readonly<Record<string, string>> = { 百: '%', 千: '‰', 万: '‱' };

/**
 * Takes a figure from the head of a text.
 * @param text in plain width
 * @param written the same text as it was written, for the labels of fields
 */
export function takeFigure(text: string, written: string): TakenFigure | undefined {
  const match = (name: keyof typeof patterns): RegExpExecArray | null => {
    patterns[name].lastIndex = 0;
    return patterns[name].exec(text);
  };
  const blank = match('blank');
  if (blank !== null) {
    const label = soleBlank(written.slice(0, blank[0].length));
    return label === undefined ? undefined : taken({ kind: 'field', label }, blank[0].length);
  }
  const part = match('partOf');
  if (part !== null) return partOf(part);
  const ratio = match('ratio');
  if (ratio !== null)
    return taken({ kind: 'ratio', left: numeral(ratio[1]), right: numeral(ratio[2]) }, ratio[0].length);
  const number = match('number');
  if (number !== null) return taken({ kind: 'number', value: numeral(number[0]) }, number[0].length);
  const words = match('han');
  if (words === null) return undefined;
  // 十万元 is ten of 万元, as 10万元 is.
  const [own = ''] = words[0] === '半' ? ['半'] : (/^.*?(?=[万亿]*$)/u.exec(words[0]) ?? []);
  const value = hanValue(own);
  return value === undefined ? undefined : taken({ kind: 'number', value }, own.length);
}

function taken(figure: Figure, length: number, unit = ''): TakenFigure {
  return { figure, length, unit };
}

function partOf([whole, of = '', part = '']: RegExpExecArray): TakenFigure | undefined {
  const unit = partUnits[of];
  const [left, right] = [numeral(part), hanValue(of) ?? NaN];
  if (Number.isNaN(left) || (unit === undefined && Number.isNaN(right))) return undefined;
  return unit === undefined
    ? taken({ kind: 'ratio', left, right }, whole.length)
    : taken({ kind: 'number', value: left }, whole.length, unit);
}

function numeral(text = ''): number {
  return /\d/.test(text) ? Number(text.replaceAll(',', '')) : (hanValue(text) ?? NaN);
}

const hanDigits: Readonly<Record<string, number>> = {
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};
const hanPlaces: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 二十 → 20, 一百零五 → 105, 一万二千 → 12000, 半 → 0.5; what is no numeral → undefined. */
export function hanValue(text: string): number | undefined {
  if (text === '半') return 0.5;
  if (!new RegExp(`^${han}$`, 'u').test(text) || /^[百千万亿]|[一二两三四五六七八九]{2}/u.test(text)) return undefined;
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const character of text) {
    const place = hanPlaces[character];
    if (place !== undefined) {
      section += (digit ?? 1) * place;
      digit = undefined;
    } else if (character === '万' || character === '亿') {
      total = (total + section + (digit ?? 0)) * (character === '万' ? 10_000 : 100_000_000);
      section = 0;
      digit = undefined;
    } else digit = hanDigits[character];
  }
  return total + section + (digit ?? 0);
}
