import { CARRIERS, type JourneyId, type JourneyPeriod, KINDS, type NpsUnit, RESOLUTIONS } from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import { count } from './conditions';
import { question, selectNumbers, selectTogether } from './select';
import type { Terms } from './terms';

const MONTH = `(year(DATE '1970-01-01' + day) - 1970) * 12 + month(DATE '1970-01-01' + day) - 1`;
const PERIODS: Record<NpsUnit, string> = { month: MONTH, quarter: `(${MONTH}) // 3`, week: '(day + 3) // 7' };

/** How many started. @param where the filter */
export async function readStarted(connection: DuckDBConnection, terms: Terms, unit: NpsUnit, where: string): Promise<Pick<JourneyPeriod, 'period' | 'journey' | 'instances'>[]> {
  const columns = { period: PERIODS[unit], journey: 'journey', instances: 'count(*)' };
  const rows = await selectNumbers(connection, columns, `FROM instances WHERE ${where} GROUP BY ${PERIODS[unit]}, journey`);
  return rows.map(({ period, journey, instances }) => ({ period, journey: terms.text<JourneyId>(journey), instances }));
}

/** What `countJourneyPeriods` of the model counts. @param where the filter */
export async function readJourneyPeriods(connection: DuckDBConnection, terms: Terms, unit: NpsUnit, where: string): Promise<JourneyPeriod[]> {
  const key = { period: PERIODS[unit], journey: 'journey' };
  const rest = (table: string, and = 'true') => `FROM ${table} WHERE ${where} AND ${and} GROUP BY ${key.period}, journey`;
  const { instances, interruptions, visits } = await selectTogether(connection, {
    instances: question({ ...key, instances: 'count(*)' }, rest('instances')),
    interruptions: question(
      {
        ...key,
        interrupted: 'count(DISTINCT instance_no)',
        toHand: count(`resolution <> ${RESOLUTIONS.indexOf('self')} AND is_pending = 0`),
        handed: count(`carrier = ${CARRIERS.indexOf('handoff')}`),
        waitingMs: 'coalesce(quantile_cont(CASE WHEN carrier >= 0 THEN carrier_at - at_ms END, 0.5), -1)',
      },
      rest('interruptions', `kind <> ${KINDS.indexOf('abandonment')}`),
    ),
    visits: question({ ...key, visits: 'count(*)', returns: 'count(*) - sum(is_first_here)' }, rest('step_visits')),
  });
  const name = ({ period, journey }: { period: number; journey: number }) => `${period} ${journey}`;
  const broken = new Map(interruptions.map((row) => [name(row), row]));
  const visited = new Map(visits.map((row) => [name(row), row]));
  return instances.map((row) => {
    const { interrupted = 0, toHand = 0, handed = 0, waitingMs = -1 } = broken.get(name(row)) ?? {};
    const { visits: all = 0, returns = 0 } = visited.get(name(row)) ?? {};
    return {
      period: row.period,
      journey: terms.text<JourneyId>(row.journey),
      instances: row.instances,
      interrupted,
      toHand,
      handed,
      visits: all,
      returns,
      ...(waitingMs >= 0 && { waitingMs }),
    };
  });
}
