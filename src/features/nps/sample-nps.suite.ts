import type { NpsAgainst, NpsAnswer, NpsChange, NpsFigure, NpsPeriod, NpsPoint, NpsSeries, NpsTicket } from '#contract';
import { journeyId, ticketId } from '#model';

/** Ratings with an NPS, or too few of them for one. */
export const figure = (nps: number | undefined, n = nps === undefined ? 21 : 5_000): NpsFigure => ({ n, promoters: Math.round(n * 0.5), detractors: Math.round(n * 0.2), ...(nps !== undefined && { nps, low: nps - 1, high: nps + 1 }) });

export const month = (id: string, complete = true): NpsPeriod => ({ id, from: `${id}-01`, to: complete ? `${id}-28` : `${id}-17`, complete });

const point = (period: string, nps: number | undefined): NpsPoint => ({ period, ...figure(nps) });

export function change(against: NpsAgainst, before: number | undefined, now: number | undefined, significant = true): NpsChange {
  const delta = before === undefined || now === undefined ? undefined : now - before;
  return { against, period: month('2026-01'), before: figure(before), now: figure(now), ...(delta !== undefined && { delta, low: delta - 1, high: delta + 1, significant }) };
}

/** A series of months from 2026-01 on. */
export function series(id: string, values: readonly (number | undefined)[], changes: readonly NpsChange[] = []): NpsSeries {
  const points = values.map((nps, index) => point(`2026-0${index + 1}`, nps));
  const current = points.at(-1) ?? point('2026-01', undefined);
  return { id, points, current, total: figure(30), changes: [...changes], weighting: { by: 'ratings' } };
}

export const ticket = (id: string, more: Partial<NpsTicket> = {}): NpsTicket => ({
  id: ticketId.parse(id),
  title: `整改 ${id}`,
  state: 'closed',
  locus: { journey: journeyId.parse('renewal') },
  at: { journey: journeyId.parse('renewal') },
  day: '2026-02-10',
  closedOn: '2026-03-01',
  before: { ...figure(38), from: '2026-01-01', to: '2026-02-01' },
  after: { ...figure(40), from: '2026-02-11', to: '2026-03-13' },
  delta: 2,
  significant: true,
  ...more,
});

/** Three months of these series; the last one is not over. */
export const answer = (all: readonly NpsSeries[], more: Partial<NpsAnswer> = {}): NpsAnswer => ({
  asOf: '2026-03-17T07:00:00Z',
  revision: '1',
  zone: 'Asia/Shanghai',
  programme: 'transactional',
  by: 'month',
  group: 'journey',
  filter: { from: '2026-01-01', to: '2026-03-17' },
  least: 30,
  periods: [month('2026-01'), month('2026-02'), month('2026-03', false)],
  series: [...all],
  all: series('all', [30, 30.5, 31]),
  tickets: [],
  ...more,
});
