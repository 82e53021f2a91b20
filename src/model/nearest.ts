/** Longer words are not mistyped names, and to compare them takes time by the square of their length. */
const longest = 60;

/**
 * The candidate that a writer most likely meant: least edit distance, and near enough to be worth naming.
 * A name that differs in more than half of its characters is no suggestion.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Infinity;
  if (word.length > longest) return undefined;
  for (const candidate of candidates) {
    if (candidate.length > longest) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  const longer = Math.max(Array.from(word).length, Array.from(best ?? '').length);
  const limit = Math.max(1, Math.floor(longer / 2));
  // Two single characters that differ have nothing in common.
  return bestDistance <= limit && bestDistance < longer ? best : undefined;
}

/** Levenshtein distance over code points. */
export function editDistance(a: string, b: string): number {
  const left = Array.from(a);
  const right = Array.from(b);
  let row = right.map((_, i) => i + 1);
  row.unshift(0);
  left.forEach((char, i) => {
    const next = [i + 1];
    right.forEach((other, j) => {
      const substitution = (row[j] ?? 0) + (char === other ? 0 : 1);
      next.push(Math.min(substitution, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    });
    row = next;
  });
  return row[right.length] ?? 0;
}
