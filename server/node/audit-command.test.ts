import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AuditEntry } from '#model';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemAccess, type DeskStore, type LedgerStore } from '../ports';
import { libsqlStores } from '../stores/sql';
import { auditCommand } from './audit-command';

const access = systemAccess('test');
const folder = mkdtempSync(path.join(tmpdir(), 'throughline-audit-'));
let stores: { desk: DeskStore; ledger: LedgerStore };
let chain: AuditEntry[];

beforeAll(async () => {
  stores = await libsqlStores(path.join(folder, 'desk.db'));
  for (let number = 1; number <= 6; number++) await add(number);
  chain = [];
  for await (const entry of stores.ledger.auditChain(access)) chain.push(entry);
});
afterAll(() => stores.desk.close());

const add = (number: number) =>
  stores.ledger.write(access, {
    documents: [{ name: 'rules', body: number }],
    audit: [{ at: `2026-06-17T0${number}:00:00.000Z`, actor: 'person:lin', subject: { kind: 'ticket', id: `ZG-000${number}` }, action: 'edit', reason: '改', after: { title: `题 ${number}` } }],
  });

let files = 0;
/** Writes an export and checks it. */
function checked(lines: readonly unknown[], ...flags: string[]) {
  const file = path.join(folder, `export-${files++}.ndjson`);
  writeFileSync(file, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
  return auditCommand([file, ...flags]);
}

describe('an export', () => {
  test('that is whole is good, and names the hash of its last entry', async () => {
    expect(await checked(chain)).toEqual({ code: 0, out: `6 entries are good; the last good one has the hash ${chain[5]?.hash}.` });
  });

  test('of nothing is good', async () => {
    expect(await checked([])).toMatchObject({ code: 0, out: expect.stringMatching(/^0 entries are good/) });
  });

  test('with a changed field is broken where it was changed', async () => {
    for (const change of [{ actor: 'person:wang' }, { at: '2026-06-17T03:00:00.001Z' }, { reason: undefined }, { after: { title: '题 4' } }, { before: {} }])
      expect(await checked(chain.map((entry, index) => (index === 2 ? { ...entry, ...change } : entry)))).toMatchObject({
        code: 1,
        out: expect.stringContaining('2 entries are good'),
        err: expect.stringMatching(/^Broken at entry 3: its content .* There stands: entry 3, ticket ZG-0003, edit, 2026-06-17T03:00:00\.00[01]Z\.$/),
      });
  });

  test('without one of its entries is broken there', async () => {
    expect(await checked(chain.filter((_, index) => index !== 3))).toMatchObject({
      code: 1,
      err: 'Broken at entry 4: another entry stands in its place; one was removed, added or moved. There stands: entry 5, ticket ZG-0005, edit, 2026-06-17T05:00:00.000Z.',
    });
  });

  test('without its first entry is broken at once', async () => {
    expect(await checked(chain.slice(1))).toMatchObject({ code: 1, out: expect.stringContaining('0 entries'), err: expect.stringContaining('Broken at entry 1') });
  });

  test('with two entries swapped, also when they were numbered anew, is broken at the first', async () => {
    const [first, second, third, ...rest] = chain;
    expect(await checked([first, third, second, ...rest])).toMatchObject({ code: 1, err: expect.stringMatching(/^Broken at entry 2: another entry .* entry 3, ticket ZG-0003/) });
    expect(await checked([first, { ...third, sequence: 2 }, { ...second, sequence: 3 }, ...rest])).toMatchObject({ code: 1, err: expect.stringMatching(/^Broken at entry 2: it does not follow/) });
  });

  test('that was cut in the middle of a line is broken at the line that is left', async () => {
    expect(await checked([...chain.slice(0, 5), JSON.stringify(chain[5]).slice(0, 60)])).toEqual({
      code: 1,
      out: `5 entries are good; the last good one has the hash ${chain[4]?.hash}.`,
      err: 'Broken at entry 6: it is no audit entry; it was cut or overwritten.',
    });
  });

  test('that was cut between two lines is found out by a hash noted before', async () => {
    const cut = chain.slice(0, 4);
    expect((await checked(cut)).code).toBe(0);
    expect(await checked(cut, '--holds', chain[4]!.hash)).toMatchObject({ code: 1, err: expect.stringContaining('the chain was cut') });
    for (const noted of [0, 2, 3]) expect((await checked(cut, '--holds', chain[noted]!.hash)).code).toBe(0);
  });
});

describe('a data folder', () => {
  test('that a server has open is checked up to its newest entry, and not written to', async () => {
    const before = readdirSync(folder).filter((name) => name.startsWith('desk')).map((name) => [name, readFileSync(path.join(folder, name)).length]);
    expect(await auditCommand([folder])).toMatchObject({ code: 0, out: expect.stringContaining('6 entries are good') });
    expect(readdirSync(folder).filter((name) => name.startsWith('desk')).map((name) => [name, readFileSync(path.join(folder, name)).length])).toEqual(before);
    await add(7);
    expect(await auditCommand([folder])).toMatchObject({ code: 0, out: expect.stringContaining('7 entries are good') });
  });

  test('in which somebody got past the triggers is broken, in the entries or in what lists go by', async () => {
    const tampered: [string, RegExp][] = [
      [`UPDATE audit SET body = replace(body, '题 2', '题 9') WHERE sequence = 2`, /^Broken at entry 2: its content .* ticket ZG-0002/],
      [`UPDATE audit SET subject_id = 'ZG-0009' WHERE sequence = 2`, /^Broken at entry 2: its content/],
      ['DELETE FROM audit WHERE sequence = 2', /^Broken at entry 2: another entry .* entry 3, ticket ZG-0003/],
      [`UPDATE audit SET body = 'nothing' WHERE sequence = 2`, /^Broken at entry 2: it is no audit entry/],
    ];
    for (const [statement, error] of tampered) {
      const other = mkdtempSync(path.join(tmpdir(), 'throughline-audit-'));
      const database = new Database(path.join(other, 'desk.db'));
      database.exec('CREATE TABLE audit (sequence INTEGER PRIMARY KEY, subject_kind TEXT, subject_id TEXT, hash TEXT, body TEXT)');
      const insert = database.prepare('INSERT INTO audit VALUES (?, ?, ?, ?, ?)');
      for (const entry of chain) insert.run([entry.sequence, entry.subject.kind, entry.subject.id, entry.hash, JSON.stringify(entry)]);
      expect((await auditCommand([other])).code).toBe(0);
      database.exec(statement);
      expect(await auditCommand([other])).toMatchObject({ code: 1, out: expect.stringMatching(/^1 entry is good/), err: expect.stringMatching(error) });
      database.close();
    }
  });
});

test('what cannot be checked is told in one line', async () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'throughline-audit-'));
  expect(await auditCommand(['/nowhere/at all'])).toEqual({ code: 2, err: 'There is no /nowhere/at all.' });
  expect(await auditCommand([empty])).toEqual({ code: 2, err: `${empty} is no data folder: it has no desk.db.` });
  writeFileSync(path.join(empty, 'desk.db'), 'a text about something else. '.repeat(200));
  expect(await auditCommand([empty])).toMatchObject({ code: 2, err: expect.stringContaining('holds no audit that can be read') });
  expect(await auditCommand([])).toMatchObject({ code: 2, err: expect.stringContaining('Please name') });
  expect(await auditCommand(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('audit:verify') });
});
