/**
 * An answer, or the reason of a signal that is aborted before it comes. Nothing of the answer stays with the signal, which
 * may outlive thousands: a promise in its place would keep in memory whatever was ever raced against it.
 */
export function unlessAborted<T>(signal: AbortSignal, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
    void answer.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
}
