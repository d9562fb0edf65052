import { Agent, get, type IncomingMessage } from 'node:http';

export interface OpenStreams {
  /** When the last of all clients has heard what is asked for, on `performance.now()`. */
  all(is: (text: string) => boolean): Promise<number>;
  close(): void;
}

/** So many open pages: each a connection of its own to the stream of changes. */
export async function openStreams(url: string, clients: number): Promise<OpenStreams> {
  const agent = new Agent({ maxSockets: Infinity, keepAlive: false });
  const responses = await Promise.all(Array.from({ length: clients }, () => opened(url, agent)));
  return {
    async all(is) {
      await Promise.all(
        responses.map(
          (response) =>
            new Promise<void>((resolve) => {
              let text = '';
              const listen = (chunk: Buffer) => {
                text += chunk.toString();
                if (!is(text)) return;
                response.off('data', listen);
                resolve();
              };
              response.on('data', listen);
            }),
        ),
      );
      return performance.now();
    },
    close: () => {
      for (const response of responses) response.destroy();
      agent.destroy();
    },
  };
}

const opened = (url: string, agent: Agent): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = get(url, { agent }, (response) => {
      if (response.statusCode === 200) resolve(response);
      else reject(new Error(`Failed to open a stream: ${response.statusCode}.`));
    });
    request.on('error', reject);
  });
