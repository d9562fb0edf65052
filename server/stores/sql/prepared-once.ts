import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Statements kept: more than the product has; lists of other lengths are other statements. */
const KEPT = 300;

/** A database that prepares a statement once for as long as it is asked often: Kysely prepares for every question. */
export function preparedOnce(database: SqliteDatabase): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const known = statements.get(sql);
      // What was asked last stands last.
      if (known) statements.delete(sql);
      const statement = known ?? database.prepare(sql);
      statements.set(sql, statement);
      const [oldest] = statements.keys();
      if (statements.size > KEPT && oldest !== undefined) statements.delete(oldest);
      return statement;
    },
    close() {
      statements.clear();
      database.close();
    },
  };
}
