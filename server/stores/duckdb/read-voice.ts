import { type Band, bandOf, canonicalPlace, dayNumber, dayOfNumber, KINDS, type LocusDay, PROGRAMMES, SENTIMENTS, type ThemeDay, type ThemeId, type JourneyId, type TouchpointId } from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Scope, StoredComment, ThemeDaysQuestion, VoiceFacets, VoiceQuestion, VoiceSort } from '../../ports';
import { inFilter, inScope, isOfTouchpoints, isOneOf, type Vocabulary } from './conditions';
import { itemAt } from './item-at';
import { termOf } from './read-rows';
import { NEVER } from './schema';
import { question, selectNumbers, selectTexts, selectTogether } from './select';

/** The only texts that go into the SQL. DuckDB knows no escapes in quotation marks but the doubled one. */
const literal = (text: string): string => `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;

/** That a phrase is in a text; small letters are made only where the phrase has any. */
const holds = (phrase: string): string => `contains(${phrase === phrase.toUpperCase() ? 'text' : 'lower(text)'}, ${literal(phrase)})`;

/** Bands by their scores, as `bandOf` has them. */
const scoresOf = (band: Band): number[] => Array.from({ length: 11 }, (_, score) => score).filter((score) => bandOf(score) === band);

/** Every condition on the row itself; what a journey broke at is asked apart. */
function inVoice(vocabulary: Vocabulary, scope: Scope, { filter, programme, touchpoints, band, score, sentiment, theme, phrases = [] }: VoiceQuestion): string {
  const themed = (id: string) => `(${['theme_1', 'theme_2', 'theme_3'].map((column) => isOneOf(vocabulary, column, [id])).join(' OR ')})`;
  return [
    inFilter(vocabulary, scope, filter),
    programme !== undefined && `programme = ${PROGRAMMES.indexOf(programme)}`,
    touchpoints && touchpoints.length > 0 && isOfTouchpoints(vocabulary, touchpoints),
    band !== undefined && `score IN (${scoresOf(band).join(', ')})`,
    score !== undefined && `score = ${score}`,
    sentiment !== undefined && `sentiment = ${SENTIMENTS.indexOf(sentiment)}`,
    theme !== undefined && (theme === 'none' ? 'theme_1 < 0' : themed(theme)),
    ...phrases.map(holds),
  ]
    .filter(Boolean)
    .join(' AND ');
}

/** The last break of the comments' instances that began before the comment. @param where the comments */
const brokenBefore = (where: string): string =>
  `SELECT v.rating_no, arg_max(x.kind, (x.at_ms, x.ordinal)) AS kind, arg_max(x.step, (x.at_ms, x.ordinal)) AS step, arg_max(x.touchpoint, (x.at_ms, x.ordinal)) AS place
    FROM (SELECT rating_no, journey, instance, at_ms FROM voice WHERE ${where} AND instance <> '') v
    JOIN known_instances k ON k.id = v.instance AND k.journey = v.journey
    JOIN interruptions x ON x.instance_no = k.instance_no AND x.at_ms <= v.at_ms GROUP BY 1`;

/** From where the comments of a question come; `b` says where they broke, where that is asked. */
function fromVoice(vocabulary: Vocabulary, scope: Scope, asked: VoiceQuestion, withBreaks = false): string {
  const where = inVoice(vocabulary, scope, asked);
  const { kind, step } = asked;
  if (kind === undefined && step === undefined && !withBreaks) return `FROM voice WHERE ${where}`;
  const conditions = [
    kind !== undefined && (kind === 'any' ? 'kind >= 0' : kind === 'none' ? 'kind IS NULL' : `kind = ${KINDS.indexOf(kind)}`),
    step !== undefined && isOneOf(vocabulary, 'step', [step]),
  ].filter(Boolean);
  return `FROM (SELECT * FROM voice WHERE ${where}) LEFT JOIN (${brokenBefore(where)}) USING (rating_no) WHERE ${conditions.join(' AND ') || 'true'}`;
}

const ORDERS: Record<VoiceSort, string> = { '-at': 'at_ms DESC', at: 'at_ms', score: 'score, at_ms DESC', '-score': 'score DESC, at_ms DESC' };

/** A page of comments, and how many there are. */
export async function readComments(connection: DuckDBConnection, vocabulary: Vocabulary, scope: Scope, asked: VoiceQuestion, page: { sort: VoiceSort; offset: number; limit: number }): Promise<{ total: number; items: StoredComment[] }> {
  const from = fromVoice(vocabulary, scope, asked);
  const { all, page: numbers } = await selectTogether(connection, {
    all: question({ total: 'count(*)' }, from),
    page: question({ no: 'rating_no' }, `${from} ORDER BY ${ORDERS[page.sort]}, rating_no DESC LIMIT ${page.limit} OFFSET ${page.offset}`),
  });
  const found = await commentsOf(
    connection,
    vocabulary,
    numbers.map(({ no }) => no),
  );
  return { total: all[0]?.total ?? 0, items: numbers.flatMap(({ no }) => found.get(no) ?? []) };
}

/** The newest comments corrected by hand. */
export async function readCorrected(connection: DuckDBConnection, vocabulary: Vocabulary, scope: Scope, limit: number): Promise<StoredComment[]> {
  const numbers = await selectNumbers(connection, { no: 'rating_no' }, `FROM voice WHERE corrected_at < 'Infinity' AND ${inScope(vocabulary, scope)} ORDER BY corrected_at DESC, rating_no LIMIT ${limit}`);
  const found = await commentsOf(
    connection,
    vocabulary,
    numbers.map(({ no }) => no),
  );
  return numbers.flatMap(({ no }) => found.get(no) ?? []);
}

/** One comment by its id. */
export async function readComment(connection: DuckDBConnection, vocabulary: Vocabulary, scope: Scope, id: string): Promise<{ no: number; comment: StoredComment } | undefined> {
  const [row] = await selectNumbers(connection, { no: 'rating_no' }, `FROM voice WHERE id = ${literal(id)} AND ${inScope(vocabulary, scope)}`);
  const comment = row && (await commentsOf(connection, vocabulary, [row.no])).get(row.no);
  return row && comment && { no: row.no, comment };
}

const NUMBERS = ['rating_no', 'at_ms', 'day', 'journey', 'touchpoint', 'organisation', 'segment', 'programme', 'score', 'sentiment', 'theme_1', 'theme_2', 'theme_3', 'version', 'corrected_at'] as const;
const TEXTS = ['id', 'text', 'instance', 'corrected_by'] as const;

/** Whole comments by their numbers. */
async function commentsOf(connection: DuckDBConnection, { terms, rules }: Vocabulary, numbers: readonly number[]): Promise<Map<number, StoredComment>> {
  if (numbers.length === 0) return new Map();
  const where = `rating_no IN (${numbers.join(', ')})`;
  // Times are beyond what DuckDB writes without an exponent, unless they are whole numbers.
  const columns = [...NUMBERS.map((name) => (name === 'at_ms' ? 'at_ms::BIGINT' : name)), ...TEXTS];
  const rows = await selectTexts(connection, `SELECT ${columns.map((column) => `${column}::VARCHAR`).join(', ')} FROM voice WHERE ${where}`);
  const breaks = await selectNumbers(
    connection,
    { no: 'v.rating_no', known: 'count(*)', kind: 'coalesce(any_value(b.kind), -1)', step: 'coalesce(any_value(b.step), -1)', place: 'coalesce(any_value(b.place), -1)' },
    `FROM voice v JOIN known_instances k ON k.id = v.instance AND k.journey = v.journey LEFT JOIN (${brokenBefore(where)}) b USING (rating_no) WHERE v.${where} GROUP BY v.rating_no`,
  );
  const broken = new Map(breaks.map((one) => [one.no, one]));
  return new Map(
    rows.map((cells) => {
      const [no = 0, at = 0, day = 0, journey = 0, touchpoint = -1, organisation = -1, segment = -1, programme = 0, score = 0, sentiment = 0, first = -1, second = -1, third = -1, version = 0] = cells.map(Number);
      const correctedAt = Number(cells[NUMBERS.indexOf('corrected_at')]);
      const [id = '', text = '', instance = '', by = ''] = cells.slice(NUMBERS.length);
      const here = broken.get(no);
      const comment: StoredComment = {
        // The ids of a row are those that were stored in it.
        id: id as StoredComment['id'],
        version,
        at,
        day: dayOfNumber(day),
        journey: terms.text(journey),
        touchpoint: canonicalPlace(rules, { journey: terms.text<JourneyId>(journey), touchpoint: termOf<TouchpointId>(terms, touchpoint) }).touchpoint,
        organisation: termOf(terms, organisation),
        segment: termOf(terms, segment),
        programme: itemAt(PROGRAMMES, programme),
        score,
        text,
        themes: [first, second, third].flatMap((code) => termOf<ThemeId>(terms, code) ?? []),
        sentiment: itemAt(SENTIMENTS, sentiment),
        corrected: Number.isFinite(correctedAt) && correctedAt < NEVER ? { by: by as NonNullable<StoredComment['corrected']>['by'], at: correctedAt } : undefined,
        instance: here ? (instance as StoredComment['instance']) : undefined,
        broke: here && here.kind >= 0 ? { kind: itemAt(KINDS, here.kind), step: terms.text(here.step), touchpoint: terms.text(here.place) } : undefined,
      };
      return [no, comment];
    }),
  );
}

/** How many comments are of each kind. */
export async function readFacets(connection: DuckDBConnection, vocabulary: Vocabulary, scope: Scope, asked: VoiceQuestion): Promise<VoiceFacets> {
  const { terms } = vocabulary;
  const rows = await selectNumbers(
    connection,
    { sentiment: 'sentiment', score: 'score', journey: 'journey', kind: 'coalesce(kind, -1)', step: 'coalesce(step, -1)', place: 'coalesce(place, -1)', count: 'count(*)' },
    `${fromVoice(vocabulary, scope, asked, true)} GROUP BY ALL`,
  );
  const by = <Key>(keyOf: (row: (typeof rows)[number]) => Key): Map<Key, number> => {
    const counts = new Map<Key, number>();
    for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + row.count);
    return counts;
  };
  const facet = <Id>(counts: Map<Id, number>) => [...counts].map(([id, count]) => ({ id, count }));
  return {
    sentiments: facet(by(({ sentiment }) => itemAt(SENTIMENTS, sentiment))),
    bands: facet(by(({ score }) => bandOf(score))),
    journeys: facet(by(({ journey }) => terms.text(journey))),
    kinds: facet(by(({ kind }) => (kind < 0 ? ('none' as const) : itemAt(KINDS, kind)))),
    places: [...by(({ journey, step, place }) => `${journey} ${step} ${place}`)].flatMap(([key, count]) => {
      const [journey = -1, step = -1, place = -1] = key.split(' ').map(Number);
      return step < 0 ? [] : { journey: terms.text(journey), step: terms.text(step), touchpoint: terms.text(place), count };
    }),
  };
}

/** Per day, all comments and those of each theme. */
export async function readThemeDays(connection: DuckDBConnection, vocabulary: Vocabulary, scope: Scope, asked: VoiceQuestion): Promise<ThemeDay[]> {
  const { terms } = vocabulary;
  const from = fromVoice(vocabulary, scope, asked);
  const negative = `count(*) FILTER (WHERE sentiment = ${SENTIMENTS.indexOf('negative')})`;
  // A comment without a theme is in the list of its first one, which is none.
  const themed = `FROM (SELECT day, sentiment, unnest(CASE WHEN theme_1 < 0 THEN [-1] ELSE list_filter([theme_1, theme_2, theme_3], lambda code: code >= 0) END) AS theme ${from})`;
  const { days, themes } = await selectTogether(connection, {
    days: question({ day: 'day', total: 'count(*)' }, `${from} GROUP BY day`),
    themes: question({ day: 'day', theme: 'theme', count: 'count(*)', negative }, `${themed} GROUP BY day, theme`),
  });
  const byDay = new Map(days.map(({ day, total }): [number, ThemeDay] => [day, { day: dayOfNumber(day), total, themes: [] }]));
  for (const { day, theme, ...counts } of themes) byDay.get(day)?.themes.push({ theme: termOf<ThemeId>(terms, theme), ...counts });
  return [...byDay].sort(([a], [b]) => a - b).map(([, day]) => day);
}

/** Day by day, the comments a ticket about a theme is measured by. */
export async function readTicketDays(connection: DuckDBConnection, vocabulary: Vocabulary, scope: Scope, { journey, touchpoints, theme, from, to }: ThemeDaysQuestion): Promise<LocusDay[]> {
  const where = [
    inScope(vocabulary, scope),
    `day BETWEEN ${dayNumber(from)} AND ${dayNumber(to)}`,
    isOneOf(vocabulary, 'journey', [journey]),
    touchpoints ? isOfTouchpoints(vocabulary, touchpoints) : 'true',
  ].join(' AND ');
  const hit = ['theme_1', 'theme_2', 'theme_3'].map((column) => isOneOf(vocabulary, column, [theme])).join(' OR ');
  const rows = await selectNumbers(connection, { day: 'day', n: 'count(*)', hits: `count(*) FILTER (WHERE ${hit})` }, `FROM voice WHERE ${where} GROUP BY day ORDER BY day`);
  return rows.map(({ day, n, hits }) => ({ day: dayOfNumber(day), n, hits }));
}
