/**
 * The browser's storage, which may be full, or blocked by a setting: then nothing is remembered, and nothing else
 * changes.
 */

/** What is stored under a key; undefined for nothing, and where storage is blocked. */
export function readStored(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch (error) {
    if (isBlocked(error)) return undefined;
    throw error;
  }
}

/** Stores a text, or forgets the key. @returns whether it will be there next time */
export function writeStored(key: string, text: string | undefined): boolean {
  try {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch (error) {
    if (isBlocked(error)) return false;
    throw error;
  }
}

/** SecurityError and QuotaExceededError are DOMExceptions; anything else is a fault of ours. */
function isBlocked(error: unknown): boolean {
  return error instanceof DOMException;
}
