import { type BrokenService, interruptionIdOf, type InstanceId, type InterruptionId, parseInterruptionId } from '#model';
import { ProblemError } from '../http/problem-error';
import type { Access, EventStore, StoredStory } from '../ports';

/**
 * The interruption that somebody reports: by its id, or the newest of an instance that has not continued. Whether it is still pending does
 * not matter. Throws `invalid-input` for one that is not there (for whoever asks) or has continued.
 */
export async function findBroken(events: EventStore, access: Access, named: { interruption?: InterruptionId | undefined; instance?: InstanceId | undefined }): Promise<BrokenService> {
  const key = named.interruption === undefined ? undefined : parseInterruptionId(named.interruption);
  const pointer = named.interruption === undefined ? '/instance' : '/interruption';
  const refuse = (reason: string) => new ProblemError('invalid-input', 'There is no interruption to open a task for.', { errors: [{ pointer, reason }] });
  const instance = key?.instance ?? named.instance;
  const story = instance === undefined ? undefined : await events.story(access, instance);
  if (!story) throw refuse(pointer === '/instance' ? `there is no instance "${named.instance}"` : `there is no interruption "${named.interruption}"`);

  const found = story.interruptions.filter(({ kind, anchor }) => !key || (kind === key.kind && story.events[anchor]?.id === key.anchor));
  const unresolved = found.findLast(({ continuedAt }) => continuedAt === undefined);
  if (unresolved) return brokenOf(story, unresolved);
  throw refuse(found.length > 0 ? 'it has continued' : key ? `there is no interruption "${named.interruption}"` : 'it has no interruption');
}

function brokenOf({ instance, events }: StoredStory, { anchor, kind, reason, step, touchpoint, at }: StoredStory['interruptions'][number]): BrokenService {
  const context = events.slice(0, anchor + 1).map(({ initiative: _, ...event }) => event);
  const last = context.at(-1);
  if (!last) throw new RangeError(`Failed to read the interruption of ${instance.id}: the event it hangs on is not there.`);
  const { id, journey, organisation, segment, customer } = instance;
  return { id: interruptionIdOf({ instance: id, kind, anchor: last.id }), instance: id, journey, step, touchpoint, kind, reason, at, organisation, segment, customer, context };
}
