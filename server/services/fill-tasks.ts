import type { Instant, Person } from '#model';
import { accessOf, everybody } from './acting';
import type { Services } from './services';

/** Of the tasks that rules open for a synthetic company, how many its operators have taken up: one in so many. */
const CLAIMED = 2;
const CONTACTED = 4;

const nothingToRemember = () => undefined;

/** Lets the rules open their tasks, and operators take up some of them: the newest wait. The moves are the product's own. */
export async function fillTasks(services: Services, now: Instant): Promise<void> {
  const { ports, reconciler, tasks } = services;
  await reconciler.reconcile();
  const { catalogue } = await services.catalogue.current();
  const operators = (await everybody(ports.desk)).filter(({ roles }) => roles.includes('operator'));
  const all = { actor: { kind: 'system', job: 'demo' }, scope: { organisations: 'all' } } as const;
  const question = { states: ['open'], visible: 'all', now: new Date(now).toISOString(), sort: 'openedAt' } as const;
  const { items } = await ports.ledger.tasks(all, question, { offset: 0, limit: 200 });
  for (const [index, task] of items.entries()) {
    const person: Person | undefined = operators.find(({ department }) => department === task.department) ?? operators[0];
    if (index % CLAIMED !== 0 || !person) continue;
    const asked = { access: accessOf(person, catalogue.organisations), person, now, remember: nothingToRemember };
    const claimed = await tasks.move(asked, task.id, task.version, { move: 'claim' });
    if (index % CONTACTED === 0) await tasks.move(asked, task.id, claimed.version, { move: 'contact', result: 'no-answer' });
    else await tasks.move(asked, task.id, claimed.version, { move: 'contact', result: 'reached', note: '已说明情况，客户稍后自行继续。' });
  }
}
