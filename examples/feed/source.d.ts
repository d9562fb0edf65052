/** Where events come from. For another broker, write one of these: nothing else of the client changes. */
export interface Source {
  /** The next events, none when there are none now. What was not committed comes again, at the latest after a restart. */
  next(): Promise<Batch>;
  /** Keeps a row that the server refused, for whoever mends it. */
  refuse(row: string, reason: string): Promise<unknown>;
  close(): Promise<void>;
}

export interface Batch {
  /** Events as JSON. */
  rows: string[];
  /** Called once the server has answered that they are durable: they need not come again. */
  commit(): Promise<unknown>;
}
