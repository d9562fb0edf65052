import type { InstanceId } from '#model';
import type { EventStore } from '../ports';
import type { Changes } from './changes';

/** The revision of everything that reads answer, and who hears of it when it moves on. */
export interface Revisions {
  current(): string;
  /** Of what maps are counted from alone: a task that moves on changes no count. */
  ofCounts(): string;
  /** To be called after every write to the event store; with the instances it touched, where they are few and known. */
  moved(instances?: ReadonlySet<InstanceId>): void;
  /** To be called after every write to the desk that reads of the catalogue or of people answer. */
  deskMoved(): void;
  /** To be called after every write of ratings: no map counts them, and no task waits for them. */
  ratingsMoved(): void;
  /** To be called after every write to the ledger. Streams hear of each task and ticket by itself, not of a revision. */
  ledgerMoved(): void;
  /**
   * Called at every write that `moved` or `deskMoved` tells of: more often, and earlier, than streams hear. Without instances, any may be
   * another. @returns stops listening
   */
  subscribe(listener: (instances: ReadonlySet<InstanceId> | undefined) => void): () => void;
}

/** Streams hear of new revisions at most this often: each message makes every open page ask again. */
const QUIET_MS = 1_000;

/** @param run distinguishes this process from the one before: what the desk has written is counted from its start */
export function createRevisions(events: EventStore, changes: Changes, run: string): Revisions {
  let deskWrites = 0;
  let quietUntil = 0;
  let waiting = false;
  let ledgerWrites = 0;
  const ofCounts = () => `${events.revision}.${run}.${deskWrites}`;
  /** What customers said is no count of a map, but pages want to hear of it. */
  const ofReads = () => `${ofCounts()}.${events.ratings.revision}.${events.voice.revision}`;
  const current = () => `${ofReads()}.${ledgerWrites}`;
  let told = ofReads();

  const tell = () => {
    waiting = false;
    const read = ofReads();
    if (read === told) return;
    told = read;
    quietUntil = Date.now() + QUIET_MS;
    changes.publish({ type: 'revision', revision: current() });
  };
  const tellSoon = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(tell, Math.max(0, quietUntil - Date.now()));
  };
  const listeners = new Set<(instances: ReadonlySet<InstanceId> | undefined) => void>();
  const moved = (instances?: ReadonlySet<InstanceId>) => {
    for (const listener of listeners) listener(instances);
    tellSoon();
  };
  return {
    current,
    ofCounts,
    moved,
    ratingsMoved: tellSoon,
    ledgerMoved: () => void ledgerWrites++,
    deskMoved() {
      deskWrites++;
      moved();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
