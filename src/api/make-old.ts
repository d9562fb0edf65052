import type { StreamMessage } from '#contract';
import type { QueryClient } from '@tanstack/react-query';
import { type ChangesWith, isOldAfter } from './changes-with';
import { pace } from './pace';

/** While data trickles in, the map is asked again at most this often (ms). */
const REVISION_PACE = 10_000;
/** So often (ms), at most, the map is asked for its marks while tasks and tickets move. */
const MARKS_PACE = 1_500;
/** So often (ms), at most, lists of tasks or tickets are asked again. */
const LIST_PACE = 500;

/** Marks old in the cache what a message of the stream says has changed; what is on screen is then asked again. */
export interface MakeOld {
  (message: StreamMessage): void;
  /** Forgets what it has not yet marked. */
  cancel(): void;
}

export function createMakeOld(queries: QueryClient): MakeOld {
  const revision = pace(() => invalidate(queries, 'revision'), REVISION_PACE);
  const marks = pace(() => invalidate(queries, 'marks'), MARKS_PACE);
  const work = { task: gather(queries, 'task'), ticket: gather(queries, 'ticket') };
  const makeOld = (message: StreamMessage) => {
    switch (message.type) {
      case 'hello':
        return;
      case 'revision':
        return revision();
      case 'import':
        return void invalidate(queries, 'import');
      case 'settings':
        return void invalidate(queries, 'settings', new Set([message.of]));
      case 'task':
      case 'ticket':
        work[message.type].add(message.id);
        return marks();
      case 'resync':
        return void queries.invalidateQueries();
    }
  };
  const cancel = () => [revision, marks, work.task, work.ticket].forEach((one) => one.cancel());
  return Object.assign(makeOld, { cancel });
}

/** Asks again for whatever is made of the data. */
export const refreshData = (queries: QueryClient): Promise<void> => invalidate(queries, 'revision');

const invalidate = (queries: QueryClient, change: ChangesWith, subjects?: ReadonlySet<string>): Promise<void> =>
  queries.invalidateQueries({ predicate: ({ meta }) => isOldAfter(meta, change, subjects) });

/** Marks old the lists of tasks or tickets, and those that changed, several at once when many change. */
function gather(queries: QueryClient, change: 'task' | 'ticket') {
  let changed = new Set<string>();
  const flush = pace(() => {
    const subjects = changed;
    changed = new Set();
    return invalidate(queries, change, subjects);
  }, LIST_PACE);
  const add = (id: string) => {
    changed.add(id);
    flush();
  };
  return { add, cancel: flush.cancel };
}
