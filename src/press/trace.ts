/** Whether to log what was done, and why: `--verbose` sets `DEBUG=planshelf`, which may also be set by hand. */
export function isVerbose(): boolean {
  return process.env['DEBUG']?.includes('planshelf') ?? false;
}

/** @param message made only where it is asked for; goes to standard error */
export function trace(message: () => string): void {
  if (isVerbose()) process.stderr.write(`planshelf: ${message()}\n`);
}
