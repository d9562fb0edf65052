import { startDemoServer } from './demo-server';
import { answerThrough, type WireRequest, type WireStart } from './wire';

/* A web worker: the API server in the browser, off the page's thread. */

const tell = (message: WireStart) => self.postMessage(message);
const server = startDemoServer();
server.then(
  () => tell({ type: 'ready' }),
  (error: unknown) => tell({ type: 'failed', reason: error instanceof Error ? error.message : String(error) }),
);

self.addEventListener('message', ({ data, ports: [port] }: MessageEvent<WireRequest>) => {
  if (port) void answerThrough(port, data, async (request) => (await server)(request));
});
