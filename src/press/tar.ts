/** Reads plain tar archives (ustar): the shared libraries that come with the bundled Chromium. */

export interface TarEntry {
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link';
  /** Permission bits. */
  readonly mode: number;
  /** Target of a symbolic link, else ''. */
  readonly target: string;
  readonly content: Uint8Array;
}

const block = 512;
const kinds: Readonly<Record<string, TarEntry['kind']>> = { '0': 'file', '\0': 'file', '5': 'folder', '2': 'link' };

function text(header: Uint8Array, offset: number, length: number): string {
  const bytes = header.subarray(offset, offset + length);
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}

function octal(header: Uint8Array, offset: number, length: number): number {
  return Number.parseInt(text(header, offset, length).trim() || '0', 8);
}

/**
 * All entries of an archive. Extended headers (long names, attributes) are skipped.
 * @throws if the archive is cut short, or an entry leads out of the folder
 */
export function* readTar(archive: Uint8Array): Generator<TarEntry> {
  for (let at = 0; at + block <= archive.length;) {
    const header = archive.subarray(at, at + block);
    if (header.every((byte) => byte === 0)) return;
    const size = octal(header, 124, 12);
    const start = at + block;
    if (start + size > archive.length) throw new Error('tar: the archive ends in the middle of a file');
    const prefix = text(header, 345, 155);
    const path = (prefix === '' ? '' : `${prefix}/`) + text(header, 0, 100);
    const target = text(header, 157, 100);
    if ([path, target].some((name) => name.startsWith('/') || name.split('/').includes('..')))
      throw new Error(`tar: entry leads out of the folder: ${path}`);
    const kind = kinds[String.fromCharCode(header[156] ?? 48)];
    if (kind !== undefined) {
      yield { path, kind, mode: octal(header, 100, 8) & 0o777, target, content: archive.subarray(start, start + size) };
    }
    at = start + Math.ceil(size / block) * block;
  }
}
