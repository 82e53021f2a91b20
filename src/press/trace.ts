/**
 * What is told on request, on standard error: `--verbose`, `DEBUG=planshelf*`, or one area, `DEBUG=planshelf:browser`. The
 * patterns are those of the `debug` package, which half the ecosystem knows.
 */

/** Areas of work that can be listened to alone. */
export type TraceArea = 'press' | 'browser' | 'build';

/** Whether `DEBUG` asks for an area. */
export function isTraced(area: TraceArea, asked: string | undefined): boolean {
  const patterns = (asked ?? '').split(/[\s,]+/).filter(Boolean);
  const matches = (pattern: string): boolean => {
    const parts = pattern.split('*').map((part) => RegExp.escape(part));
    return new RegExp(`^${parts.join('.*')}$`).test(`planshelf:${area}`);
  };
  const excluded = patterns.some((pattern) => pattern.startsWith('-') && matches(pattern.slice(1)));
  return !excluded && patterns.some(matches);
}

/** @param message made only where it is asked for */
export function trace(area: TraceArea, message: () => string): void {
  if (isTraced(area, process.env['DEBUG'])) process.stderr.write(`planshelf:${area} ${message()}\n`);
}
