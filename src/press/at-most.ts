/**
 * Waits until something has ended, well or not, but no longer than that: a connection that stalls may never say.
 * @param millis milliseconds
 */
export async function atMost(millis: number, ending: Promise<unknown>): Promise<void> {
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
