/**
 * Waits until a promise has resolved or rejected, but no longer than that, and never throws: for connections that may stall.
 * @param millis milliseconds
 */
export async function waitAtMost(millis: number, ending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, millis);
  });
  const ended = ending.then(
    () => undefined,
    () => undefined,
  );
  await Promise.race([ended, late]);
  clearTimeout(timer);
}
