import { addDays, DAY, type Day, wilson, zoneOf } from '#model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { as, ledgerApp, loanDays, NOW, postEvents, type TestApp, ticketOf } from '../../testing';
import { watchRecurrences } from './watch-recurrences';

const WHO = ['boss', 'head', 'ann', 'bob'] as const;
const FIX: Day = '2026-06-03';
const today = (app: TestApp): Day => zoneOf(app.ports.config.zone).dayOf(app.ports.clock());

/** What somebody, or the time, does to a ticket. */
type Step =
  /** The next move forward, with all that it can bring. */
  | { does: 'push'; who: string }
  | { does: 'move'; who: string; move: string }
  | { does: 'edit'; who: string; fields: Record<string, unknown> }
  | { does: 'bulk'; who: string; owner: string | null }
  | { does: 'wait'; days: number }
  | { does: 'watch' };

const who = fc.constantFrom(...WHO);
const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays(FIX, days));
const fields = fc.oneof(
  fc.record({ owner: fc.option(who) }),
  fc.record({ target: fc.constantFrom(0.001, 0.05, 0.1, 0.3, 0.9, null) }),
  fc.record({ effective: fc.array(fc.record({ touchpoint: fc.constant('app'), day }), { maxLength: 1 }) }),
  fc.record({ measures: fc.array(fc.record({ id: fc.constant('m'), title: fc.constant('m'), state: fc.constantFrom('planned', 'done', 'dropped') }), { maxLength: 1 }) }),
  fc.record({ locus: fc.constantFrom({ journey: 'loan' }, { journey: 'loan', step: 'quote' }, { journey: 'loan', step: 'paid' }) }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ does: fc.constant('push' as const), who }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('move' as const), who, move: fc.constantFrom('assign', 'start', 'submit', 'close', 'return', 'waive', 'recur') }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('edit' as const), who, fields }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('bulk' as const), who, owner: fc.option(who) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 1, arbitrary: fc.constant({ does: 'watch' as const }) },
);

const NEXT: Record<string, string> = { registered: 'assign', assigned: 'start', remediating: 'submit', verifying: 'close' };
const MEASURES = [{ id: 'm', title: 'm', state: 'done' }];

async function take(app: TestApp, id: string, one: Step): Promise<void> {
  const url = `/api/v1/tickets/${id}`;
  if (one.does === 'wait') return app.setNow(app.ports.clock() + one.days * DAY);
  if (one.does === 'watch') return void (await watchRecurrences(app.services, app.services.evidence, app.ports.clock()));
  const { version, state } = ticketOf(await app.json(url, as(one.who)));
  const move = (body: Record<string, unknown>) => app.ask(`${url}/moves`, { ...as(one.who, version), json: body });
  switch (one.does) {
    case 'edit':
      return void (await app.ask(url, { ...as(one.who, version), method: 'PATCH', json: one.fields }));
    case 'bulk':
      return void (await app.ask('/api/v1/tickets/bulk', { ...as(one.who), json: { filter: { ids: [id] }, expected: 1, set: { owner: one.owner } } }));
    case 'move':
      return void (await move({ move: one.move, ...(['return', 'waive'].includes(one.move) && { reason: 'x' }) }));
    case 'push': {
      const next = NEXT[state];
      if (next === undefined) return;
      if (next === 'start') await app.ask(url, { ...as(one.who, version), method: 'PATCH', json: { measures: MEASURES } });
      const { version: newest } = ticketOf(await app.json(url, as(one.who)));
      const brings: Record<string, object> = { assign: { owner: 'ann', department: 'it', due: '2026-07-31', target: 0.1 }, submit: { effective: [{ touchpoint: 'app', day: FIX }] } };
      return void (await app.ask(`${url}/moves`, { ...as(one.who, newest), json: { move: next, ...brings[next] } }));
    }
  }
}

test('no sequence of calls closes a ticket without evidence that passes on its test day, or with one person', { timeout: 300_000 }, async () => {
  const app = await ledgerApp();
  await postEvents(app, loanDays({ from: addDays(FIX, -100), days: 101, perDay: 30, share: 0.4 }));
  await postEvents(app, loanDays({ from: addDays(FIX, 1), days: 40, perDay: 30, share: 0.1 }));
  // Then it is back.
  await postEvents(app, loanDays({ from: addDays(FIX, 41), days: 100, perDay: 30, share: 0.4 }));
  const ended = { closed: 0, waived: 0 };

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
      app.setNow(NOW);
      const { id } = ticketOf(await app.json('/api/v1/tickets', { ...as('boss'), json: { title: 'x', locus: { journey: 'loan', step: 'quote' } } }));
      let before = ticketOf(await app.json(`/api/v1/tickets/${id}`, as('boss')));
      for (const one of steps) {
        await take(app, id, one);
        const after = ticketOf(await app.json(`/api/v1/tickets/${id}`, as('boss')));
        expect(after.version).toBeGreaterThanOrEqual(before.version);
        if (after.state === 'closed' && before.state !== 'closed') {
          ended.closed++;
          expect(before.state).toBe('verifying');
          expect([before.owner, before.submittedBy, before.submittedOwner]).not.toContain(after.closedBy);
          const { plan, evidence } = after;
          if (!plan || plan.tooLong || !evidence) throw new Error('Closed without plan or evidence.');
          expect(plan).toEqual(before.plan);
          expect(plan.testDay <= today(app)).toBe(true);
          expect(evidence.verdict.passed).toBe(true);
          // The numbers it was closed on are those of the days in the store.
          const days = await app.ports.events.locusDays({ actor: { kind: 'system', job: 'test' }, scope: { organisations: 'all' } }, { locus: after.locus, measure: 'break-rate', from: plan.afterFrom, to: plan.afterTo });
          expect(evidence.after).toEqual(days);
          const [hits, n] = [days.reduce((sum, one_) => sum + one_.hits, 0), days.reduce((sum, one_) => sum + one_.n, 0)];
          expect(plan.baselineRate - wilson(hits, n).value).toBeGreaterThanOrEqual(plan.target / 2 - 1e-9);
        }
        if (after.state === 'waived' && before.state !== 'waived') {
          ended.waived++;
          expect(['boss', 'head']).toContain(after.waiver?.by);
          expect(before.owner).not.toBe(after.waiver?.by);
        }
        if (before.state === 'closed' && after.state !== 'closed') {
          expect(one.does).toBe('watch');
          expect(after.recurrences).toHaveLength(before.recurrences.length + 1);
        }
        before = after;
      }
    }),
    { seed: 3, numRuns: 35 },
  );
  // So the property was about something.
  expect(Math.min(ended.closed, ended.waived)).toBeGreaterThan(0);
});
