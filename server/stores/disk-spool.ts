import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { StoreError, type FileSpool } from '../ports';

/** A `FileSpool` in a folder, which is made when absent. Throws a `StoreError` when it cannot be. */
export function diskSpool(folder: string): FileSpool {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new StoreError('unwritable', folder, `Failed to make the folder ${folder}. Please choose one that can be written.`, { cause });
  }
  const fileOf = (key: string) => {
    // A key is one of ours or nothing: it must never lead out of the folder.
    if (!/^[0-9a-f-]{36}$/.test(key)) throw new Error(`Failed to open the file "${key}": the spool does not hold it.`);
    return join(folder, key);
  };
  return {
    put: async (_access, body) => {
      const key = randomUUID();
      const file = fileOf(key);
      try {
        // The two ReadableStream types are one class at run time; their declarations differ between the DOM and Node.
        await pipeline(Readable.fromWeb(body as NodeReadableStream<Uint8Array>), createWriteStream(file, { flags: 'wx' }));
      } catch (error) {
        await rm(file, { force: true });
        throw error;
      }
      return { key, bytes: (await stat(file)).size };
    },
    open: async (_access, key) => {
      const file = fileOf(key);
      const handle = await open(file).catch((cause: unknown) => {
        throw new Error(`Failed to open the file "${key}": the spool does not hold it.`, { cause });
      });
      await handle.close();
      return Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
    },
    pathOf: (_access, key) => fileOf(key),
    remove: async (_access, key) => rm(fileOf(key), { force: true }),
  };
}
