import { getTask, getTasks, patchTask, postTask, postTaskMove } from '#contract';
import { handoffTask, type HandoffTask, type Instant, type Person, stampOf, TASK_STATES, type TaskState, UNFINISHED_TASK_STATES } from '#model';
import { z } from 'zod';
import type { Binder } from '../http/bind';
import { requiredVersion, versionTag } from '../http/if-match';
import { once } from '../http/once';
import type { TaskQuestion } from '../ports';
import { nextCursor, offsetOf } from '../services/cursor';
import { placeOfNode } from '../services/place-of-node';
import type { Services } from '../services/services';
import { taskTold } from '../services/task-told';
import { visibleOrganisations } from '../stores/visible-organisations';

const PAGE = 50;
/** Overdue comes with the time: for so long an answer is true although nothing changed. */
const TRUE_FOR_MS = 1_000;

const reported = z.object({ task: handoffTask, duplicate: z.boolean() });

export function bindTasks(bind: Binder, { catalogue, ports, tasks }: Services): void {
  bind.question(getTasks, async ({ access, person, now, query: { state, level, node, sort = 'urgency', limit, cursor, ...query } }) => {
    const { organisations } = (await catalogue.current()).catalogue;
    const visible = visibleOrganisations(access.scope, organisations);
    const place = placeOfNode({ level, node, journey: query.journey });
    const question: TaskQuestion = { ...query, states: statesOf(state), place, me: person.id, visible, now: stampOf(now), sort };
    const page = { offset: offsetOf(cursor), limit: limit ?? PAGE };
    return {
      about: [query, question.states, place, sort, page, person.id, person.roles, Math.floor(now / TRUE_FOR_MS)],
      answer: async () => {
        const [{ total, items }, counted] = await Promise.all([
          ports.ledger.tasks(access, question, page),
          ports.ledger.taskCounts(access, { me: person.id, visible, now: question.now }),
        ]);
        const { open, claimed, contacted } = counted.byState;
        const { overdue, mine, unassigned } = counted;
        return {
          items: items.map((task) => taskTold(task, person, now)),
          total,
          nextCursor: nextCursor(page.offset + items.length, total),
          counts: { unfinished: open + claimed + contacted, open, claimed, contacted, overdue, mine, unassigned },
        };
      },
    };
  });

  const told = (task: HandoffTask, person: Person, now: Instant, headers: Record<string, string>) => {
    headers.etag = versionTag(task.version);
    return { task: taskTold(task, person, now) };
  };

  bind.action(getTask, async ({ access, person, now, params: { id }, headers }) => told(await tasks.find(access, id), person, now, headers));

  bind.action(postTask, async (asked) => {
    const { person, now, body, headers } = asked;
    const { task, duplicate } = await once(ports.ledger, asked, reported, (remember) => tasks.report({ ...asked, remember }, body));
    return { ...told(task, person, now, headers), duplicate };
  });

  bind.action(patchTask, async (asked) => {
    const { person, now, body, headers, request, params } = asked;
    const version = requiredVersion(request);
    return told(await once(ports.ledger, asked, handoffTask, (remember) => tasks.patch({ ...asked, remember }, params.id, version, body)), person, now, headers);
  });

  bind.action(postTaskMove, async (asked) => {
    const { person, now, body, headers, request, params } = asked;
    const version = requiredVersion(request);
    return told(await once(ports.ledger, asked, handoffTask, (remember) => tasks.move({ ...asked, remember }, params.id, version, body)), person, now, headers);
  });
}

/** The states that a filter names; all unfinished ones where it names none. */
function statesOf(asked: readonly (TaskState | 'unfinished' | 'all')[] = ['unfinished']): TaskState[] {
  const named = new Set(asked.flatMap((one) => (one === 'all' ? TASK_STATES : one === 'unfinished' ? UNFINISHED_TASK_STATES : one)));
  return TASK_STATES.filter((state) => named.has(state));
}
