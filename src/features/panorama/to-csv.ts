import type { PanoramaAnswer } from '#contract';
import { writeCsv } from '#ui';
import type { Names } from './names';
import type { Column } from './table-rows';
import type { tableTexts } from './table-texts';
import type { Place } from './url';

/**
 * A table as CSV: first what the numbers are of, a blank line, the headers, the rows. Numbers are exact: rates and differences in per cent, times in milliseconds.
 *
 * @param about name and value of each condition, such as 机构 and 广东省分公司
 */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[], about: readonly (readonly [name: string, value: string])[], ms: string): string {
  const header = columns.map(({ header: name, kind }) => (kind === 'ms' ? `${name} (${ms})` : name));
  const body = rows.map((row) => columns.map((column) => exactly(column.kind, column.value(row))));
  return writeCsv([...about, [], header, ...body]);
}

function exactly(kind: Column<never>['kind'], value: string | number | undefined): string | number {
  if (value === undefined) return '';
  // Fifteen digits are what a double is sure of: 0.07 × 100 is 7, not 7.000000000000001.
  return typeof value === 'number' && (kind === 'rate' || kind === 'points') ? Number((value * 100).toPrecision(15)) : value;
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
    [t.asOf, answer.asOf],
  ];
}

function comparisonLine({ filter, withoutAbandonment }: NonNullable<PanoramaAnswer['comparison']>, names: Names, t: (typeof tableTexts)['zh']): [name: string, value: string] {
  const parts = [`${filter.from} – ${filter.to}`, filter.organisation && names.organisation(filter.organisation), withoutAbandonment && t.withoutAbandonment];
  return [t.comparison, parts.filter(Boolean).join(' · ')];
}
