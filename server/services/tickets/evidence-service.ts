import {
  addDays,
  canonicalPlace,
  type Day,
  daysWithin,
  type EffectiveDate,
  type EvidencePlan,
  evidencePlan,
  evidenceProgress,
  type EvidenceRefusal,
  evidenceTest,
  heldPlan,
  type Instant,
  type Locus,
  type LocusDay,
  type Measure,
  type Millis,
  neighbouringSteps,
  type Neighbour,
  pooledDays,
  instantOf,
  journeyRules,
  type RecurrenceWatch,
  recurrenceWatch,
  settleMs,
  type StepId,
  type Ticket,
  type TicketBaseline,
  type TicketEvidence,
  type TouchpointId,
  wilson,
  zoneOf,
  EVIDENCE_RULES,
} from '#model';
import { type LocusQuestion, systemAccess } from '../../ports';
import { createAnswerCache } from '../answer-cache';
import type { Core } from '../core';

/** A ticket's evidence as of a moment. */
export interface ReadEvidence extends TicketEvidence {
  today: Day;
  /** Whole days of the locus, oldest first, from 56 days before the fix (or before today) on. */
  days: LocusDay[];
  /** Start days up to this one no longer change by time alone. */
  settledTo: Day;
  /** Touchpoints of the locus, each of which needs an effective date. */
  touchpoints: TouchpointId[];
  /** Whether `plan` is the one fixed on submission. */
  isFixed: boolean;
}

/** What the data say of tickets. It sees all data whoever asks: a ticket is everybody's, and so is what closes it. */
export interface EvidenceService {
  read(ticket: Ticket, now: Instant): Promise<ReadEvidence>;
  /** The rate at a locus before today; absent where there is no day to take it from. */
  baseline(about: Pick<Ticket, 'locus' | 'measure'>, now: Instant): Promise<TicketBaseline | undefined>;
  /** Of a closed ticket: whether its break came back. */
  watch(ticket: Ticket, now: Instant): Promise<RecurrenceWatch | undefined>;
}

const access = systemAccess('evidence');

type Rate = Extract<Measure, 'break-rate' | 'loss-rate'>;
/** Rates of instances. */
const isRate = (measure: Measure): measure is Rate => measure === 'break-rate' || measure === 'loss-rate';
/** Measures that are a share of something counted day by day: of instances, or of the comments about a place. */
const isShare = ({ measure, locus }: Pick<Ticket, 'measure' | 'locus'>): boolean => isRate(measure) || (measure === 'theme-share' && locus.theme !== undefined);

export function createEvidenceService({ ports: { events, config }, catalogue, maps, revisions, sweeper }: Core): EvidenceService {
  const zone = zoneOf(config.zone);
  const cache = createAnswerCache();

  const journeyOf = async ({ journey }: Locus) => (await catalogue.current()).catalogue.journeys.find(({ id }) => id === journey);

  const settling = async ({ locus, measure }: Pick<Ticket, 'locus' | 'measure'>): Promise<Millis> => {
    const journey = await journeyOf(locus);
    return journey && isRate(measure) ? settleMs({ measure, kind: locus.kind, step: locus.step }, journey) : 0;
  };
  /** The last day that is over and does not change by time alone any more. */
  const settledDay = (now: Instant, ms: Millis): Day => addDays(zone.dayOf(Math.max(0, now - ms)), -1);

  const locusDays = async (question: Omit<LocusQuestion, 'measure'>, measure: Measure): Promise<LocusDay[]> => {
    const { from, to } = question;
    if (from > to) return [];
    // A ticket keeps the names it was registered with; steps and touchpoints may have been merged since.
    const rules = journeyRules((await catalogue.current()).catalogue);
    const locus = canonicalPlace(rules, question.locus);
    const touchpoints = question.touchpoints?.map((one) => rules.touchpoints.get(one)?.id ?? one);
    if (measure === 'theme-share' && locus.theme !== undefined)
      return events.voice.themeDays(access, { journey: locus.journey, theme: locus.theme, touchpoints: touchpoints ?? (locus.touchpoint && [locus.touchpoint]), from, to });
    if (!isRate(measure)) return [];
    const whole = { ...question, locus, ...(touchpoints && { touchpoints }), measure };
    return cache.get(JSON.stringify(['days', whole]), revisions.ofCounts(), () => events.locusDays(access, whole));
  };

  /** Those the locus names, else those visited there in these days. */
  const touchpointsOf = async ({ journey, step, touchpoint }: Locus, from: Day, to: Day): Promise<TouchpointId[]> => {
    if (touchpoint !== undefined) return [touchpoint];
    const { nodes } = await maps.counts(access, { level: 'journey', filter: { journeys: [journey], from, to } });
    return [...new Set(nodes.flatMap((node) => ((step === undefined || node.step === step) && node.visits > 0 ? [node.touchpoint] : [])))].sort();
  };

  const neighbours = async ({ locus, measure }: Ticket, from: Day, to: Day): Promise<Neighbour[]> => {
    const journey = locus.step === undefined ? undefined : await journeyOf(locus);
    // Comments are about a journey and a touchpoint: no step is beside another.
    const steps: StepId[] = journey && locus.step !== undefined && isRate(measure) ? neighbouringSteps(journey, locus.step) : [];
    return Promise.all(
      steps.map(async (step) => {
        const days = await locusDays({ locus: { journey: locus.journey, step, touchpoint: locus.touchpoint, kind: locus.kind }, from, to }, measure);
        return { step, baseline: days, after: days };
      }),
    );
  };

  const draftPlan = (ticket: Ticket, dates: readonly EffectiveDate[], days: LocusDay[], settle: Millis, today: Day): EvidencePlan | EvidenceRefusal | undefined => {
    if (!isShare(ticket)) return undefined;
    const effective = dates.length > 0 ? dates.map(({ day }) => day) : [today];
    return evidencePlan({ days, effective, registeredOn: zone.dayOf(instantOf(ticket.registeredAt)), target: ticket.target, settleMs: settle, zone });
  };

  const read = async (ticket: Ticket, now: Instant): Promise<ReadEvidence> => {
    const today = zone.dayOf(now);
    const settle = await settling(ticket);
    const settledTo = settledDay(now, settle);
    const held = heldPlan(ticket);
    const window = ticket.baseline ?? (ticket.plan ? { from: ticket.plan.baselineFrom, to: ticket.plan.baselineTo } : { from: addDays(today, -EVIDENCE_RULES.baselineDays.most), to: addDays(today, -1) });
    const touchpoints = await touchpointsOf(ticket.locus, window.from, window.to);
    // Where a date is not known yet, the plan is drafted as if the fix came today.
    const dates = [...ticket.effective, ...touchpoints.filter((one) => !ticket.effective.some(({ touchpoint }) => touchpoint === one)).map((touchpoint) => ({ touchpoint, day: today }))];
    const first = held?.effectiveFrom ?? dates.map(({ day }) => day).toSorted()[0] ?? today;
    const from = addDays(first < today ? first : today, -EVIDENCE_RULES.baselineDays.most);
    const live = await locusDays({ locus: ticket.locus, from, to: addDays(today, -1) }, ticket.measure);
    const days = frozenOver(live, ticket);
    const plan = held ?? draftPlan(ticket, dates, daysWithin(days, from, settledTo), settle, today);
    const common = { today, days, settledTo, touchpoints, plan, isFixed: held !== undefined };
    if (ticket.state === 'closed' && ticket.evidence) return { ...common, tested: ticket.evidence };
    if (ticket.state !== 'verifying' || !held || held.tooLong) return common;
    const progress = evidenceProgress(held, days, today);
    if (!progress.due) return { ...common, progress };
    const beside = await neighbours(ticket, held.baselineFrom, held.afterTo);
    const [baseline, after] = [daysWithin(days, held.baselineFrom, held.baselineTo), daysWithin(days, held.afterFrom, held.afterTo)];
    return { ...common, progress, tested: { testedOn: held.testDay, verdict: evidenceTest(held, baseline, after, beside), baseline, after } };
  };

  return {
    async read(ticket, now) {
      await sweeper.sweepIfDue(now);
      return read(ticket, now);
    },
    async baseline({ locus, measure }, now) {
      await sweeper.sweepIfDue(now);
      const today = zone.dayOf(now);
      const settled = settledDay(now, await settling({ locus, measure }));
      const { lastDay = settled } = await events.extent(access, [locus.journey]);
      const to = lastDay < settled ? lastDay : settled;
      const days = (await locusDays({ locus, from: addDays(to, 1 - EVIDENCE_RULES.baselineDays.most), to }, measure)).filter(({ n }) => n > 0);
      const [first, last] = [days[0], days.at(-1)];
      if (!first || !last) return undefined;
      const { successes: hits, n } = pooledDays(days);
      const { value: rate, low, high } = wilson(hits, n);
      return { from: first.day, to: last.day, days: days.length, takenOn: today, hits, n, rate, low, high };
    },
    async watch(ticket, now) {
      const { plan, evidence, state } = ticket;
      if (state !== 'closed' || !evidence || !plan || plan.tooLong) return undefined;
      await sweeper.sweepIfDue(now);
      const to = settledDay(now, await settling(ticket));
      // What has no effective date has no fix that could have come undone.
      const touchpoints = ticket.effective.map(({ touchpoint }) => touchpoint);
      const days = await locusDays({ locus: ticket.locus, from: addDays(plan.afterTo, 1), to, touchpoints }, ticket.measure);
      const { baseline, after, phi } = evidence.verdict;
      return recurrenceWatch({ baseline, after, phi }, days);
    },
  };
}

/** The days of a series, those that were frozen with the ticket as they were then: a late event changes nothing that closed it. */
function frozenOver(live: LocusDay[], { state, evidence, plan }: Ticket): LocusDay[] {
  if (state !== 'closed' || !evidence || !plan || plan.tooLong) return live;
  const { baselineFrom, baselineTo, afterFrom, afterTo } = plan;
  const isFrozen = (day: Day) => (day >= baselineFrom && day <= baselineTo) || (day >= afterFrom && day <= afterTo);
  return [...live.filter(({ day }) => !isFrozen(day)), ...evidence.baseline, ...evidence.after].sort((a, b) => (a.day < b.day ? -1 : 1));
}
