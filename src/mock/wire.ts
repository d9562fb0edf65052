import type { DemoWish } from './demo-server';

/** A request on its way from the page to the worker that answers it; its answer comes back through a port sent along. */
export interface WireRequest {
  type: 'request';
  url: string;
  method: string;
  headers: [string, string][];
  body: ArrayBuffer | undefined;
}

/** What the page says to the worker: once `start`, then requests. */
export type WireCall = { type: 'start'; demo: DemoWish } | WireRequest;

/** What comes back through the port: a head, then chunks as they are made, then the end. */
export type WireAnswer =
  | { type: 'head'; status: number; headers: [string, string][] }
  | { type: 'chunk'; bytes: Uint8Array<ArrayBuffer> }
  | { type: 'end' }
  | { type: 'failed'; reason: string };

/** What the worker says by itself, once. */
export type WireStart = { type: 'ready' } | { type: 'failed'; reason: string };

/** Statuses whose answer has no body, not even an empty one. */
const BODILESS = new Set([101, 204, 205, 304]);

/**
 * Asks the worker and answers as `fetch` would. The body streams: chunk by chunk through the port, because not every browser can
 * hand a stream over as a whole.
 */
export async function askWorker(worker: Pick<Worker, 'postMessage'>, request: Request): Promise<Response> {
  const body = await request.arrayBuffer();
  const message: WireRequest = {
    type: 'request',
    url: request.url,
    method: request.method,
    headers: [...request.headers],
    body: body.byteLength > 0 ? body : undefined,
  };
  const { port1: port, port2 } = new MessageChannel();
  worker.postMessage(message, [port2, ...(message.body ? [message.body] : [])]);

  let chunks: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => void (chunks = controller),
    cancel: () => {
      chunks = undefined;
      port.postMessage('cancel');
    },
  });
  return new Promise((resolve, reject) => {
    port.onmessage = ({ data }: MessageEvent<WireAnswer>) => {
      switch (data.type) {
        case 'head':
          return resolve(new Response(BODILESS.has(data.status) ? null : stream, { status: data.status, headers: data.headers }));
        case 'chunk':
          return chunks?.enqueue(data.bytes);
        case 'end':
          port.close();
          return chunks?.close();
        case 'failed': {
          const error = new Error(data.reason);
          port.close();
          chunks?.error(error);
          return reject(error);
        }
      }
    };
  });
}

/** The worker's side of `askWorker`: has the request answered and sends the answer through the port. */
export async function answerThrough(port: MessagePort, request: WireRequest, answer: (request: Request) => Promise<Response>): Promise<void> {
  const tell = (message: WireAnswer, transfer: Transferable[] = []) => port.postMessage(message, transfer);
  const { url, method, headers, body } = request;
  try {
    const response = await answer(new Request(url, { method, headers, body }));
    tell({ type: 'head', status: response.status, headers: [...response.headers] });
    const reader = response.body?.getReader();
    port.onmessage = () => void reader?.cancel();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      // A copy, for the original may be a view into a larger buffer that somebody still needs.
      const bytes = new Uint8Array(part.value);
      tell({ type: 'chunk', bytes }, [bytes.buffer]);
    }
    tell({ type: 'end' });
  } catch (error) {
    tell({ type: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
}
