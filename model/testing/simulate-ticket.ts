import { addDays } from '../days';
import { evidencePlan, evidenceTest, type EvidenceVerdict, type TestablePlan } from '../evidence';
import { stepId } from '../ids';
import { DEFAULT_ZONE, zoneOf } from '../zone';
import type { Chance } from './chance';
import { simulateDays, type SimulatedLocus } from './simulate-days';

const EFFECTIVE = '2026-03-02';

/** A ticket in a world where the truth is known. */
export interface SimulatedTicket {
  /** The place before the fix. */
  locus: SimulatedLocus;
  /** Its rate after the fix. */
  fixedRate: number;
  /** Steps beside it, like it before the fix, that nothing happens to. */
  neighbours: number;
}

export interface TestedTicket {
  plan: TestablePlan;
  verdict: EvidenceVerdict;
}

/** One ticket through the product's own plan and test; nothing for one that would need more than 60 days. */
export function simulateTicket(chance: Chance, { locus, fixedRate, neighbours }: SimulatedTicket): TestedTicket | undefined {
  const before = () => simulateDays(chance, locus, addDays(EFFECTIVE, -56), addDays(EFFECTIVE, -1));
  const baseline = before();
  const plan = evidencePlan({ days: baseline, effective: [EFFECTIVE], registeredOn: addDays(EFFECTIVE, -20), settleMs: 0, zone: zoneOf(DEFAULT_ZONE) });
  if ('refused' in plan) throw new Error(`Failed to plan: ${plan.refused}.`);
  if (plan.tooLong) return undefined;
  const after = (rate: number) => simulateDays(chance, { ...locus, rate }, plan.afterFrom, plan.afterTo);
  const beside = Array.from({ length: neighbours }, (_, index) => ({
    step: stepId.parse(`n${index}`),
    baseline: before(),
    after: after(locus.rate),
  }));
  return { plan, verdict: evidenceTest(plan, baseline, after(fixedRate), beside) };
}

/** Many tickets of one kind. */
export interface CloseOuts {
  /** Tickets that reached their test day. */
  tested: TestedTicket[];
  /** Of all tickets, those whose after-window would have been too long. */
  tooLong: number;
  /** Of the tested, those that passed. */
  closed: TestedTicket[];
}

/** Many tickets, one after the other. */
export function simulateTickets(chance: Chance, ticket: SimulatedTicket, replications: number): CloseOuts {
  const tested = Array.from({ length: replications }, () => simulateTicket(chance, ticket)).filter((one) => one !== undefined);
  return { tested, tooLong: replications - tested.length, closed: tested.filter(({ verdict }) => verdict.passed) };
}
