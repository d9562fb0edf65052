import { type Instant, moveTicket, stampOf, zoneOf } from '#model';
import { systemAccess } from '../../ports';
import type { Core } from '../core';
import { auditOfTicket } from './audit-of-ticket';
import type { EvidenceService } from './evidence-service';
import { systemAsker } from './supervise';

const access = systemAccess('recurrence');

/**
 * 复发: reopens each closed ticket whose break came back, with the chart that shows it. Recomputed from the series each time, so that a late event counts on
 * the day it belongs to. Safe to run twice: what is reopened is closed no more. @returns how many it reopened
 */
export async function watchRecurrences({ ports, ledger }: Core, evidence: EvidenceService, now: Instant): Promise<number> {
  const today = zoneOf(ports.config.zone).dayOf(now);
  let reopened = 0;
  for await (const ticket of ports.ledger.eachTicket(access, { states: ['closed'], asker: systemAsker(today), sort: 'id' })) {
    const watch = await evidence.watch(ticket, now);
    if (watch?.raisedOn === undefined) continue;
    const { raisedOn, reference, unit, threshold, path } = watch;
    const at = stampOf(now);
    const context = { now: at, today, touchpoints: [], evidence: {} };
    const moved = moveTicket(ticket, { move: 'recur', recurrence: { raisedOn, at, reference, unit, threshold, path } }, context);
    if (moved.kind === 'refused') continue;
    const written = await ledger.write(access, { tickets: [{ next: moved.ticket, expected: ticket.version, from: ticket }], audit: [auditOfTicket(access, 'recur', ticket, moved.ticket)] });
    // Changed meanwhile: the next run looks at it again.
    if (written.kind === 'stored') reopened++;
  }
  return reopened;
}
