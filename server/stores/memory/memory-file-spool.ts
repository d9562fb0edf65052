import type { FileSpool } from '../../ports';

/** A `FileSpool` in memory: for the browser mock and tests. */
export function memoryFileSpool(): FileSpool {
  const files = new Map<string, Blob>();
  return {
    put: async (_access, body) => {
      const file = await new Response(body).blob();
      const key = crypto.randomUUID();
      files.set(key, file);
      return { key, bytes: file.size };
    },
    open: async (_access, key) => {
      const file = files.get(key);
      if (!file) throw new Error(`Failed to open the file "${key}": the spool does not hold it.`);
      return file.stream();
    },
    remove: async (_access, key) => void files.delete(key),
  };
}
