import { ProblemError } from './problem-error';

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`;

const tooLarge = (limit: number): ProblemError =>
  new ProblemError('too-large', `The body is larger than ${megabytes(limit)}, the limit here. Please send it in parts.`);

/** The body's bytes, decompressed when `Content-Encoding` (or the media type) says gzip; never holds more than the limit. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  const length = request.headers.get('content-length');
  if (Number(length ?? 0) > limit) throw tooLarge(limit);
  // Of a length that HTTP holds it to, and so without counting.
  if (length !== null && !isEncoded(request)) return wholeBody(request);
  if (!request.body) return new Uint8Array();
  return collect(decompressed(request, request.body.pipeThrough(atMost(limit))), limit);
}

const encodingOf = (request: Request): string | undefined => request.headers.get('content-encoding')?.trim().toLowerCase();

const isEncoded = (request: Request): boolean => ![undefined, '', 'identity'].includes(encodingOf(request)) || mediaType(request) === 'application/gzip';

async function wholeBody(request: Request): Promise<Uint8Array> {
  try {
    return new Uint8Array(await request.arrayBuffer());
  } catch {
    throw brokenOff();
  }
}

const brokenOff = (): ProblemError => new ProblemError('invalid-input', 'The body broke off or is not valid gzip.');

function decompressed(request: Request, body: ReadableStream<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array> {
  const encoding = encodingOf(request);
  if (encoding === 'gzip' || encoding === 'x-gzip' || mediaType(request) === 'application/gzip') return body.pipeThrough(new DecompressionStream('gzip'));
  if (encoding === undefined || encoding === '' || encoding === 'identity') return body;
  throw new ProblemError('unsupported-media-type', `Content-Encoding "${encoding}" is not read here. Please use gzip or none.`);
}

/** Cuts a stream that goes beyond the limit. */
export function atMost<Bytes extends Uint8Array>(limit: number): TransformStream<Bytes, Bytes> {
  let seen = 0;
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.length;
      if (seen > limit) controller.error(tooLarge(limit));
      else controller.enqueue(chunk);
    },
  });
}

async function collect(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length;
      if (length > limit) throw tooLarge(limit);
      chunks.push(next.value);
    }
  } catch (error) {
    reader.cancel().catch(() => undefined);
    if (error instanceof ProblemError) throw error;
    throw brokenOff();
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** A body as a stream that, when the client goes away in the middle, ends in a problem of the client's and not in a fault of ours. */
export function uploadOf(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch {
        controller.error(new ProblemError('invalid-input', 'The upload broke off. Please send the file again.'));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** The media type alone, without parameters. */
export const mediaType = (request: Request): string => (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/**
 * Refuses media types the endpoint does not read. Also what keeps other sites out: a page elsewhere may post form types and plain
 * text without asking, but not these.
 */
export function requireMediaType(request: Request, accepted: readonly string[]): void {
  if (accepted.includes(mediaType(request))) return;
  throw new ProblemError('unsupported-media-type', `Content-Type is "${mediaType(request)}". Please send ${accepted.join(' or ')}.`);
}
