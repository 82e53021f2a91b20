/** The Chromium that comes with the npm package @sparticuz/chromium: unpacked once into a cache folder. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { isRunning } from './is-running.ts';
import { readTar } from './tar.ts';

/** The package as it lies in node_modules. */
export interface ChromiumPackage {
  readonly version: string;
  /** Folder with the packed files. */
  readonly bin: string;
}

/** A browser ready to start. */
export interface UnpackedChromium {
  readonly executable: string;
  /** Shared libraries (NSS, NSPR, Expat) for systems without them. */
  readonly libraries: string;
  /** fontconfig file that knows only the fonts of the package, so that no system font gets into a PDF. */
  readonly fontConfig: string;
}

const decompress = promisify(brotliDecompress);
const staleAfter = 60 * 60 * 1000;

/** The package, if it is installed and holds a browser for this machine (Linux on x64). */
export async function findChromiumPackage(): Promise<ChromiumPackage | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  } catch {
    return undefined; // the package was left out of the installation
  }
  const folder = dirname(dirname(entry));
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest && 'version' in manifest ? manifest.version : undefined;
  const bin = join(folder, 'bin');
  return typeof version === 'string' && existsSync(join(bin, 'chromium.br')) ? { version, bin } : undefined;
}

async function unpackTar(archive: string, folder: string): Promise<void> {
  for (const entry of readTar(await decompress(await readFile(archive)))) {
    const path = join(folder, entry.path);
    if (entry.kind === 'folder') await mkdir(path, { recursive: true });
    else await mkdir(dirname(path), { recursive: true });
    if (entry.kind === 'file') await writeFile(path, entry.content, { mode: entry.mode });
    if (entry.kind === 'link') await symlink(entry.target, path);
  }
}

function fontConfigText(cache: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir>${cache}</cachedir></fontconfig>
`;
}

async function unpackInto(folder: string, target: string, bin: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await unpackTar(join(bin, 'al2023.tar.br'), folder);
  await unpackTar(join(bin, 'fonts.tar.br'), folder);
  await writeFile(join(folder, 'fonts.conf'), fontConfigText(join(target, 'font-cache')));
  const chromium = await decompress(await readFile(join(bin, 'chromium.br')));
  await writeFile(join(folder, 'chromium'), chromium, { mode: 0o755 });
}

/** Where this process unpacks: the name tells others on this machine whether it still does. */
function placeToUnpack(cacheFolder: string): string {
  return join(cacheFolder, `.unpacking-${process.pid}-${hostname()}-${randomUUID()}`);
}

/** Removes folders that a process which is no more left half-unpacked; one of another machine is given an hour. */
async function removeStale(cacheFolder: string): Promise<void> {
  for (const name of await readdir(cacheFolder)) {
    if (!name.startsWith('.unpacking-')) continue;
    const path = join(cacheFolder, name);
    const [, pid = ''] = name.split('-');
    const gone = name.startsWith(`.unpacking-${pid}-${hostname()}-`) && !isRunning(Number(pid));
    try {
      if (gone || Date.now() - (await stat(path)).mtimeMs > staleAfter)
        await rm(path, { recursive: true, force: true });
    } catch {
      // Somebody else removes it, or nobody can: the browser does not need it gone.
    }
  }
}

/**
 * Unpacks the browser (200 MB, 2–3 s) unless it is there already. Every process unpacks into a folder of its own and renames
 * it, so that a folder with the final name is always whole; who comes second takes the first one's.
 * @param cacheFolder where the folder `chromium-<version>` lies
 */
export async function unpackChromium(source: ChromiumPackage, cacheFolder: string): Promise<UnpackedChromium> {
  const target = join(cacheFolder, `chromium-${source.version}`);
  await mkdir(cacheFolder, { recursive: true });
  await removeStale(cacheFolder);
  if (!existsSync(join(target, 'chromium'))) {
    // A folder without its program was not left by unpacking, which is whole or not there.
    await rm(target, { recursive: true, force: true });
    const own = placeToUnpack(cacheFolder);
    try {
      await unpackInto(own, target, source.bin);
      await rename(own, target);
    } catch (error) {
      await rm(own, { recursive: true, force: true }).catch(() => undefined); // the next run does
      if (!existsSync(target)) throw error;
    }
  }
  return {
    executable: join(target, 'chromium'),
    libraries: join(target, 'lib'),
    fontConfig: join(target, 'fonts.conf'),
  };
}
