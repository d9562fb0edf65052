import type { AnnotationTold, NpsAnswer, NpsPeriod, NpsPoint, NpsSeries, NpsTicket } from '#contract';
import type { Day } from '#model';
import type { BandMark, BandPoint } from '#ui';
import type { NpsFormats } from './nps-formats';
import type { npsWords } from './nps-words';

type Words = (typeof npsWords)['zh'];

/** A period of a series with the point that stands for it. */
export interface TrendRow {
  period: NpsPeriod;
  point: NpsPoint;
}

export const trendRows = ({ periods }: Pick<NpsAnswer, 'periods'>, { points }: Pick<NpsSeries, 'points'>): TrendRow[] =>
  periods.flatMap((period, index) => {
    const point = points[index];
    return point ? [{ period, point }] : [];
  });

/** Rows as the chart draws them, each with what its hover says. */
export function bandPoints(rows: readonly TrendRow[], t: Words, formats: NpsFormats): BandPoint[] {
  const { nps, exact, percent, period: write, day } = formats;
  return rows.map(({ period, point }) => ({
    label: write(period.id),
    value: point.nps,
    low: point.low,
    high: point.high,
    open: !period.complete,
    tip: [
      period.complete ? write(period.id) : `${write(period.id)} (${t.upTo(day(period.to))})`,
      ...(point.nps === undefined || point.low === undefined || point.high === undefined ? [t.fewWhy(exact(point.n))] : [`NPS ${nps(point.nps)} · ${t.interval(nps(point.low), nps(point.high))}`, t.n(exact(point.n))]),
      t.parts(exact(point.promoters), exact(point.detractors)),
      ...(point.responseRate === undefined ? [] : [t.responded(percent(point.responseRate))]),
    ],
  }));
}

/** Tickets by their effective days and annotations by their own, in the periods they fall into. What lies outside is left out. */
export function bandMarks(periods: readonly NpsPeriod[], tickets: readonly NpsTicket[], annotations: readonly AnnotationTold[]): BandMark[] {
  const indexOf = (day: Day): number => periods.findIndex(({ from, to }) => from <= day && day <= to);
  return [
    ...tickets.map(({ day, title }): BandMark => ({ index: indexOf(day), label: title, tone: 'ticket' })),
    ...annotations.map(({ day, text }): BandMark => ({ index: indexOf(day), label: text, tone: 'note' })),
  ].filter(({ index }) => index >= 0);
}

/** The tickets that a series shows: those of its journey or touchpoint; all of them on a total. */
export function ticketsOf({ group, tickets }: Pick<NpsAnswer, 'group' | 'tickets'>, { id }: Pick<NpsSeries, 'id'>): NpsTicket[] {
  if (id === 'important' || id === 'all') return tickets;
  if (group === 'journey') return tickets.filter(({ at }) => at.journey === id);
  return group === 'touchpoint' ? tickets.filter(({ at }) => at.touchpoint === undefined || at.touchpoint === id) : tickets;
}

/** The annotations that a series shows: those of its journey, and those of none; all of them on a total. */
export const notesOf = ({ group }: Pick<NpsAnswer, 'group'>, { id }: Pick<NpsSeries, 'id'>, annotations: readonly AnnotationTold[]): AnnotationTold[] =>
  annotations.filter(({ locus }) => group !== 'journey' || id === 'important' || id === 'all' || locus.journey === undefined || locus.journey === id);
