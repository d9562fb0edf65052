import { startDemoServer } from './demo-server';
import { answerThrough, type WireCall, type WireStart } from './wire';

/* A web worker: the API server in the browser, off the page's thread. */

const tell = (message: WireStart) => self.postMessage(message);
let server: ReturnType<typeof startDemoServer> | undefined;

self.addEventListener('message', ({ data, ports: [port] }: MessageEvent<WireCall>) => {
  if (data.type === 'start') {
    server = startDemoServer(data.demo);
    server.then(
      () => tell({ type: 'ready' }),
      (error: unknown) => tell({ type: 'failed', reason: error instanceof Error ? error.message : String(error) }),
    );
  } else if (port) {
    void answerThrough(port, data, async (request) => {
      if (!server) throw new Error('The mock was asked before it was started.');
      return (await server)(request);
    });
  }
});
