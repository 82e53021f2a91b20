/** The Chromium that comes with the npm package @sparticuz/chromium: unpacked once into a cache folder. */
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { extract, type ExtractOptions } from 'tar-fs';
import { isRunning } from '../is-running.ts';

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

/** To root too the files are its own; in a container it may not give them to others. The types lack this option. */
const asOwn: ExtractOptions & { readonly chown: boolean } = { chown: false };

async function unpackTar(archive: string, folder: string): Promise<void> {
  // Whole before it is unpacked: tar-fs lets an error in the middle of a file escape. Libraries and fonts are 4 MB.
  const content = await decompress(await readFile(archive));
  await pipeline([content], extract(folder, asOwn));
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
  const program = createWriteStream(join(folder, 'chromium'), { mode: 0o755 });
  await pipeline(createReadStream(join(bin, 'chromium.br')), createBrotliDecompress({ chunkSize: 2 ** 20 }), program);
}

/** Where this process unpacks; the name holds its id, so that others can see whether it still runs. */
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
      // Another process removes it, or it cannot be removed; the browser works all the same.
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
