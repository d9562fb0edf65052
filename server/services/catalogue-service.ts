import type { Catalogue } from '#model';
import { type Access, type Ports, type PutResult, systemAccess, type VersionedCatalogue } from '../ports';
import type { OnFault } from './on-fault';
import { pause } from './pause';
import type { Revisions } from './revisions';

/** How long a change of the catalogue waits for its detection, so that small stores answer with the new figures. */
const PATIENCE_MS = 2_000;

/** The catalogue as everything reads it: the desk stores it, the event store detects by it, one change after the other. */
export interface CatalogueService {
  current(): Promise<VersionedCatalogue>;
  /** Stores it and detects again; resolves when that is done, or after two seconds while it goes on. */
  put(access: Access, catalogue: Catalogue, expected?: number): Promise<PutResult<VersionedCatalogue>>;
  /** Reads, changes and stores in one go; resolves when all is detected again. */
  change(access: Access, edit: (catalogue: Catalogue) => Catalogue, onProgress?: (progress: { done: number; total: number }) => void): Promise<void>;
  /** Hands the stored catalogue to the event store; to be called once before anything is read. */
  open(): Promise<void>;
  /** Resolves when no detection is under way. */
  settled(): Promise<void>;
}

export function createCatalogueService({ desk, events, clock }: Pick<Ports, 'desk' | 'events' | 'clock'>, revisions: Revisions, onFault: OnFault): CatalogueService {
  const system = systemAccess('catalogue');
  let known: VersionedCatalogue | undefined;
  let line: Promise<unknown> = Promise.resolve();

  const current = async () => (known ??= await desk.catalogue(system));

  /** One after the other, in the order asked; a failure is its asker's alone. */
  const inLine = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = line.then(work);
    line = result.catch(() => undefined);
    return result;
  };

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
      const result = await inLine(() => store(access, catalogue, expected));
      if (result.kind === 'stale') return result;
      const detected = inLine(() => detect(access));
      // A failure after the wait has nobody left to tell but the log.
      detected.catch((error: unknown) => onFault('Failed to detect again under the new catalogue', error));
      await Promise.race([detected, pause(PATIENCE_MS)]);
      return result;
    },
    change: (access, edit, onProgress) =>
      inLine(async () => {
        const { catalogue } = await current();
        await store(access, edit(catalogue));
        await detect(access, onProgress);
      }),
    open: () => inLine(() => detect(system)),
    async settled() {
      await line;
    },
  };
}
