/**
 * Texts as fragments of addresses: deflated, in base64url. Fragments are not sent to any server.
 * https://www.rfc-editor.org/rfc/rfc1951, https://www.rfc-editor.org/rfc/rfc4648#section-5
 */

/**
 * Longest fragment of a share link. Browsers take more; mail and chat programs cut longer addresses, and a cut link is
 * worth nothing: beyond this the content goes as a file.
 */
export const longestFragment = 8000;

/**
 * Bytes that a link may unpack to: more than fits into a link of any text that somebody wrote, and less than a page takes
 * minutes to set. A thousand characters of one kind pack into ten.
 */
const largestUnpacked = 200_000;

/** A fragment without #, or that it would be too long, and how long. */
export type Sharing = { readonly fragment: string } | { readonly tooLong: number };

/**
 * The parts of a share link's fragment, with or without #, behind its mark: version, hash, packed text. None where it has
 * another mark. What a chat program has taken for a part of the address, such as 。 or ） behind it, is left off.
 */
export function partsOf(fragment: string, mark: string): string[] {
  const source = fragment.replace(/^#/, '');
  if (!source.startsWith(mark)) return [];
  const [written = ''] = /^[\w.-]*/.exec(source.slice(mark.length)) ?? [];
  return written.replace(/\.+$/, '').split('.');
}

/** A fragment of a mark and a text, if it is short enough for a link, and so is what it unpacks to. */
export async function fragmentOf(mark: string, text: string): Promise<Sharing> {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > largestUnpacked) return { tooLong: bytes };
  const fragment = mark + (await pack(text));
  return fragment.length > longestFragment ? { tooLong: fragment.length } : { fragment };
}

/** A text, packed into characters that an address takes as they are. */
export async function pack(text: string): Promise<string> {
  return toBase64Url(await pump(new TextEncoder().encode(text), new CompressionStream('deflate-raw'), Infinity));
}

/**
 * The other way round; stops unpacking beyond {@link largestUnpacked}. Never rejects.
 * @returns undefined for what was cut or altered
 */
export async function unpack(packed: string): Promise<string | undefined | TooLargeError> {
  const bytes = packed === '' ? undefined : fromBase64Url(packed);
  if (bytes === undefined) return undefined;
  const unpacked = await pump(bytes, new DecompressionStream('deflate-raw'), largestUnpacked).catch((error: unknown) =>
    error instanceof TooLargeError ? error : undefined,
  );
  return unpacked instanceof TooLargeError || unpacked === undefined ? unpacked : decoded(unpacked);
}

/** What a link would unpack to is larger than anything that is shared. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/** Sends bytes through a compression stream; stops once more than `limit` bytes have come out. */
async function pump(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
  limit: number,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > limit) {
      await reader.cancel();
      throw new TooLargeError();
    }
    chunks.push(next.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // not UTF-8: altered
  }
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length > longestFragment * 4) return undefined;
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    );
  } catch {
    return undefined; // a length that base64 does not have: cut
  }
}
