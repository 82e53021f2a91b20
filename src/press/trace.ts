/** Whether what was done, and why, is to be told: `--verbose` sets `DEBUG=planshelf`, which others may set too. */
export function isVerbose(): boolean {
  return process.env['DEBUG']?.includes('planshelf') ?? false;
}

/** @param message made only where it is asked for; goes to standard error */
export function trace(message: () => string): void {
  if (isVerbose()) process.stderr.write(`planshelf: ${message()}\n`);
}
