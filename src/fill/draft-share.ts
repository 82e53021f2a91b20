import type { Draft } from './draft.ts';
import { type DraftProblem, type DraftReading, readDraft } from './draft-read.ts';
import { textHash } from './text-hash.ts';

/**
 * Longest fragment of a share link. Browsers take more; mail and chat programs cut longer addresses, and a cut link is
 * worth nothing: beyond this the draft goes as a file.
 */
export const longestFragment = 8000;

/** Largest draft that a link may unpack to, in bytes. */
export const largestUnpacked = 1_000_000;

const prefix = 'draft=1.';

/** A fragment without #, or that it would be too long, and how long. */
export type Sharing = { readonly fragment: string } | { readonly tooLong: number };

/**
 * A whole draft as the fragment of an address: `draft=1.<hash>.<packed>`. JSON, deflated, in base64url; the hash tells a
 * link that was cut or altered. Fragments are not sent to any server.
 * https://www.rfc-editor.org/rfc/rfc1951, https://www.rfc-editor.org/rfc/rfc4648#section-5
 */
export async function shareFragment(draft: Draft): Promise<Sharing> {
  const json = JSON.stringify(draft);
  const packed = toBase64Url(
    await pump(new TextEncoder().encode(json), new CompressionStream('deflate-raw'), Infinity),
  );
  const fragment = `${prefix}${textHash(json)}.${packed}`;
  return fragment.length > longestFragment ? { tooLong: fragment.length } : { fragment };
}

/** Whether an address's fragment holds a draft. */
export function holdsDraft(fragment: string): boolean {
  return /^#?draft=/.test(fragment);
}

/**
 * Reads a share link's fragment, with or without #. Never rejects: what was cut, altered, written by a future version or
 * unpacks to more than {@link largestUnpacked} is a problem.
 */
export async function readShared(fragment: string): Promise<DraftReading> {
  const text = fragment.replace(/^#/, '');
  const version = /^draft=(\d+)\./.exec(text)?.[1];
  if (version !== undefined && version !== '1')
    return refused('newer', `这个链接由更新的版本写成（格式 ${version}）。没有改动任何内容；请刷新页面后再打开。`);
  const [hash = '', packed = '', ...more] = text.slice(prefix.length).split('.');
  const bytes = text.startsWith(prefix) && more.length === 0 ? fromBase64Url(packed) : undefined;
  if (bytes === undefined || packed === '') return cut();
  const unpacked = await pump(bytes, new DecompressionStream('deflate-raw'), largestUnpacked).catch((error: unknown) =>
    error instanceof TooLargeError ? error : undefined,
  );
  if (unpacked instanceof TooLargeError)
    return refused('too-large', '这个链接里的内容大得不合常理，没有打开。没有改动任何内容；请对方改用文件发送。');
  const json = unpacked && decoded(unpacked);
  return json === undefined || textHash(json) !== hash ? cut() : readDraft(json);
}

function refused(code: DraftProblem['code'], message: string): DraftReading {
  return { draft: undefined, problems: [{ code, path: '', message }] };
}

function cut(): DraftReading {
  return refused(
    'damaged',
    '这个链接不完整或被改动过，稿读不出来。没有改动任何内容；请复制完整的链接，或请对方改用文件发送。',
  );
}

class TooLargeError extends Error {
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
