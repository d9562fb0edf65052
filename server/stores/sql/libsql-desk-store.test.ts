import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DeskStore } from '../../ports';
import { deskStoreSuite } from '../desk-store.suite';
import { libsqlDeskStore } from './libsql-desk-store';

const folder = () => mkdtempSync(join(tmpdir(), 'throughline-'));

describe('the desk in libsql', () => {
  const files = new WeakMap<DeskStore, string>();
  const openFile = async (file: string) => {
    const store = await libsqlDeskStore(file);
    files.set(store, file);
    return store;
  };
  deskStoreSuite({
    open: () => openFile(join(folder(), 'desk.db')),
    reopen: async (store) => {
      await store.close();
      return openFile(files.get(store) ?? '');
    },
  });

  test('a file that is no database is told as corrupt', async () => {
    const file = join(folder(), 'desk.db');
    writeFileSync(file, 'this is a text, and a long one, about something else entirely, many times over. '.repeat(20));
    await expect(libsqlDeskStore(file)).rejects.toMatchObject({ name: 'StoreError', fault: 'corrupt', path: file });
  });

  test('a folder that does not exist is told as unwritable', async () => {
    await expect(libsqlDeskStore(join(folder(), 'absent', 'desk.db'))).rejects.toMatchObject({ name: 'StoreError', fault: 'unwritable' });
  });
});
