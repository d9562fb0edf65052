import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import { compress, COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/compress';
import { wholeBodyOf } from '../http/whole-body';

const JSON_TYPE = 'application/json';
/** Bytes from which on compressing a JSON answer is worth the time it takes. */
const LEAST = 16 * 1024;
/** An answer of the API is read once: most of what there is to gain for a third of the time, and in a tenth of the memory, which the collector counts. */
const QUICKLY = { level: 1, windowBits: 13, memLevel: 6 };
const gzipped = promisify(gzip);

/** Compresses what comes piece by piece, such as the page itself. */
export const compressStreams: MiddlewareHandler = compress({ contentTypeFilter: (type) => COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type) && type !== JSON_TYPE });

/** Compresses a JSON answer, which is there as a whole, in one go and on another thread. */
export const compressWhole: MiddlewareHandler = async (context, next) => {
  await next();
  const { status, headers } = context.res;
  const isLong = Number(headers.get('content-length') ?? 0) >= LEAST;
  if (!isLong || status !== 200 || context.req.method === 'HEAD' || headers.has('content-encoding') || headers.get('content-type') !== JSON_TYPE) return;
  headers.append('vary', 'Accept-Encoding');
  if (!takesGzip(context.req.header('accept-encoding'))) return;
  const body = new Uint8Array(await gzipped(await wholeBodyOf(context.res), QUICKLY));
  const told = new Headers(headers);
  told.set('content-encoding', 'gzip');
  told.set('content-length', String(body.length));
  const etag = told.get('etag');
  if (etag && !etag.startsWith('W/')) told.set('etag', `W/${etag}`);
  // Without this Hono would take the new answer's body for a stream.
  context.res = undefined;
  context.res = new Response(body, { status, headers: told });
};

/** Whether gzip is named, and not only to refuse it (`gzip;q=0`). */
function takesGzip(accepted = ''): boolean {
  const named = accepted.split(',').map((one) => one.trim().toLowerCase().split(/\s*;\s*/)).find(([name]) => name === 'gzip');
  return named !== undefined && !named.slice(1).some((one) => /^q=0(\.0*)?$/.test(one));
}
