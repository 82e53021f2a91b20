/** What a static host does by itself: text goes over the wire compressed. */
import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';
import { createGzip } from 'node:zlib';

const compressible = /^(?:text\/|application\/(?:json|xml|manifest)|image\/svg)/;

/**
 * The stream that compresses a body, where its kind gains by it and the reader can read it.
 * @param type media type of the body
 */
export function compressorFor(request: IncomingMessage, type: string): Transform | undefined {
  const accepted = (request.headers['accept-encoding']?.toString() ?? '').split(',').map((encoding) => encoding.trim());
  const gzip = accepted.some((encoding) => /^gzip(?!;q=0(?:\.0*)?$)/.test(encoding));
  return gzip && compressible.test(type) ? createGzip() : undefined;
}
