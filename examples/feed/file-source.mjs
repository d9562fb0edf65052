import { appendFile, open, readFile, rename, stat, writeFile } from 'node:fs/promises';

/** The server takes 16 MiB a request. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * A growing file of events (NDJSON, one a line). The place that was sent is kept beside it.
 *
 * @param {{ file: string, state: string, most: number }} options @returns {Promise<import('./source').Source>}
 */
export async function fileSource({ file, state, most }) {
  let offset = Number(await readFile(state, 'utf8').catch(() => '0')) || 0;
  return {
    async next() {
      const { rows, end } = await linesFrom(file, offset, most);
      return {
        rows,
        async commit() {
          // Written beside and moved into place, so that a crash leaves the old place or the new one.
          await writeFile(`${state}.new`, String(end));
          await rename(`${state}.new`, state);
          offset = end;
        },
      };
    },
    refuse: (row, reason) => appendFile(`${file}.refused`, `${JSON.stringify({ reason, row })}\n`),
    close: async () => undefined,
  };
}

/** Whole lines from a place in the file, as many as go into one request. A line that is still being written waits for its end. @param {string} file @param {number} from @param {number} most */
async function linesFrom(file, from, most) {
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  // A file that has become shorter is another one: begun anew.
  const start = size < from ? 0 : from;
  const handle = await open(file).catch(() => undefined);
  if (!handle) return { rows: [], end: from };
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(MOST_BYTES, size - start)), 0, undefined, start);
    /** @type {string[]} */
    const rows = [];
    let at = 0;
    for (let next = buffer.indexOf(10, at); next >= 0 && next < bytesRead && rows.length < most; next = buffer.indexOf(10, at)) {
      const line = buffer.toString('utf8', at, next).trim();
      if (line !== '') rows.push(line);
      at = next + 1;
    }
    if (at === 0 && bytesRead === MOST_BYTES) throw new Error(`A line at byte ${start} is longer than ${MOST_BYTES} bytes: no event is.`);
    return { rows, end: start + at };
  } finally {
    await handle.close();
  }
}
