import { type Instant, stampOf, type TicketId, zoneOf } from '#model';
import { systemAccess } from '../../ports';
import type { Core } from '../core';
import { auditOfTicket } from './audit-of-ticket';
import type { EvidenceService } from './evidence-service';
import { systemAsker } from './supervise';

const access = systemAccess('test');

/**
 * Notes on each ticket in verification what its test says once the day has come, and anew when late events change it: so that lists can ask who has
 * to close and who has to send back. Safe to run twice. @param ids looks at these tickets alone @returns how many tickets it wrote to
 */
export async function tellTests({ ports, ledger }: Core, evidence: EvidenceService, now: Instant, ids?: readonly TicketId[]): Promise<number> {
  const today = zoneOf(ports.config.zone).dayOf(now);
  let told = 0;
  for await (const before of ports.ledger.eachTicket(access, { states: ['verifying'], ids, asker: systemAsker(today), sort: 'id' })) {
    const { plan, tested } = before;
    if (!plan || plan.tooLong || plan.testDay > today) continue;
    const { tested: test } = await evidence.read(before, now);
    if (!test || (tested?.on === test.testedOn && tested.passed === test.verdict.passed)) continue;
    const next = { ...before, tested: { on: test.testedOn, passed: test.verdict.passed }, version: before.version + 1, updatedAt: stampOf(now) };
    const written = await ledger.write(access, { tickets: [{ next, expected: before.version, from: before }], audit: [auditOfTicket(access, 'test', before, next)] });
    // Changed meanwhile: the next run looks at it again.
    if (written.kind === 'stored') told++;
  }
  return told;
}
