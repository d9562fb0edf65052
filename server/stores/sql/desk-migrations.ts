import { sql, type Kysely, type Migration } from 'kysely';
import { createLedger } from './create-ledger';
import type { SqlDialect } from './sql-dialect';

/** The changes of the schema in their order; what has been released is never edited. */
export const deskMigrations = (dialect: SqlDialect): Record<string, Migration> => ({
  '001-catalogue-people-imports': {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('catalogues')
        .addColumn('version', 'integer', (column) => column.primaryKey())
        .addColumn('body', 'text', (column) => column.notNull())
        .addColumn('stored_at', 'text', (column) => column.notNull())
        .addColumn('actor', 'text', (column) => column.notNull())
        .execute();
      for (const table of ['people', 'departments'])
        await db.schema
          .createTable(table)
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('position', 'integer', (column) => column.notNull())
          .addColumn('body', 'text', (column) => column.notNull())
          .execute();
      await db.schema
        .createTable('imports')
        .addColumn('sequence', sql.raw(dialect.serial), (column) => column.primaryKey())
        .addColumn('id', 'text', (column) => column.notNull().unique())
        .addColumn('body', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('rejected_rows')
        .addColumn('sequence', sql.raw(dialect.serial), (column) => column.primaryKey())
        .addColumn('import', 'text', (column) => column.notNull())
        .addColumn('line', 'integer', (column) => column.notNull())
        .addColumn('pointer', 'text', (column) => column.notNull())
        .addColumn('reason', 'text', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('rejected_rows_import').on('rejected_rows').columns(['import', 'sequence']).execute();
      await db.schema
        .createTable('facts')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('body', 'text', (column) => column.notNull())
        .execute();
    },
  },
  '002-ledger': { up: (db: Kysely<unknown>) => createLedger(db, dialect) },
  '003-tested': {
    up: async (db: Kysely<unknown>) => {
      await db.schema.alterTable('tickets').addColumn('passed', 'integer').execute();
      await db.schema.dropIndex('tickets_open').execute();
      await db.schema
        .createIndex('tickets_open')
        .on('tickets')
        .columns(['ended', 'state', 'owner', 'department', 'due', 'test_day', 'passed', 'submitted_by', 'submitted_owner', 'recurred'])
        .execute();
    },
  },
});
