const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 1 → 一, 10 → 十, 11 → 十一, 20 → 二十, 105 → 一百零五. Whole numbers from 1 to 999. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) {
    throw new RangeError(`chineseNumeral takes a whole number from 1 to 999, not ${value}`);
  }
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  if (hundreds === 0) return belowHundred(rest, false);
  const head = `${digits[hundreds] ?? ''}百`;
  if (rest === 0) return head;
  return head + (rest < 10 ? `零${digits[rest] ?? ''}` : belowHundred(rest, true));
}

function belowHundred(value: number, afterHundreds: boolean): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 ? '' : (digits[value % 10] ?? '');
  if (tens === 0) return ones;
  const head = tens === 1 && !afterHundreds ? '' : (digits[tens] ?? '');
  return `${head}十${ones}`;
}

/** Number of a heading by level, as GB/T 9704-2012 §7.3.3 orders them: 一、 （一） 1. （1）. */
export function headingNumber(level: 1 | 2 | 3 | 4, ordinal: number): string {
  switch (level) {
    case 1:
      return `${chineseNumeral(ordinal)}、`;
    case 2:
      return `（${chineseNumeral(ordinal)}）`;
    case 3:
      return `${ordinal}.`;
    case 4:
      return `（${ordinal}）`;
  }
}

/** Gives headings their numbers in document order; a deeper level starts again below each shallower one. */
export class HeadingCounter {
  readonly #ordinals = [0, 0, 0, 0];

  next(level: 1 | 2 | 3 | 4): string {
    const index = level - 1;
    const ordinal = (this.#ordinals[index] ?? 0) + 1;
    this.#ordinals[index] = ordinal;
    this.#ordinals.fill(0, level);
    return headingNumber(level, ordinal);
  }
}
