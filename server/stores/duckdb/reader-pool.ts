import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** Connections that read, off the main thread. */
export class ReaderPool {
  readonly #instance: DuckDBInstance;
  readonly #idle: DuckDBConnection[] = [];
  #taken = 0;
  #whenIdle: (() => void) | undefined;

  constructor(instance: DuckDBInstance) {
    this.#instance = instance;
  }

  /** Asks one statement, which is of one moment by itself. */
  async ask<Answer>(ask: (connection: DuckDBConnection) => Promise<Answer>): Promise<Answer> {
    const connection = await this.take();
    try {
      return await ask(connection);
    } finally {
      this.giveBack(connection);
    }
  }

  /** Asks several statements of one moment. */
  read<Answer>(ask: (connection: DuckDBConnection) => Promise<Answer>): Promise<Answer> {
    return this.ask(async (connection) => {
      await connection.run('BEGIN TRANSACTION READ ONLY');
      try {
        return await ask(connection);
      } finally {
        await connection.run('ROLLBACK');
      }
    });
  }

  /** A connection of one's own, to be given back. */
  async take(): Promise<DuckDBConnection> {
    this.#taken++;
    try {
      return this.#idle.pop() ?? (await this.#instance.connect());
    } catch (error) {
      this.#released();
      throw error;
    }
  }

  giveBack(connection: DuckDBConnection): void {
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
