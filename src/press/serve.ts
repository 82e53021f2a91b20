/** Static file server for a built site: the press, the end-to-end tests and `npm start` look at `dist/` through it. */
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import serveStatic from 'serve-static';
import { securityHeaders } from '../model/shelf/content-security.ts';

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

/** A build that takes the place of the site leaves none for the moment between its two renames. */
async function waitForFolder(root: string): Promise<void> {
  for (let looks = 0; looks < 100 && !existsSync(root); looks += 1) await pause(10);
}

function keepHashed(response: ServerResponse, file: string): void {
  // Names below _astro/ carry a hash of the content.
  if (file.includes(`${sep}_astro${sep}`)) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
}

/** Answers with the status of an error of `send`, such as 416, or 500. */
function sendError(response: ServerResponse, error: Error): void {
  const status = 'status' in error ? Number(error.status) : 500;
  if (!response.headersSent) response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(response.writableEnded ? undefined : `${status} ${error.message}\n`);
}

/** What answers requests for the files below a root; the site's own page where there is none. */
function siteHandler(root: string, base: string): RequestListener {
  const options = { dotfiles: 'allow', cacheControl: false, setHeaders: keepHashed } as const;
  const files = serveStatic(root, options);
  const page = serveStatic(root, { ...options, acceptRanges: false });
  const sendMissing = (request: IncomingMessage, response: ServerResponse, error?: Error): void => {
    if (error !== undefined) {
      sendError(response, error);
      return;
    }
    request.url = '/404.html';
    response.statusCode = 404;
    page(request, response, () => {
      response.setHeader('Content-Type', 'text/plain; charset=utf-8').end('404 没有这个页面\n');
    });
  };
  return (request, response) => {
    const { method, url = '/' } = request;
    const [path = '/'] = url.split('?', 1);
    response.setHeaders(new Headers({ ...securityHeaders, 'Cache-Control': 'no-cache' }));
    if (method !== 'GET' && method !== 'HEAD') response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    else if (base !== '/' && (path === '/' || `${path}/` === base))
      response.writeHead(301, { Location: base + url.slice(path.length) }).end();
    else if (pathWithin(base, path) === undefined) sendMissing(request, response);
    else {
      // serve-static leads a folder without slash to what was asked for.
      Object.assign(request, { url: url.slice(encodeURI(base).length - 1), originalUrl: url });
      const last = (error?: Error): void => {
        sendMissing(request, response, error);
      };
      files(request, response, (error?: Error) => {
        if (error !== undefined || existsSync(root)) last(error);
        else
          void waitForFolder(root).then(() => {
            files(request, response, last);
          });
      });
    }
  };
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
  const server = createServer(siteHandler(root, prefix));
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
