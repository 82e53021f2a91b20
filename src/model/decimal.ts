/**
 * Arithmetic on figures as they are written: 0.1 + 0.2 is 0.3. A number stands for its shortest decimal form, which is what
 * people wrote, and not for the binary fraction behind it.
 */
interface Decimal {
  /** The figure times 10 to the power of `decimals`. */
  readonly digits: bigint;
  readonly decimals: number;
}

function decimal(value: number): Decimal {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  const decimals = fraction.length - Number(exponent);
  const digits = BigInt(`${sign}${whole}${fraction}`);
  return decimals < 0 ? { digits: digits * 10n ** BigInt(-decimals), decimals: 0 } : { digits, decimals };
}

function number({ digits, decimals }: Decimal): number {
  return Number(`${digits}e${-decimals}`);
}

function scaled({ digits, decimals }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(to - decimals);
}

/** Decimals that a figure is written with: 3200.3 → 1. */
export function decimalsIn(value: number): number {
  return Number.isFinite(value) ? decimal(value).decimals : 0;
}

/** Sum of finite numbers. */
export function sumOf(values: readonly number[]): number {
  const terms = values.map(decimal);
  const decimals = Math.max(0, ...terms.map((term) => term.decimals));
  return number({ digits: terms.reduce((sum, term) => sum + scaled(term, decimals), 0n), decimals });
}

/** Product of finite numbers. */
export function productOf(values: readonly number[]): number {
  const terms = values.map(decimal);
  return number({
    digits: terms.reduce((product, { digits }) => product * digits, 1n),
    decimals: terms.reduce((sum, { decimals }) => sum + decimals, 0),
  });
}

/** Decimals of a quotient that is worked out; more than a number can keep. */
const quotientDecimals = 20;

/** Quotient of finite numbers; NaN where the divisor is nought. */
export function quotientOf(dividend: number, divisor: number): number {
  const [a, b] = [decimal(dividend), decimal(divisor)];
  if (b.digits === 0n) return NaN;
  const digits = (a.digits * 10n ** BigInt(b.decimals + quotientDecimals)) / (b.digits * 10n ** BigInt(a.decimals));
  return number({ digits, decimals: quotientDecimals });
}

/** A figure with its point moved: 2.5 by 4 places → 25000. */
export function shifted(value: number, places: number): number {
  const { digits, decimals } = decimal(value);
  return number({ digits, decimals: decimals - places });
}
