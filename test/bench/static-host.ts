/** A built site as a static host sends it, with text compressed: Lighthouse counts the bytes. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { serve, type SiteServer } from '../../src/press/serve.ts';

const compressible = /^(?:text\/|application\/(?:json|xml|manifest)|image\/svg)/;

export async function staticHost(root: string): Promise<SiteServer> {
  const site = await serve({ root });
  const host = createServer((request, response) => void compress(site.origin, request, response));
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  const address = host.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
  const close = async (): Promise<void> => {
    await site.close();
    host.close();
    host.closeAllConnections();
  };
  return { origin, url: `${origin}/`, close };
}

async function compress(origin: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await fetch(origin + (request.url ?? '/'), { redirect: 'manual' });
  const content = Buffer.from(await answer.arrayBuffer());
  const body = compressible.test(answer.headers.get('content-type') ?? '') ? gzipSync(content) : content;
  const headers = new Headers(answer.headers);
  headers.set('content-length', String(body.length));
  if (body !== content) headers.set('content-encoding', 'gzip');
  response.setHeaders(headers).writeHead(answer.status).end(body);
}
