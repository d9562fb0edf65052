import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { DeskSchema } from './desk-schema';

/**
 * A statement that Kysely builds once, which takes longer than SQLite needs to answer it: afterwards only its parameters are new. `build` uses each of
 * them once, in their order, and nothing else as a parameter; it throws otherwise.
 */
export function builtOnce<Parameters extends readonly unknown[], Row>(
  build: (on: Kysely<DeskSchema>, ...parameters: Parameters) => Compilable<Row>,
): (on: Kysely<DeskSchema>, ...parameters: Parameters) => Promise<Row[]> {
  let built: CompiledQuery<Row> | undefined;
  return async (on, ...parameters) => {
    if (!built) {
      const query = build(on, ...parameters).compile();
      if (query.parameters.length !== parameters.length || parameters.some((one, index) => query.parameters[index] !== one)) throw new TypeError(`Failed to build "${query.sql}": its parameters are others.`);
      built = query;
    }
    const { rows } = await on.executeQuery<Row>({ ...built, parameters });
    return rows;
  };
}
