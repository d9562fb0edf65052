import { type CatalogueRules, type ExperienceCounts, type InvitedCount, type JourneyId, type NpsUnit, PROGRAMMES, type RatingCount, type RatingFilter, STATES, type TouchpointId } from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { RatingQuestion, Scope } from '../../ports';
import { count, inFilter, isOfTouchpoints, type Vocabulary } from './conditions';
import { itemAt } from './item-at';
import { question, selectNumbers, selectTogether } from './select';

/** The number of the period a row lies in, as `periodNumber` of the model has it. */
const PERIODS: Record<NpsUnit, string> = { month: 'month', quarter: 'month // 3', week: '(day + 3) // 7' };

const BANDS = { n: 'count(*)', promoters: count('score >= 9'), detractors: count('score <= 6') };

/** That a rating is in the filter and the scope. */
function inRatings(vocabulary: Vocabulary, scope: Scope, { programme, touchpoints, ...filter }: RatingFilter): string {
  const ofTouchpoints = touchpoints?.length ? [isOfTouchpoints(vocabulary, touchpoints)] : [];
  return [`programme = ${PROGRAMMES.indexOf(programme)}`, inFilter(vocabulary, scope, filter), ...ofTouchpoints].join(' AND ');
}

/** One scan of a few narrow columns, whatever is asked. */
export async function readRatingCounts(connection: DuckDBConnection, vocabulary: Vocabulary, scope: Scope, { unit, filter, group }: RatingQuestion): Promise<RatingCount[]> {
  const { terms, rules } = vocabulary;
  const columns = { period: PERIODS[unit], journey: 'journey', key: group ?? '-1', ...BANDS };
  const grouped = [columns.period, 'journey', ...(group === undefined ? [] : [group])].join(', ');
  const rows = await selectNumbers(connection, columns, `FROM ratings WHERE ${inRatings(vocabulary, scope, filter)} GROUP BY ${grouped}`);
  const counts = rows.map(({ journey, key, ...all }): RatingCount => ({ ...all, journey: terms.text<JourneyId>(journey), key: key < 0 ? '' : terms.text(key) }));
  return group === 'touchpoint' ? ofMerged(counts, rules) : counts;
}

/** What came under several names of one touchpoint, together. */
function ofMerged(counts: readonly RatingCount[], { touchpoints }: CatalogueRules): RatingCount[] {
  const together = new Map<string, RatingCount>();
  for (const one of counts) {
    // A key is the id of a touchpoint, or empty.
    const key = touchpoints.get(one.key as TouchpointId)?.id ?? one.key;
    const name = JSON.stringify([one.period, one.journey, key]);
    const { n, promoters, detractors } = together.get(name) ?? { n: 0, promoters: 0, detractors: 0 };
    together.set(name, { ...one, key, n: n + one.n, promoters: promoters + one.promoters, detractors: detractors + one.detractors });
  }
  return [...together.values()];
}

/** Invitations know journeys and days only. */
export async function readInvited(connection: DuckDBConnection, vocabulary: Vocabulary, { unit, filter: { journeys, from, to, programme } }: Pick<RatingQuestion, 'unit' | 'filter'>): Promise<InvitedCount[]> {
  const where = `programme = ${PROGRAMMES.indexOf(programme)} AND ${inFilter(vocabulary, { organisations: 'all' }, { journeys, from, to })}`;
  const rows = await selectNumbers(connection, { period: PERIODS[unit], journey: 'journey', invited: 'sum(invited)' }, `FROM invitations WHERE ${where} GROUP BY ${PERIODS[unit]}, journey`);
  return rows.map(({ period, journey, invited }) => ({ period, journey: vocabulary.terms.text<JourneyId>(journey), invited }));
}

/** Ratings that name a stored instance of their journey, by its state. */
export async function readExperience(connection: DuckDBConnection, vocabulary: Vocabulary, scope: Scope, filter: RatingFilter): Promise<ExperienceCounts> {
  const where = inRatings(vocabulary, scope, filter);
  const linked = `(SELECT journey, instance, score FROM ratings WHERE ${where} AND instance <> '') r
    JOIN known_instances k ON k.id = r.instance AND k.journey = r.journey
    JOIN instances i ON i.instance_no = k.instance_no`;
  const { all, states } = await selectTogether(connection, {
    all: question({ ratings: 'count(*)' }, `FROM ratings WHERE ${where}`),
    states: question({ state: 'i.state', ...BANDS }, `FROM ${linked} GROUP BY i.state`),
  });
  return {
    ratings: all[0]?.ratings ?? 0,
    linked: states.reduce((sum, { n }) => sum + n, 0),
    states: states.map(({ state, ...counts }) => ({ state: itemAt(STATES, state), ...counts })),
  };
}
