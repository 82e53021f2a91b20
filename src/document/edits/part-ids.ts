/**
 * Ids of what a writer has divided a block into: its own, then `重点措施/p2~2`, `重点措施/p2~3` … without those that other
 * blocks have.
 */
export function* partIds(id: string, taken: ReadonlySet<string>): Generator<string, never> {
  yield id;
  for (let number = 2; ; number++) if (!taken.has(`${id}~${number}`)) yield `${id}~${number}`;
}
