import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = process.env.THROUGHLINE_LOGS ?? path.resolve('../shared/data');

/** Real logs, which are no part of the project: tests that need one say in their name that they are skipped without. */
export const realLogs = {
  present: existsSync(path.join(folder, 'expected')),
  /** For a test's name. */
  note: existsSync(path.join(folder, 'expected')) ? '' : ' (skipped: no logs at THROUGHLINE_LOGS)',
  path: (name: string) => path.join(folder, name),
  read: (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path.join(folder, name))),
};
