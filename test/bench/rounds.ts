/** Middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** One way of doing the work; `run` does all of it once. */
export interface Method {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/**
 * Milliseconds of each method, one median each. The methods take turns in every round, so that what slows the machine
 * for a while slows them all; one round before is not counted.
 */
export async function measure(methods: readonly Method[], rounds: number): Promise<ReadonlyMap<string, number>> {
  const times = new Map(methods.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, run } of methods) {
      const started = performance.now();
      await run();
      if (round > 0) times.get(name)?.push(performance.now() - started);
    }
    process.stderr.write(`\r${round}/${rounds} 轮`);
  }
  process.stderr.write('\r');
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}
