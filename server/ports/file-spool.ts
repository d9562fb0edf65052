import type { Access } from './access';

/** Holds uploaded files until they are imported. */
export interface FileSpool {
  /** Takes a stream whole, in bounded memory. Throws when there is no room. */
  put(access: Access, body: ReadableStream<Uint8Array>): Promise<{ key: string; bytes: number }>;
  open(access: Access, key: string): Promise<ReadableStream<Uint8Array>>;
  /** Where on this computer the file is, for a store that reads it by itself; absent where it is on none. */
  pathOf?(access: Access, key: string): string;
  remove(access: Access, key: string): Promise<void>;
}
