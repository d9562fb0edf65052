import { http } from 'msw';
import { setupWorker } from 'msw/browser';
import type { DemoWish } from './demo-server';
import { askWorker, type WireCall, type WireStart } from './wire';

/**
 * Starts the API inside the browser: the server's own app in a web worker, reached through a service worker (MSW), so that the page's
 * requests, uploads and event streams go the usual way. Everything it holds is gone when the tab is closed or reloaded.
 *
 * @returns the base URL to connect to
 * @throws Error when this browser window cannot run it
 */
export async function startMock(demo: DemoWish = {}): Promise<{ base: string }> {
  if (!('serviceWorker' in navigator)) {
    throw new Error('Failed to start the browser mock: this window has no service workers. Please open it on https or localhost, not in private mode.');
  }
  const folder = new URL(import.meta.env.BASE_URL, document.baseURI).pathname;
  const base = `${folder}api/v1`;
  const server = new Worker(new URL('./server-worker.ts', import.meta.url), { type: 'module', name: 'throughline-mock' });
  server.postMessage({ type: 'start', demo } satisfies WireCall);
  const answer = (request: Request) => askWorker(server, atRoot(request, folder));
  const interceptor = setupWorker(http.all(`${base}/*`, ({ request }) => answer(request)));
  await Promise.all([
    readiness(server),
    interceptor.start({ serviceWorker: { url: `${folder}mockServiceWorker.js` }, onUnhandledRequest: 'bypass', quiet: true }),
  ]);
  return { base };
}

/** The server knows no folder: its API is at `/api/v1`. */
const atRoot = (request: Request, folder: string): Request => {
  const url = new URL(request.url);
  url.pathname = `/${url.pathname.slice(folder.length)}`;
  return new Request(url, request);
};

const readiness = (server: Worker): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      server.terminate();
      reject(new Error(`Failed to start the browser mock: ${reason}`));
    };
    server.addEventListener('error', ({ message }) => fail(message || 'its worker could not be loaded.'));
    server.addEventListener('message', ({ data }: MessageEvent<WireStart>) => (data.type === 'ready' ? resolve() : fail(data.reason)));
  });
