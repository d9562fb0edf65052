import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** Connections that read, each off the main thread and in a transaction of its own, so that one answer is of one moment. */
export class ReaderPool {
  readonly #instance: DuckDBInstance;
  readonly #idle: DuckDBConnection[] = [];
  #taken = 0;
  #whenIdle: (() => void) | undefined;

  constructor(instance: DuckDBInstance) {
    this.#instance = instance;
  }

  async read<Answer>(ask: (connection: DuckDBConnection) => Promise<Answer>): Promise<Answer> {
    const connection = await this.take();
    try {
      return await ask(connection);
    } finally {
      await this.giveBack(connection);
    }
  }

  /** A connection with a transaction begun, to be given back. */
  async take(): Promise<DuckDBConnection> {
    this.#taken++;
    try {
      const connection = this.#idle.pop() ?? (await this.#instance.connect());
      await connection.run('BEGIN TRANSACTION READ ONLY');
      return connection;
    } catch (error) {
      this.#released();
      throw error;
    }
  }

  async giveBack(connection: DuckDBConnection): Promise<void> {
    await connection.run('ROLLBACK').catch(() => undefined);
    this.#idle.push(connection);
    this.#released();
  }

  /** Waits for the answers under way. */
  async close(): Promise<void> {
    if (this.#taken > 0) await new Promise<void>((resolve) => (this.#whenIdle = resolve));
    for (const connection of this.#idle.splice(0)) connection.closeSync();
  }

  #released(): void {
    if (--this.#taken === 0) this.#whenIdle?.();
  }
}
