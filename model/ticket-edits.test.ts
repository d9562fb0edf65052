import { expect, test } from 'vitest';
import { type Ticket, ticket as ticketSchema } from './ticket';
import { changedFields, editTicket, missingForEdit, type TicketChange } from './ticket-edits';

const NOW = '2026-06-20T04:00:00.000Z';
const ticketIn = (state: Ticket['state'], more: Record<string, unknown> = {}): Ticket =>
  ticketSchema.parse({
    id: 'ZG-0001', version: 5, state, title: 'x', locus: { journey: 'loan' }, measure: 'break-rate', registeredAt: NOW, owner: 'ann', department: 'it', due: '2026-06-30', target: 0.1,
    measures: [{ id: 'm', title: 'm', state: 'done' }], effective: [{ touchpoint: 'app', day: '2026-06-03' }],
    recurrences: [], returns: [], supervision: [], watchers: ['ann'], instances: [], history: [], updatedAt: NOW, ...more,
  });
const change = (fields: Record<string, unknown>): TicketChange => {
  const whole: Partial<Ticket> = ticketSchema.partial().parse(fields);
  return { ...Object.fromEntries(Object.keys(fields).map((key) => [key, undefined])), ...whole };
};
const refusals = (ticket: Ticket, fields: Record<string, unknown>) => missingForEdit(ticket, change(fields)).map(({ field, missing }) => `${field} ${missing.code}`);

test('what is the same changes nothing', () => {
  expect(changedFields(ticketIn('assigned'), change({ title: 'x', locus: { journey: 'loan' }, description: undefined, owner: 'bob' }))).toEqual(['owner']);
});

test('the locus may change until the ticket is assigned', () => {
  expect(refusals(ticketIn('registered'), { locus: { journey: 'loan', step: 'quote' } })).toEqual([]);
  expect(refusals(ticketIn('assigned'), { locus: { journey: 'loan', step: 'quote' } })).toEqual(['locus state']);
});

test('owner, department, due day and target may go before it is assigned, and then only change', () => {
  const nothing = { owner: undefined, department: undefined, due: undefined, target: undefined };
  expect(refusals(ticketIn('registered'), nothing)).toEqual([]);
  expect(refusals(ticketIn('assigned'), nothing)).toEqual(['owner owner-required', 'department department-required', 'due due-required', 'target target-required']);
  expect(refusals(ticketIn('verifying'), { owner: 'bob', department: 'cx', due: '2026-07-31' })).toEqual([]);
});

test('while it is mended something must be planned, and while it is verified something done', () => {
  const measures = [{ id: 'm', title: 'm', state: 'dropped' }];
  expect(refusals(ticketIn('assigned'), { measures })).toEqual([]);
  expect(refusals(ticketIn('remediating'), { measures })).toEqual(['measures measure-required']);
  expect(refusals(ticketIn('verifying'), { measures: [{ id: 'm', title: 'm', state: 'planned' }] })).toEqual(['measures measure-done-required']);
});

test('effective days stand still in verification, and the target as long as the plan of the test does', () => {
  const plan = { effectiveFrom: '2026-06-03', effectiveTo: '2026-06-03', target: 0.1 };
  expect(refusals(ticketIn('verifying', { plan }), { effective: [{ touchpoint: 'app', day: '2026-06-04' }], target: 0.2 })).toEqual(['effective state', 'target state']);
  expect(refusals(ticketIn('remediating', { plan }), { effective: [{ touchpoint: 'app', day: '2026-06-04' }] })).toEqual([]);
  expect(refusals(ticketIn('remediating', { plan }), { target: 0.2 })).toEqual(['target state']);
  expect(refusals(ticketIn('remediating', { plan, effective: [] }), { target: 0.2 })).toEqual([]);
});

test('of an ended ticket only what goes on may change', () => {
  for (const state of ['closed', 'waived'] as const) {
    expect(refusals(ticketIn(state), { title: 'y', owner: 'bob', due: '2026-07-01' })).toEqual(['title state', 'owner state', 'due state']);
    expect(refusals(ticketIn(state), { important: true, watchers: ['bob'], instances: ['i'], complaint: { reference: 'c', receivedOn: '2026-06-01' } })).toEqual([]);
  }
});

test('whoever comes to own a ticket watches it', () => {
  expect(editTicket(ticketIn('assigned'), change({ owner: 'bob' }), NOW)).toMatchObject({ version: 6, owner: 'bob', watchers: ['ann', 'bob'] });
  expect(editTicket(ticketIn('registered'), change({ owner: undefined }), NOW)).toMatchObject({ owner: undefined, watchers: ['ann'] });
});
