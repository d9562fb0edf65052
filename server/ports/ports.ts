import type { Instant } from '#model';
import type { DeskStore } from './desk-store';
import type { EventStore } from './event-store';
import type { FileSpool } from './file-spool';
import type { LedgerStore } from './ledger-store';
import type { SendWebhook } from './webhook-sender';

/** Everything the server needs of the world outside; the same `createApp(ports)` runs in Node and in the browser mock. */
export interface Ports {
  events: EventStore;
  desk: DeskStore;
  ledger: LedgerStore;
  spool: FileSpool;
  /** Absent where nothing can be sent to others: in a browser. */
  sendWebhook?: SendWebhook;
  /** Epoch milliseconds. */
  clock: () => Instant;
  config: ServerConfig;
}

export interface ServerConfig {
  /** IANA zone in which days are counted. */
  zone: string;
  /** Of the product. */
  version: string;
  /** What `/config.json` tells the page: the base URL of its API, or `mock`. */
  pageApi: string;
}
