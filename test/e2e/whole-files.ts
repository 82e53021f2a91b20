/** What a program left in a folder: whether it is whole, and whether it is the same as before. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString('utf8'));
    return true;
  } catch {
    return false; // what is asked is whether it can be read
  }
}

/** By what a reader would need of each kind of file. */
const wholeness: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  pdf: (bytes) => bytes.toString('latin1').trimEnd().endsWith('%%EOF'),
  // Astro puts some scripts behind the end of the page.
  html: (bytes) => /<\/html>(?:\s*<script[^>]*><\/script>)*$/.test(bytes.toString('latin1').trimEnd()),
  json: isJson,
  xml: (bytes) => /<\/[\w:]+>\s*$/.test(bytes.toString('latin1')),
  webp: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.readUInt32LE(4) + 8 === bytes.length,
  docx: (bytes) => bytes.includes('PK\u0005\u0006'),
  xlsx: (bytes) => bytes.includes('PK\u0005\u0006'),
  ics: (bytes) => bytes.toString('latin1').trimEnd().endsWith('END:VCALENDAR'),
};

/** Files at final paths that are not whole, those among them that are half-written by their name. */
export async function brokenFiles(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const broken: string[] = [];
  for (const path of await filesOf(folder)) {
    const name = path.slice(folder.length);
    const isWhole = wholeness[/\.(\w+)$/.exec(name)?.[1] ?? ''];
    if (isWhole !== undefined && !isWhole(await readFile(path))) broken.push(name);
  }
  return broken;
}

/** SHA-256 of every file of a folder, by name; what is half-written beside its place (`.….tmp`) is not counted. */
export async function digestsOf(folder: string): Promise<Record<string, string>> {
  const hashes = (await filesOf(folder))
    .filter((path) => !path.endsWith('.tmp'))
    .map(async (path) => {
      const hash = createHash('sha256').update(await readFile(path));
      return [path.slice(folder.length), hash.digest('hex')] as const;
    });
  return Object.fromEntries(await Promise.all(hashes));
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
