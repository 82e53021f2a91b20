/**
 * Resolves as the promise does, or rejects with the reason of a signal that is aborted first. The signal, which may outlive
 * thousands of promises, keeps no reference to them: racing against one promise for the signal would.
 */
export function abortable<T>(signal: AbortSignal, answer: Promise<T>): Promise<T> {
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
