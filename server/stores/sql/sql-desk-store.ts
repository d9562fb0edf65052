import { importJob as importJobSchema } from '#contract';
import { catalogue as catalogueSchema, department as departmentSchema, journeyId, person as personSchema, type Department, type Person } from '#model';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { actorText, type DeskStore, type VersionedCatalogue } from '../../ports';
import { NO_CATALOGUE } from '../memory/memory-desk-store';
import { copyOf } from './copy-of';
import type { DeskSchema } from './desk-schema';
import { parsed, parts } from './parsed';
import { UntilWritten } from './until-written';

/** Rows a statement carries: SQLite and PostgreSQL limit its parameters. */
const ROWS_A_STATEMENT = 1_000;

const ids = z.array(z.string());
const demoRecord = z.object({
  seed: z.string(),
  scale: z.number(),
  journeys: z.array(journeyId),
  generatedUntil: z.number(),
  brought: z.object({ touchpoints: ids, organisations: ids, reasons: ids, segments: ids }).optional(),
});

/** A `DeskStore` on any database Kysely speaks, whose schema is up to date. What is read is parsed: a damaged row throws. */
export function sqlDeskStore(db: Kysely<DeskSchema>): DeskStore {
  const currentCatalogue = async (on: Kysely<DeskSchema>): Promise<VersionedCatalogue> => {
    const row = await on.selectFrom('catalogues').select(['version', 'body']).orderBy('version', 'desc').limit(1).executeTakeFirst();
    return row ? { version: row.version, catalogue: parsed(catalogueSchema, row.body) } : NO_CATALOGUE;
  };

  // Every request asks who acts.
  const everybody = new UntilWritten<Person[]>();
  const everyDepartment = new UntilWritten<Department[]>();

  return {
    catalogue: () => currentCatalogue(db),
    putCatalogue: ({ actor }, catalogue, expected) =>
      db.transaction().execute(async (transaction) => {
        const current = await currentCatalogue(transaction);
        if (expected !== undefined && expected !== current.version) return { kind: 'stale', current };
        const version = current.version + 1;
        const row = { version, body: JSON.stringify(catalogue), stored_at: new Date().toISOString(), actor: actorText(actor) };
        await transaction.insertInto('catalogues').values(row).execute();
        return { kind: 'stored', resource: { version, catalogue: parsed(catalogueSchema, row.body) } };
      }),

    people: async () => copyOf(everybody.known(ALL) ?? (await db.transaction().execute((on) => everybody.get(ALL, () => everyOne(on, 'people', personSchema))))),
    departments: async () =>
      copyOf(everyDepartment.known(ALL) ?? (await db.transaction().execute((on) => everyDepartment.get(ALL, () => everyOne(on, 'departments', departmentSchema))))),
    replacePeople: (_access, people, departments) =>
      db.transaction().execute(async (transaction) => {
        for (const [table, items] of [['people', people] as const, ['departments', departments] as const]) {
          await transaction.deleteFrom(table).execute();
          const rows = items.map((item, position) => ({ id: item.id, position, body: JSON.stringify(item) }));
          for (const part of parts(rows, ROWS_A_STATEMENT)) await transaction.insertInto(table).values(part).execute();
        }
        everybody.forget();
        everyDepartment.forget();
      }),

    saveImport: async (_access, job) => {
      const body = JSON.stringify(job);
      await db
        .insertInto('imports')
        .values({ id: job.id, body })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ body }))
        .execute();
    },
    importJob: async (_access, id) => {
      const row = await db.selectFrom('imports').select('body').where('id', '=', id).executeTakeFirst();
      return row && parsed(importJobSchema, row.body);
    },
    imports: async (_access, { offset, limit }) => {
      const { total } = await db.selectFrom('imports').select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow();
      const rows = await db.selectFrom('imports').select('body').orderBy('sequence', 'desc').limit(limit).offset(offset).execute();
      return { total: Number(total), items: rows.map(({ body }) => parsed(importJobSchema, body)) };
    },
    addRejected: (_access, importId, rows) =>
      db.transaction().execute(async (transaction) => {
        for (const part of parts(rows, ROWS_A_STATEMENT))
          await transaction
            .insertInto('rejected_rows')
            .values(part.map(({ line, pointer, reason }) => ({ import: importId, line, pointer, reason })))
            .execute();
      }),
    rejected: async function* (_access, importId) {
      // Page by page: SQLite has one connection, which a stream would hold as long as somebody is slow to download.
      for (let after = 0; ; ) {
        const page = await db
          .selectFrom('rejected_rows')
          .select(['sequence', 'line', 'pointer', 'reason'])
          .where('import', '=', importId)
          .where('sequence', '>', after)
          .orderBy('sequence')
          .limit(ROWS_A_STATEMENT)
          .execute();
        for (const { sequence, ...row } of page) {
          after = sequence;
          yield row;
        }
        if (page.length < ROWS_A_STATEMENT) return;
      }
    },

    demo: async () => {
      const row = await db.selectFrom('facts').select('body').where('name', '=', 'demo').executeTakeFirst();
      return row && parsed(demoRecord, row.body);
    },
    saveDemo: async (_access, record) => {
      if (!record) {
        await db.deleteFrom('facts').where('name', '=', 'demo').execute();
        return;
      }
      const body = JSON.stringify(record);
      await db
        .insertInto('facts')
        .values({ name: 'demo', body })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ body }))
        .execute();
    },
    close: () => db.destroy(),
  };
}

const ALL = 'all';

const everyOne = async <Schema extends z.ZodType>(on: Kysely<DeskSchema>, table: 'people' | 'departments', schema: Schema): Promise<z.output<Schema>[]> =>
  (await on.selectFrom(table).select('body').orderBy('position').execute()).map(({ body }) => parsed(schema, body));
