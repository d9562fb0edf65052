import type { EvidenceAnswer, EvidenceCheck, EvidenceDay } from '#contract';
import { addDays, controlLimits, type ControlPoint, type Day, EVIDENCE_RULES, type LocusDay, overdispersion, type RecurrenceWatch, type Ticket } from '#model';
import type { ReadEvidence } from './evidence-service';

type Told = Omit<EvidenceAnswer, 'asOf' | 'revision' | 'zone' | 'missing'>;

/** A ticket's evidence as the contract tells it. */
export function evidenceTold(ticket: Ticket, read: ReadEvidence, watch: RecurrenceWatch | undefined): Told {
  const { plan, progress, tested, isFixed } = read;
  const known = plan && !('refused' in plan) ? plan : undefined;
  const { days, baselineRate, afterRate } = chart(ticket, read);
  return {
    ticket: ticket.id,
    measure: ticket.measure,
    days,
    baselineRate,
    afterRate,
    effective: ticket.effective,
    touchpoints: read.touchpoints,
    plan: known,
    draft: known !== undefined && !isFixed,
    refusal: plan && 'refused' in plan ? plan : undefined,
    progress: tested ? undefined : progress,
    verdict: tested?.verdict,
    frozen: ticket.state === 'closed' ? ticket.evidence : undefined,
    checks: checksOf(ticket, read),
    watch,
  };
}

/** The windows of a ticket's chart; without any effective day, all days are the baseline it would have today. */
function windowsOf({ effective }: Ticket, { plan, today }: ReadEvidence): (day: Day) => EvidenceDay['window'] {
  const known = plan && !('refused' in plan) ? plan : undefined;
  const days = effective.map(({ day }) => day).toSorted();
  const first = (known && effective.length > 0 ? known.effectiveFrom : days[0]) ?? today;
  const last = (known && effective.length > 0 ? known.effectiveTo : days.at(-1)) ?? today;
  const baselineFrom = known?.baselineFrom ?? addDays(first, -EVIDENCE_RULES.baselineDays.most);
  const afterTo = known && !known.tooLong ? known.afterTo : undefined;
  return (day) => {
    if (day < baselineFrom) return 'before';
    if (day < first) return 'baseline';
    if (day <= last) return 'between';
    return afterTo === undefined || day <= afterTo ? 'after' : 'later';
  };
}

function chart(ticket: Ticket, read: ReadEvidence): { days: EvidenceDay[]; baselineRate: number | undefined; afterRate: number | undefined } {
  const windowOf = windowsOf(ticket, read);
  const within = (window: EvidenceDay['window']): LocusDay[] => read.days.filter(({ day }) => windowOf(day) === window);
  const baseline = within('baseline');
  const phi = (read.plan && !('refused' in read.plan) ? read.plan.phi : undefined) ?? overdispersion(baseline.filter(({ n }) => n > 0).map(({ hits, n }) => ({ successes: hits, n })));
  const before = controlLimits(baseline, phi);
  const after = controlLimits(within('after'), phi);
  const limits = new Map<Day, ControlPoint>([...before.points, ...after.points].map((point) => [point.day, point]));
  const days = read.days.map(({ day, n, hits }): EvidenceDay => {
    const point = limits.get(day);
    return { day, n, hits, low: point?.low, high: point?.high, outside: point?.outside, mature: day <= read.settledTo, window: windowOf(day) };
  });
  return { days, baselineRate: before.centre, afterRate: after.centre };
}

/** The checklist of the close-out: what is judged once, on the test day, stands open until then. */
function checksOf(ticket: Ticket, { plan, progress, tested }: ReadEvidence): EvidenceCheck[] {
  const fixed = plan && !('refused' in plan) && !plan.tooLong ? plan : undefined;
  const verdict = tested?.verdict;
  const judged = (isGood: boolean | undefined): EvidenceCheck['state'] => (isGood === undefined ? 'open' : isGood ? 'done' : 'failed');
  const gathered = (have: number | undefined, need: number | undefined): EvidenceCheck['state'] => {
    if (have === undefined || need === undefined) return 'open';
    // Looked at once, however many there were by then.
    return have >= need || verdict?.passed ? 'done' : verdict ? 'failed' : 'running';
  };
  const [days, instances] = tested
    ? [fixed?.afterDaysNeeded, tested.verdict.after.n]
    : [progress?.days.gathered, progress?.instances.gathered];
  const samples = { ...(instances !== undefined && { have: instances }), ...(fixed && { need: fixed.instancesNeeded }) };
  const window = { ...(days !== undefined && { have: days }), ...(fixed && { need: fixed.afterDaysNeeded }) };
  return [
    { code: 'effect', state: judged(verdict?.significant), params: verdict ? { p: verdict.p, phi: verdict.phi } : { ...(fixed && { day: fixed.testDay }) } },
    { code: 'target', state: judged(verdict?.dropEnough), params: { ...(fixed && { target: fixed.target }), ...(verdict?.drop !== undefined && { drop: verdict.drop }) } },
    { code: 'samples', state: gathered(instances, fixed?.instancesNeeded), params: samples },
    { code: 'displacement', state: judged(verdict && !verdict.displaced), params: { steps: verdict?.displacement.filter(({ significant }) => significant).map(({ step }) => step).join(',') ?? '' } },
    { code: 'days', state: gathered(days, fixed?.afterDaysNeeded), params: window },
    { code: 'second-person', state: ticket.state === 'closed' ? 'done' : 'open', params: { ...(ticket.closedBy && { by: ticket.closedBy }) } },
  ];
}
