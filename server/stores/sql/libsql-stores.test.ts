import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { ticket, ticketId } from '#model';
import { describe, expect, test } from 'vitest';
import { systemAccess, type DeskStore, type LedgerStore } from '../../ports';
import { deskStoreSuite } from '../desk-store.suite';
import { ledgerStoreSuite } from '../ledger-store.suite';
import { libsqlStores } from './libsql-stores';

const folder = () => mkdtempSync(join(tmpdir(), 'throughline-'));

describe('the desk in libsql', () => {
  const files = new WeakMap<DeskStore, string>();
  const openFile = async (file: string) => {
    const { desk: store } = await libsqlStores(file);
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
    await expect(libsqlStores(file)).rejects.toMatchObject({ name: 'StoreError', fault: 'corrupt', path: file });
  });

  test('a folder that does not exist is told as unwritable', async () => {
    await expect(libsqlStores(join(folder(), 'absent', 'desk.db'))).rejects.toMatchObject({ name: 'StoreError', fault: 'unwritable' });
  });
});

describe('the ledger in libsql', () => {
  const opened = new WeakMap<LedgerStore, { file: string; desk: DeskStore }>();
  const openFile = async (file: string): Promise<LedgerStore> => {
    const { desk, ledger } = await libsqlStores(file);
    const closing = ledger.close.bind(ledger);
    ledger.close = async () => {
      await closing();
      await desk.close();
    };
    opened.set(ledger, { file, desk });
    return ledger;
  };
  ledgerStoreSuite({
    open: () => openFile(join(folder(), 'desk.db')),
    reopen: async (store) => {
      await store.close();
      return openFile(opened.get(store)?.file ?? '');
    },
    runs: 25,
  });

  test('a document of an earlier version is filled in; one that is damaged, and an entry that was changed in the file, are seen', async () => {
    const file = join(folder(), 'desk.db');
    const { ledger, desk } = await libsqlStores(file);
    const access = systemAccess('test');
    const at = '2026-06-17T01:00:00.000Z';
    const nothing = { recurrences: [], returns: [], supervision: [], watchers: [], instances: [], measures: [], effective: [] };
    const id = ticketId.parse('ZG-0001');
    const next = ticket.parse({ ...nothing, id, version: 1, state: 'registered', title: '额度受限', locus: { journey: 'loan' }, measure: 'break-rate', registeredAt: at, updatedAt: at, history: [{ state: 'registered', at }] });
    await ledger.write(access, { tickets: [{ next }], audit: [{ at, actor: 'system:test', subject: { kind: 'ticket', id }, action: 'register', after: { title: '额度受限' } }] });
    const database = new Database(file);
    const { important: _, ...earlier } = next;
    database.prepare('UPDATE ticket_bodies SET body = ?').run([JSON.stringify(earlier)]);
    expect(await ledger.ticket(access, id)).toEqual(next);
    const { watchers: __, ...damaged } = next;
    database.prepare('UPDATE ticket_bodies SET body = ?').run([JSON.stringify(damaged)]);
    await expect(ledger.ticket(access, id)).rejects.toThrow('watchers');

    expect((await ledger.besideTicket(access, id)).audit.intact).toBe(true);
    database.exec('DROP TRIGGER audit_no_update');
    database.exec(`UPDATE audit SET body = replace(body, '额度受限', '额度充足')`);
    expect((await ledger.besideTicket(access, id)).audit.intact).toBe(false);
    database.close();
    await ledger.close();
    await desk.close();
  });

  test('the audit can be added to and nothing else, whoever writes to the file', async () => {
    const file = join(folder(), 'desk.db');
    const { ledger, desk } = await libsqlStores(file);
    const audit = [{ at: '2026-06-17T01:00:00.000Z', actor: 'system:test', subject: { kind: 'demo' as const, id: 'demo' }, action: 'fill' }];
    await ledger.write(systemAccess('test'), { documents: [{ name: 'rules', body: [] }], audit });
    const database = new Database(file);
    for (const statement of [`UPDATE audit SET body = '{}'`, 'DELETE FROM audit', `UPDATE audit SET sequence = 2 WHERE sequence = 1`])
      expect(() => database.exec(statement)).toThrow('audit is only ever added to');
    database.close();
    await ledger.close();
    await desk.close();
  });
});
