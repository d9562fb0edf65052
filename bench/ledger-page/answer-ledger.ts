import type { TicketCounts } from '#contract';
import { COUNT, sampleDepartments, samplePeople, sampleTicket } from './sample-tickets';

const reading = { asOf: '2026-06-17T07:00:00.000Z', revision: '1', zone: 'Asia/Shanghai' };
const counts: TicketCounts = {
  open: COUNT, mine: 12, department: 80, late: 300, week: 200, verify: 3, passed: 2, failed: 1, unowned: 400, recurred: 20, waived: 9,
  byState: { registered: COUNT, assigned: 0, remediating: 0, verifying: 0, closed: 0, waived: 0 },
};

const answers: Record<string, (query: URLSearchParams) => unknown> = {
  '/catalogue': () => ({
    touchpoints: [{ id: 'app', name: { zh: 'APP' }, service: 'self', place: 'online', initiative: 'customer', order: 1 }],
    journeys: [{ id: 'identity', name: { zh: '身份核验' }, stages: [{ id: 'check', name: { zh: '核验' } }], steps: [{ id: 'face', stage: 'check', name: { zh: '人脸核验' } }], idleLostMs: 86_400_000 }],
    version: 1,
    discovered: [],
  }),
  '/people': () => ({ items: samplePeople, total: samplePeople.length }),
  '/departments': () => ({ items: sampleDepartments, total: sampleDepartments.length }),
  '/me': () => ({ person: samplePeople[0], canActAs: true }),
  '/views': () => ({ views: [] }),
  '/tickets': (query) => {
    const offset = Number(query.get('offset') ?? 0);
    const limit = Number(query.get('limit') ?? 50);
    return { items: Array.from({ length: Math.min(limit, COUNT - offset) }, (_, n) => sampleTicket(offset + n)), total: COUNT, counts };
  },
};

/** So long (ms) a server takes. */
const TAKES = 15;

/** Answers what the ledger asks, in place of a server: as JSON that has to be read, after a moment. */
export function answerLedger(): void {
  window.fetch = async (input) => {
    const { pathname, searchParams } = new URL(String(input), location.href);
    const answer = answers[pathname.replace('/api/v1', '')];
    await new Promise((resolve) => setTimeout(resolve, TAKES));
    if (!answer) return new Response('{}', { status: 404 });
    return new Response(JSON.stringify({ ...reading, ...(answer(searchParams) as object) }), { headers: { 'content-type': 'application/json' } });
  };
}
