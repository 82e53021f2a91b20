/**
 * A short name for a text, 11 characters of 0–9 and a–z: two FNV-1a sums, 53 bits of them, as one number. It tells
 * whether a text is still the same; it is no protection against tampering. Computed at once, in browser and Node alike, where
 * `crypto.subtle` would need waiting for.
 * http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function textHash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = step(step(low, unit & 0xff), unit >>> 8);
    high = step(step(high, unit >>> 8), (unit & 0xff) ^ 0x5a);
  }
  const number = (high >>> 11) * 2 ** 32 + (low >>> 0);
  return number.toString(36).padStart(11, '0');
}

const prime = 0x01000193;

function step(sum: number, byte: number): number {
  return Math.imul(sum ^ byte, prime);
}
