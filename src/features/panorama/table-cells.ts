import type { PanoramaAnswer } from '#contract';
import type { Names } from './names';
import type { Column } from './table-rows';
import type { tableTexts } from './table-texts';
import type { Place } from './url';

/** Name and value of each condition the rows are of, such as 机构 and 广东省分公司. */
export type About = readonly (readonly [name: string, value: string])[];

/** How a table is written to a file: the word for milliseconds, and the zone of its times. */
export interface Writing {
  ms: string;
  zone: string;
}

/** The header of a column in a file: with its unit. */
export const headerOf = ({ header, kind }: Pick<Column<never>, 'header' | 'kind'>, { ms }: Writing): string => (kind === 'ms' ? `${header} (${ms})` : header);

/** The cells of a row in a file, exact: rates and differences in per cent, lengths of time in milliseconds, times as a clock of the zone shows them. */
export const cellsOf = <Row>(columns: readonly Column<Row>[], row: Row, { zone }: Writing): (string | number)[] => columns.map(({ kind, value }) => exactly(kind, value(row), zone));

function exactly(kind: Column<never>['kind'], value: string | number | undefined, zone: string): string | number {
  if (value === undefined) return '';
  if (kind === 'at') return localTime(String(value), zone);
  // Fifteen digits are what a double is sure of: 0.07 × 100 is 7, not 7.000000000000001.
  return typeof value === 'number' && (kind === 'rate' || kind === 'points') ? Number((value * 100).toPrecision(15)) : value;
}

/** @example localTime('2026-11-26T09:02:25.009Z', 'Asia/Shanghai') // '2026-11-26 17:02:25' */
function localTime(at: string, zone: string): string {
  // Swedish writes times as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(Date.parse(at));
}

/** What the numbers of an answer are of: every condition by name. */
export function aboutAnswer(answer: PanoramaAnswer, place: Place, names: Names, t: (typeof tableTexts)['zh']): [name: string, value: string][] {
  const { filter, comparison } = answer;
  const journeys = place.level === 'journey' ? [place.journey] : filter.journeys;
  return [
    [t.level, place.level === 'journey' ? names.journey(place.journey) : t.overview],
    [t.journey, journeys ? journeys.map(names.journey).join('、') : t.all],
    [t.days, `${filter.from} – ${filter.to} (${answer.zone})`],
    [t.organisation, filter.organisation ? names.organisation(filter.organisation) : t.all],
    [t.segment, filter.segment ? names.segment(filter.segment) : t.all],
    ...(comparison ? [comparisonLine(comparison, names, t)] : []),
    [t.asOf, `${localTime(answer.asOf, answer.zone)} (${answer.zone})`],
  ];
}

function comparisonLine({ filter, withoutAbandonment }: NonNullable<PanoramaAnswer['comparison']>, names: Names, t: (typeof tableTexts)['zh']): [name: string, value: string] {
  const parts = [`${filter.from} – ${filter.to}`, filter.organisation && names.organisation(filter.organisation), withoutAbandonment && t.withoutAbandonment];
  return [t.comparison, parts.filter(Boolean).join(' · ')];
}
