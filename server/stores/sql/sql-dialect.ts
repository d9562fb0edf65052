/** What no part of Kysely bridges between SQLite and PostgreSQL. */
export interface SqlDialect {
  /** An ever-growing number. */
  serial: 'integer' | 'bigserial';
  bytes: 'blob' | 'bytea';
  /** Statements that make a table refuse to change or lose a row. */
  appendOnly(table: string): string[];
}

export const SQLITE: SqlDialect = {
  serial: 'integer',
  bytes: 'blob',
  appendOnly: (table) =>
    ['update', 'delete'].map((change) => `create trigger ${table}_no_${change} before ${change} on ${table} begin select raise(abort, '${table} is only ever added to'); end`),
};
