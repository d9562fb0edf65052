import { sql, type Expression, type ExpressionBuilder, type SqlBool, type StringReference } from 'kysely';
import type { DeskSchema } from './desk-schema';

/** That a column holds one of these; what is `undefined` is nothing. */
export function among<Table extends keyof DeskSchema>(
  eb: ExpressionBuilder<DeskSchema, Table>,
  column: StringReference<DeskSchema, Table>,
  values: readonly (string | undefined)[],
): Expression<SqlBool> {
  const known = values.flatMap((value) => value ?? []);
  if (known.length === 0) return eb.lit(false);
  return sql<SqlBool>`${sql.ref(column)} in (${sql.join(known)})`;
}

/** That a text has this part; both are folded alike before. */
export const containing = (text: Expression<string>, part: string): Expression<SqlBool> => sql<SqlBool>`${text} like ${`%${part.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;
