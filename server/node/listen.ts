import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { ConfigError } from './read-config';

export interface Listening {
  url: string;
  /** Stops taking requests and cuts those still open, streams among them. */
  close(): Promise<void>;
}

/** Listens on a host and port (0: any free one). Throws a `ConfigError` when the port is taken or not allowed. */
export function listen(fetch: (request: Request) => Response | Promise<Response>, host: string, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = createAdaptorServer({ fetch });
    server.once('error', (error: NodeJS.ErrnoException) => reject(new ConfigError(explain(error, host, port), { cause: error })));
    server.listen(port, host, () => {
      // After `listen` on a host and port the address is never a pipe's name.
      const { port: chosen } = server.address() as AddressInfo;
      const close = () =>
        new Promise<void>((closed) => {
          server.close(() => closed());
          if ('closeAllConnections' in server) server.closeAllConnections();
        });
      resolve({ url: `http://${host.includes(':') ? `[${host}]` : host}:${chosen}/`, close });
    });
  });
}

function explain({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is taken. Please stop what uses it, or choose another with --port.`;
  if (code === 'EACCES') return `Port ${port} may not be used. Please choose one above 1023 with --port.`;
  return `Failed to listen on ${host}:${port}: ${message}`;
}
