import type { Instant, RatingId, Segmenter, ThemeId } from '#model';
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
  /** Cuts comments into words; loaded when it is first asked for. Absent: comments stay unread. */
  segmenter?: () => Promise<Segmenter>;
  /** What a comment is about, where somebody knows: of synthetic ones, those who wrote them. `heldOut`: in words nobody looked at when the dictionary was written. */
  knownTheme?: (comment: RatingId) => { theme: ThemeId; heldOut: boolean } | undefined;
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
