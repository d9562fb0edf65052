import { evidenceAnswer, problem } from '#contract';
import { addDays, type Day, type Instant } from '#model';
import { describe, expect, test } from 'vitest';
import { as, ledgerApp, loanDays, loanEvent, move, postEvents, storeKinds, type TestApp, ticketOf } from '../../testing';
import { tellTests } from './tell-tests';
import { watchRecurrences } from './watch-recurrences';

const REGISTERED: Day = '2026-06-01';
const FIXED: Day = '2026-06-03';

const at = (day: Day): Instant => Date.parse(`${day}T12:00:00+08:00`);
const evidenceOf = async (app: TestApp, id: string, who = 'boss') => evidenceAnswer.parse(await app.json(`/api/v1/tickets/${id}/evidence`, as(who)));
const stateOf = async (app: TestApp, id: string) => ticketOf(await app.json(`/api/v1/tickets/${id}`, as('boss'))).state;
const tell = (app: TestApp) => tellTests(app.services, app.services.evidence, app.ports.clock());
/** How many tickets wait for somebody by what their test says: to close, to send back. */
const verdictsFor = (app: TestApp, who: string) => Promise.all(['passed', 'failed'].map(async (waiting) => (await app.json(`/api/v1/tickets?waiting=${waiting}`, as(who))).total));
const watch = (app: TestApp) => watchRecurrences(app.services, app.services.evidence, app.ports.clock());

/** A ticket in verification whose break went from 40 % to `share` when its fix came, the last day that will be judged, and the day of the test. */
async function verifying(app: TestApp, share: number): Promise<{ id: string; testDay: Day; afterTo: Day }> {
  await postEvents(app, loanDays({ from: addDays(FIXED, -60), days: 60, perDay: 40, share: 0.4 }));
  app.setNow(at(REGISTERED));
  const { id } = ticketOf(await app.json('/api/v1/tickets', { ...as('boss'), json: { title: '试算超限', locus: { journey: 'loan', step: 'quote' } } }));
  await move(app, 'boss', id, { move: 'assign', owner: 'ann', department: 'it', due: '2026-07-31', target: 0.1 });
  const { version } = ticketOf(await app.json(`/api/v1/tickets/${id}`, { ...as('ann', 2), method: 'PATCH', json: { measures: [{ id: 'm', title: '提示前置', state: 'planned' }] } }));
  expect(version).toBe(3);
  await move(app, 'ann', id, { move: 'start' });
  app.setNow(at(FIXED));
  await app.json(`/api/v1/tickets/${id}`, { ...as('ann', 4), method: 'PATCH', json: { measures: [{ id: 'm', title: '提示前置', state: 'done' }], effective: [{ touchpoint: 'app', day: FIXED }] } });
  const submitted = await move(app, 'ann', id, { move: 'submit' });
  if (!submitted.plan || submitted.plan.tooLong) throw new Error('The test of this world fits into 60 days.');
  await postEvents(app, loanDays({ from: FIXED, days: 1, perDay: 40, share: 0.2 }));
  await postEvents(app, loanDays({ from: addDays(FIXED, 1), days: submitted.plan.afterDaysNeeded, perDay: 40, share }));
  const { testDay, afterTo } = submitted.plan;
  return { id, testDay, afterTo };
}

describe.each(storeKinds)('a world on $name', ({ open }) => {
  test('a real fix closes on its test day with a second person, and a relapse reopens the ticket with the chart that shows it', { timeout: 120_000 }, async () => {
    const app = await ledgerApp(open);
    const { id, testDay } = await verifying(app, 0.1);

    app.setNow(at(addDays(testDay, -3)));
    const before = await evidenceOf(app, id);
    expect(before.progress).toMatchObject({ due: false, daysLeft: 3, testDay });
    expect(before.verdict).toBeUndefined();
    expect(before.checks.map(({ state }) => state)).toEqual(['open', 'open', expect.any(String), 'open', 'running', 'open']);
    expect(before.missing.map(({ code }) => code)).toEqual(expect.arrayContaining(['test-day', 'days']));
    const early = await app.ask(`/api/v1/tickets/${id}/moves`, { ...as('boss', 6), json: { move: 'close' } });
    expect(early.status).toBe(409);

    const waiting = async (who: string) => [(await app.json('/api/v1/tickets?waiting=verify', as(who))).total, ((await app.json('/api/v1/tickets', as(who))).counts as { verify: number }).verify];
    expect(await waiting('boss')).toEqual([0, 0]);
    app.setNow(at(testDay));
    expect([await waiting('boss'), await waiting('ann')]).toEqual([[1, 1], [0, 0]]);
    expect(await verdictsFor(app, 'boss')).toEqual([0, 0]);
    expect([await tell(app), await tell(app)]).toEqual([1, 0]);
    expect([await verdictsFor(app, 'boss'), await verdictsFor(app, 'ann')]).toEqual([[1, 0], [0, 0]]);
    const due = await evidenceOf(app, id, 'ann');
    expect(due.verdict).toMatchObject({ passed: true, facts: [{ code: 'improved' }] });
    expect(due.missing).toEqual([{ code: 'other-person-required' }]);
    const own = problem.parse(await (await app.ask(`/api/v1/tickets/${id}/moves`, { ...as('ann', 7), json: { move: 'close' } })).json());
    expect(own.errors?.map(({ code }) => code)).toEqual(['other-person-required']);
    const closed = await move(app, 'bob', id, { move: 'close' });
    expect(closed.tested).toBeUndefined();
    expect(closed).toMatchObject({ state: 'closed', closedBy: 'bob', evidence: { testedOn: testDay, verdict: { passed: true } } });

    // Two weeks as good as after the fix, then back to what it was.
    await postEvents(app, loanDays({ from: testDay, days: 14, perDay: 40, share: 0.1 }));
    app.setNow(at(addDays(testDay, 14)));
    expect(await watch(app)).toBe(0);
    await postEvents(app, loanDays({ from: addDays(testDay, 14), days: 14, perDay: 40, share: 0.4 }));
    app.setNow(at(addDays(testDay, 28)));
    expect((await evidenceOf(app, id)).watch?.raisedOn).toBeDefined();
    expect(await watch(app)).toBe(1);
    expect(await watch(app)).toBe(0);
    const reopened = ticketOf(await app.json(`/api/v1/tickets/${id}`, as('boss')));
    expect(reopened).toMatchObject({ state: 'remediating', version: 9, recurrences: [{ threshold: 8 }] });
    const [recurrence] = reopened.recurrences;
    expect(recurrence?.raisedOn && recurrence.raisedOn > addDays(testDay, 14)).toBe(true);
    expect(recurrence?.path.at(-1)?.cusum).toBeGreaterThanOrEqual(8);
    expect(reopened.history.at(-1)).toEqual({ state: 'remediating', at: recurrence?.at });

    // The old fix proves nothing any more.
    const again = problem.parse(await (await app.ask(`/api/v1/tickets/${id}/moves`, { ...as('ann', 9), json: { move: 'submit' } })).json());
    expect(again.errors).toEqual([expect.objectContaining({ code: 'new-effective-required', params: { day: recurrence?.raisedOn } })]);
    expect(await app.json('/api/v1/tickets?state=open&recurred=true', as('boss'))).toMatchObject({ total: 1, counts: { recurred: 1 } });
  });

  test('a fix that does nothing fails its test, and needs a later effective day for another', { timeout: 120_000 }, async () => {
    const app = await ledgerApp(open);
    const { id, testDay, afterTo } = await verifying(app, 0.4);
    app.setNow(at(testDay));
    const { verdict, missing, checks } = await evidenceOf(app, id);
    expect(verdict?.passed).toBe(false);
    expect(missing).toEqual([{ code: 'evidence-failed' }]);
    expect(checks[0]).toMatchObject({ code: 'effect', state: 'failed' });
    const refused = await app.ask(`/api/v1/tickets/${id}/moves`, { ...as('boss', 6), json: { move: 'close' } });
    expect(refused.status).toBe(409);
    expect([await tell(app), await verdictsFor(app, 'boss')]).toEqual([1, [0, 1]]);

    const returned = await move(app, 'boss', id, { move: 'return', reason: '没有效果' });
    expect(returned).toMatchObject({ state: 'remediating', failedEffective: [{ day: FIXED }], failedUntil: afterTo, returns: [{ evidenceFailed: true }] });
    expect(returned.plan).toBeUndefined();
    // What it failed on stays with it; the days it was taken from are in the audit.
    expect(returned.pastTests).toEqual([{ testedOn: testDay, at: returned.updatedAt, verdict }]);
    const submit = (effective: Day) => app.ask(`/api/v1/tickets/${id}/moves`, { ...as('ann', returned.version), json: { move: 'submit', effective: [{ touchpoint: 'app', day: effective }] } });
    const tooEarly = problem.parse(await (await submit(afterTo)).json());
    expect(tooEarly.errors?.map(({ code }) => code)).toEqual(['new-effective-required']);
    const future = problem.parse(await (await submit(addDays(testDay, 1))).json());
    expect(future.errors?.map(({ code }) => code)).toEqual(['effective-day']);
    expect((await submit(testDay)).status).toBe(200);
  });

  test('late events of the time before the fix, and breaks where the fix is not live, do not reopen', { timeout: 120_000 }, async () => {
    const app = await ledgerApp(open);
    const { id, testDay } = await verifying(app, 0.1);
    app.setNow(at(testDay));
    // Late, between the test and whoever closes on it: the verdict is of what is known when it is closed, and those are the figures kept.
    const first = (await evidenceOf(app, id)).verdict;
    await postEvents(app, loanDays({ from: addDays(FIXED, 3), days: 2, perDay: 60, share: 0.1, touchpoint: 'app' }));
    const second = (await evidenceOf(app, id)).verdict;
    expect(second?.after.n).toBeGreaterThan(first?.after.n ?? Infinity);
    const closed = await move(app, 'boss', id, { move: 'close' });
    const frozen = closed.evidence;
    expect(frozen?.verdict).toEqual(second);
    expect(frozen?.after.reduce((sum, { n }) => sum + n, 0)).toBe(second?.after.n);

    await postEvents(app, loanDays({ from: testDay, days: 40, perDay: 40, share: 0.1 }));
    app.setNow(at(addDays(testDay, 40)));
    // Late, and all of them broken: of the baseline, and of the days after the fix that were judged.
    await postEvents(app, loanDays({ from: addDays(FIXED, -50), days: 10, perDay: 200, share: 1 }));
    await postEvents(app, loanDays({ from: addDays(FIXED, 2), days: 5, perDay: 200, share: 1 }));
    // A channel that opened since, where nothing was mended.
    await postEvents(app, loanDays({ from: testDay, days: 40, perDay: 60, share: 0.9, touchpoint: 'hotline' }));
    expect(await watch(app)).toBe(0);
    expect(await stateOf(app, id)).toBe('closed');
    const { verdict, days, baselineRate } = await evidenceOf(app, id);
    expect(verdict).toEqual(frozen?.verdict);
    expect(baselineRate).toBeCloseTo(frozen?.verdict.baseline.rate ?? 0, 12);
    expect(days.filter(({ window }) => window === 'after').reduce((sum, { n }) => sum + n, 0)).toBe(frozen?.verdict.after.n);
  });

  test('late events of the days after the close count on the day they belong to', { timeout: 120_000 }, async () => {
    const app = await ledgerApp(open);
    const { id, testDay } = await verifying(app, 0.1);
    app.setNow(at(testDay));
    await move(app, 'boss', id, { move: 'close' });
    await postEvents(app, loanDays({ from: testDay, days: 20, perDay: 40, share: 0.1 }));
    app.setNow(at(addDays(testDay, 20)));
    expect(await watch(app)).toBe(0);
    await postEvents(app, loanDays({ from: testDay, days: 8, perDay: 40, share: 1 }));
    expect(await watch(app)).toBe(1);
    const { recurrences } = ticketOf(await app.json(`/api/v1/tickets/${id}`, as('boss')));
    expect(recurrences[0]?.raisedOn && recurrences[0].raisedOn < addDays(testDay, 8)).toBe(true);
  });

  test('every touchpoint of the locus needs its effective day; the days from the first to the last are in neither window', { timeout: 120_000 }, async () => {
    const app = await ledgerApp(open);
    for (const touchpoint of ['app', 'hotline']) await postEvents(app, loanDays({ from: addDays(FIXED, -60), days: 62, perDay: 40, share: 0.4, touchpoint }));
    app.setNow(at(addDays(FIXED, 2)));
    const measures = [{ id: 'm', title: '提示前置', state: 'done' }];
    const { id, baseline } = ticketOf(await app.json('/api/v1/tickets', { ...as('boss'), json: { title: 'x', locus: { journey: 'loan', step: 'quote' }, measures } }));
    expect(baseline?.n).toBe(56 * 80);
    await move(app, 'boss', id, { move: 'assign', owner: 'ann', department: 'it', due: '2026-07-31', target: 0.1 });
    await move(app, 'ann', id, { move: 'start' });
    const half = await app.ask(`/api/v1/tickets/${id}/moves`, { ...as('ann', 3), json: { move: 'submit', effective: [{ touchpoint: 'app', day: addDays(FIXED, -3) }] } });
    expect(problem.parse(await half.json()).errors).toEqual([expect.objectContaining({ code: 'effective-required', params: { touchpoints: 'hotline' } })]);
    const effective = [{ touchpoint: 'app', day: addDays(FIXED, -3) }, { touchpoint: 'hotline', day: FIXED }];
    const { plan } = await move(app, 'ann', id, { move: 'submit', effective });
    expect(plan).toMatchObject({ baselineTo: addDays(FIXED, -4), effectiveFrom: addDays(FIXED, -3), effectiveTo: FIXED, afterFrom: addDays(FIXED, 1) });
    const windows = new Map((await evidenceOf(app, id)).days.map(({ day, window }) => [day, window]));
    expect([-4, -3, -1, 0, 1].map((days) => windows.get(addDays(FIXED, days)))).toEqual(['baseline', 'between', 'between', 'between', 'after']);
  });

  test('breaks that only moved to the next step do not close', { timeout: 120_000 }, async () => {
    const app = await ledgerApp(open);
    const { id, testDay } = await verifying(app, 0.1);
    const verify = (from: Day, days: number, broken: number) =>
      Array.from({ length: days }, (_, index) => addDays(from, index)).flatMap((day) =>
        Array.from({ length: 40 }, (_, loan) => [
          loanEvent(`v${day}-${loan}`, ['verify', 'app', loan < broken ? 'limited' : 'done'], `${day}T11:00:00`),
          loanEvent(`v${day}-${loan}`, ['paid', 'app', 'done'], `${day}T11:05:00`),
        ]).flat(),
      );
    await postEvents(app, verify(addDays(FIXED, -40), 40, 2));
    await postEvents(app, verify(addDays(FIXED, 1), 14, 12));
    app.setNow(at(testDay));
    const { verdict, checks, missing } = await evidenceOf(app, id);
    expect(verdict).toMatchObject({ significant: true, dropEnough: true, displaced: true, passed: false });
    expect(checks.find(({ code }) => code === 'displacement')).toMatchObject({ state: 'failed', params: { steps: 'verify' } });
    expect(missing).toEqual([{ code: 'evidence-failed' }]);
  });
});
