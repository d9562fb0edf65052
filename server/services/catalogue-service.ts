import type { Catalogue } from '#model';
import { type Access, type Ports, type PutResult, systemAccess, type VersionedCatalogue } from '../ports';
import type { OnFault } from './on-fault';
import { pause } from './pause';
import type { Revisions } from './revisions';

/** How long a change of the catalogue waits for its detection, so that small stores answer with the new figures. */
const PATIENCE_MS = 2_000;

/** The catalogue as everything reads it: the desk stores it, and the event store detects by the newest. */
export interface CatalogueService {
  current(): Promise<VersionedCatalogue>;
  /** Stores it and detects again; resolves when that is done, or after two seconds while it goes on. */
  put(access: Access, catalogue: Catalogue, expected?: number): Promise<PutResult<VersionedCatalogue>>;
  /** Reads, changes and stores in one go; resolves when all is detected again. */
  change(access: Access, edit: (catalogue: Catalogue) => Catalogue, onProgress?: (progress: { done: number; total: number }) => void): Promise<void>;
  /** Hands the stored catalogue to the event store; to be called once before anything is read. */
  open(): Promise<void>;
}

export function createCatalogueService({ desk, events, clock }: Pick<Ports, 'desk' | 'events' | 'clock'>, revisions: Revisions, onFault: OnFault): CatalogueService {
  const system = systemAccess('catalogue');
  let known: VersionedCatalogue | undefined;
  // Two lines, so that a change need not wait for the detection of the one before to be stored.
  const storing = createLine();
  const detecting = createLine();

  const current = async () => (known ??= await desk.catalogue(system));

  const store = async (access: Access, catalogue: Catalogue, expected?: number) => {
    const result = await desk.putCatalogue(access, catalogue, expected);
    known = result.kind === 'stored' ? result.resource : result.current;
    revisions.deskMoved();
    return result;
  };

  const detect = async (access: Access, onProgress?: (progress: { done: number; total: number }) => void) => {
    const { catalogue } = await current();
    await events.configure(access, catalogue, { now: clock(), ...(onProgress && { onProgress }) });
    revisions.moved();
  };

  return {
    current,
    async put(access, catalogue, expected) {
      const result = await storing.run(() => store(access, catalogue, expected));
      if (result.kind === 'stale') return result;
      const detected = detecting.run(() => detect(access));
      // A failure after the wait has nobody left to tell but the log.
      detected.catch((error: unknown) => onFault('Failed to detect again under the new catalogue', error));
      await Promise.race([detected, pause(PATIENCE_MS)]);
      return result;
    },
    async change(access, edit, onProgress) {
      await storing.run(async () => store(access, edit((await current()).catalogue)));
      await detecting.run(() => detect(access, onProgress));
    },
    open: () => detecting.run(() => detect(system)),
  };
}

/** Runs one after the other, in the order asked; a failure is its asker's alone. */
function createLine() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run<Result>(work: () => Promise<Result>): Promise<Result> {
      const result = last.then(work);
      last = result.catch(() => undefined);
      return result;
    },
  };
}
