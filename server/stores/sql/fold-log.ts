import { open } from 'node:fs/promises';
import Database from 'libsql/promise';

/** Audit entries after which the log is folded into the file: some 16 MB of it. */
const ENTRIES = 250;
/** How often what a long write has logged so far is carried to the disk. */
const CARRY_MS = 200;

/** What takes long in SQLite's log, done aside: libsql's own calls keep the thread that answers everybody until they are done. */
export interface LogFolder {
  /** To be called when a write begins. What it logs is carried to the disk while it goes on, so that little is left for its commit. @returns ends that */
  begun(): () => void;
  /** To be called after each commit, with how many audit entries it had: folds the log into the file when it has become long. */
  written(entries: number): void;
  close(): Promise<void>;
}

/** Folds on a connection and a thread of its own. What fails aside is made up for by the next fold or commit. */
export function logFolder(file: string): LogFolder {
  const database = new Database(file, {});
  let waiting = 0;
  let folding: Promise<void> | undefined;
  const fold = async () => {
    waiting = 0;
    const statement = await database.prepare('PRAGMA wal_checkpoint(PASSIVE)');
    await statement.all();
  };
  const carry = async () => {
    const log = await open(`${file}-wal`, 'r+');
    try {
      await log.datasync();
    } finally {
      await log.close();
    }
  };
  return {
    begun() {
      let timer = setTimeout(async function again() {
        await carry().catch(() => undefined);
        if (!ended) timer = setTimeout(again, CARRY_MS);
      }, CARRY_MS);
      let ended = false;
      return () => {
        ended = true;
        clearTimeout(timer);
      };
    },
    written(entries) {
      waiting += entries;
      if (waiting < ENTRIES || folding) return;
      folding = fold()
        .catch(() => undefined)
        .finally(() => (folding = undefined));
    },
    async close() {
      await folding;
      database.close();
    },
  };
}
