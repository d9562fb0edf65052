import type { TicketRow } from '#contract';
import { type Department, departmentId, journeyId, type Person, personId, stepId, ticketId, TICKET_STATES, touchpointId } from '#model';

/** Tickets of the ledger that is measured. */
export const COUNT = 20_000;

const day = (n: number): string => new Date(Date.UTC(2026, 5, 17 + n)).toISOString().slice(0, 10);
const at = (n: number): string => `${day(-(n % 90))}T03:54:${String(n % 60).padStart(2, '0')}.000Z`;
const titles = ['失败 2 次即转空中客服', '活体检测放宽光线阈值', '借款额度提示前置，给出人工通道', '续期扣款失败 30 分钟内外呼', '理赔影像模糊自动提示重拍', '适老化核验通道（60 岁以上）'];

/** A ticket with something in every column. */
export function sampleTicket(n: number): TicketRow {
  const state = TICKET_STATES[n % TICKET_STATES.length] ?? 'registered';
  const late = (n * 7) % 11 < 3 ? (n % 9) + 1 : 0;
  return {
    id: ticketId.parse(`ZG-${String(n + 1).padStart(5, '0')}`),
    version: 1,
    state,
    title: `${titles[n % titles.length] ?? ''}（${n + 1}）`,
    locus: { journey: journeyId.parse('identity'), step: stepId.parse('face'), ...(n % 2 === 0 && { touchpoint: touchpointId.parse('app') }) },
    measure: 'break-rate',
    important: n % 10 === 0,
    ...(n % 5 !== 0 && { owner: personId.parse(`p${n % 20}`) }),
    department: departmentId.parse(`d${n % 8}`),
    due: day(late > 0 ? -late : n % 40),
    target: 0.01,
    registeredAt: at(n),
    updatedAt: at(n),
    effective: [],
    baseline: { from: day(-80), to: day(-24), days: 56, takenOn: day(-20), hits: 980 + (n % 100), n: 12_000, rate: (980 + (n % 100)) / 12_000, low: 0.07, high: 0.09 },
    measures: { done: n % 4, all: 4 },
    daysLate: late,
    supervisionLevel: 0,
    recurrences: n % 17 === 0 ? 1 : 0,
    testDay: day(14),
    drop: ((n % 60) - 10) / 1_000,
    statutoryDue: day((n % 30) - 3),
    watching: false,
  };
}

export const samplePeople: Person[] = Array.from({ length: 20 }, (_, n) => ({ id: personId.parse(`p${n}`), name: { zh: `周示例${n}` }, department: departmentId.parse(`d${n % 8}`), roles: ['owner'] }));
export const sampleDepartments: Department[] = Array.from({ length: 8 }, (_, n) => ({ id: departmentId.parse(`d${n}`), name: { zh: `核保运营部${n}` } }));
