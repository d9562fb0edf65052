import type { Generated } from 'kysely';

/** The tables of the desk as Kysely sees them. What is looked at only as a whole is JSON text. */
export interface DeskSchema {
  catalogues: { version: number; body: string; stored_at: string; actor: string };
  people: { id: string; position: number; body: string };
  departments: { id: string; position: number; body: string };
  imports: { sequence: Generated<number>; id: string; body: string };
  rejected_rows: { sequence: Generated<number>; import: string; line: number; pointer: string; reason: string };
  /** Single values by name. */
  facts: { name: string; body: string };
}
