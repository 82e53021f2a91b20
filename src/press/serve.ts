/** Static file server for a built site: the press, the end-to-end tests and `npm start` look at `dist/` through it. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { securityHeaders } from '../model/content-security.ts';
import { compressorFor } from './compress.ts';
import { mediaType } from './media-type.ts';

export interface ServeOptions {
  /** Folder that is served. */
  readonly root: string;
  /** Path prefix of the site, `/` or `/team/plans/`. */
  readonly base?: string;
  /** 0 (default) takes any free port; a given port that is taken leads to the next free one. */
  readonly port?: number;
}

export interface SiteServer {
  /** `http://127.0.0.1:4321`, no slash at the end. */
  readonly origin: string;
  /** Address of the site's root, with base path and slash. */
  readonly url: string;
  /** Stops listening and ends open connections; may be called again. */
  close(): Promise<void>;
}

interface FoundFile {
  readonly path: string;
  readonly size: number;
  readonly modified: Date;
}

const host = '127.0.0.1';
/** How many ports after the wished one are tried. */
const portsToTry = 20;

/** `/a/b/` from `a/b`, `/a/b` and the like. */
export function normalizeBase(base: string | undefined): string {
  const inner = (base ?? '').split('/').filter(Boolean).join('/');
  return inner === '' ? '/' : `/${inner}/`;
}

/**
 * The path below the site's root that a request means.
 * @returns undefined if it is outside the base path, or tries to leave the root
 */
export function pathWithin(base: string, requestPath: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(requestPath);
  } catch {
    return undefined; // not a valid percent encoding: nothing can have that name
  }
  if (!`${path}/`.startsWith(base) || /[\0\\]/.test(path)) return undefined;
  const parts = path.slice(base.length).split('/');
  return parts.includes('..') || parts.includes('.') ? undefined : parts.join('/');
}

async function statOf(path: string): Promise<Awaited<ReturnType<typeof stat>> | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(String(error.code)))
      return undefined;
    throw error;
  }
}

async function findFile(path: string): Promise<FoundFile | 'folder' | undefined> {
  const found = await statOf(path);
  if (found?.isFile()) return { path, size: Number(found.size), modified: found.mtime };
  return found?.isDirectory() ? 'folder' : undefined;
}

/** A build that takes the place of the site leaves none for the moment between its two renames. */
async function findSettled(root: string, path: string): Promise<FoundFile | 'folder' | undefined> {
  const found = await findFile(join(root, path));
  if (found !== undefined) return found;
  for (let looks = 0; looks < 100 && (await statOf(root)) === undefined; looks += 1) await pause(10);
  return findFile(join(root, path));
}

function cacheControl(path: string): string {
  // Names below _astro/ carry a hash of the content.
  return path.includes(`${sep}_astro${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  file: FoundFile,
  status: number,
): Promise<void> {
  const type = mediaType(extname(file.path));
  const compressor = compressorFor(request, type);
  const version = `${file.size.toString(16)}-${Math.trunc(file.modified.getTime()).toString(16)}`;
  const etag = `"${version}${compressor === undefined ? '' : '-gzip'}"`;
  response.setHeader('ETag', etag);
  response.setHeader('Last-Modified', file.modified.toUTCString());
  response.setHeader('Cache-Control', cacheControl(file.path));
  response.setHeader('Content-Type', type);
  response.setHeader('Vary', 'Accept-Encoding');
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(
    status,
    compressor === undefined ? { 'Content-Length': file.size } : { 'Content-Encoding': 'gzip' },
  );
  if (request.method === 'HEAD') response.end();
  else if (compressor === undefined) await pipeline(createReadStream(file.path), response);
  else await pipeline(createReadStream(file.path), compressor, response);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { Location: location, 'Cache-Control': 'no-cache' }).end();
}

async function sendMissing(request: IncomingMessage, response: ServerResponse, root: string): Promise<void> {
  const page = await findFile(join(root, '404.html'));
  if (page !== undefined && page !== 'folder') await send(request, response, page, 404);
  else response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('404 没有这个页面\n');
}

async function answer(request: IncomingMessage, response: ServerResponse, root: string, base: string): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const [requestPath = '/', query] = (request.url ?? '/').split('?', 2);
  const suffix = query === undefined ? '' : `?${query}`;
  if (base !== '/' && (requestPath === '/' || `${requestPath}/` === base)) {
    redirect(response, base + suffix);
    return;
  }
  const path = pathWithin(base, requestPath);
  const found = path === undefined ? undefined : await findSettled(root, path);
  if (found === 'folder' && !requestPath.endsWith('/')) {
    // From the decoded path, so that a double slash cannot lead to another host.
    redirect(response, `${base}${(path ?? '').split('/').filter(Boolean).map(encodeURIComponent).join('/')}/${suffix}`);
    return;
  }
  const file = found === 'folder' ? await findFile(join(root, path ?? '', 'index.html')) : found;
  if (file === undefined || file === 'folder') await sendMissing(request, response, root);
  else await send(request, response, file, 200);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

async function listenFrom(server: Server, port: number): Promise<number> {
  for (let next = port; ; next += 1) {
    try {
      return await listen(server, next);
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || next >= port + portsToTry) throw error;
    }
  }
}

/**
 * Serves a folder on 127.0.0.1.
 * @throws if neither the given port nor one of the next is free
 */
export async function serve({ root, base, port = 0 }: ServeOptions): Promise<SiteServer> {
  const prefix = normalizeBase(base);
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    answer(request, response, root, prefix).catch((error: unknown) => {
      // A reader that went away is no fault of ours; anything else is told to the reader.
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(
        response.writableEnded ? undefined : `500 ${error instanceof Error ? error.message : String(error)}\n`,
      );
    });
  });
  const origin = `http://${host}:${await listenFrom(server, port)}`;
  let closing: Promise<void> | undefined;
  return {
    origin,
    url: origin + prefix,
    close: () =>
      (closing ??= new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      })),
  };
}
