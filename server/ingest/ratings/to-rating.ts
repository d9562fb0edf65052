import { type MappingProfile, type RatingField, type ReasonCode, type RejectedRow, tellReason } from '#contract';
import { type Catalogue, maskComment, PROGRAMMES, type Programme, type Zone, zoneOf } from '#model';
import type { LogRow } from '../log-row';
import { parseTime } from '../parse-time';
import type { RatingColumns } from './propose-ratings';

export interface ToRating {
  columns: RatingColumns;
  profile: MappingProfile;
  /** Name of the file without `.gz`: rows without an id are known by it. */
  file: string;
  /** Of times without an offset, unless the profile says another. */
  zone: Zone;
  /** Names in a file stand for the ids that the catalogue gives them. */
  catalogue: Catalogue;
}

/** What a row says, as the API would be told it, which is judged next; or why it says nothing. */
export type RatingOfRow = { value: unknown; line: number } | { rejected: RejectedRow };

const PROGRAMME_WORDS: Record<string, Programme> = {
  ...Object.fromEntries(PROGRAMMES.map((one) => [one, one])),
  交易型: 'transactional',
  交易: 'transactional',
  关系型: 'relational',
  关系: 'relational',
};
const MAX_ID = 200;
const MOST = 10;
/** So much of a value is told of a row that is refused. */
const MAX_TOLD = 60;

/** Makes ratings, or invitations, of the rows of one file. An instance is the one that an imported log of its journey calls by that name. */
export function createToRating({ columns, profile, file, zone: local, catalogue }: ToRating): (row: LogRow) => RatingOfRow {
  const { constants = {}, time: { order, zone: zoneId } = {} } = profile;
  const zone = zoneId === undefined ? local : zoneOf(zoneId);
  const empty = new Set(profile.empty);
  const ids = { journey: idsByName(catalogue.journeys), touchpoint: idsByName(catalogue.touchpoints), organisation: idsByName(catalogue.organisations), segment: idsByName(catalogue.segments) };
  const isInvitations = profile.kind === 'invitations';

  return (row) => {
    // Why a row is refused is kept: a comment in a column that was taken for another is masked there too.
    const bad = (field: string, code: ReasonCode, { value: read, ...params }: Record<string, string | number>) => {
      const masked = read === undefined ? params : { ...params, value: maskComment(String(read)).slice(0, MAX_TOLD) };
      return { rejected: { line: row.line, pointer: `/${field}`, ...tellReason(code, masked) } };
    };
    const value = (field: RatingField): string | undefined => {
      const column = columns[field];
      const text = column === undefined ? undefined : row.get(column)?.trim();
      return text === undefined || text === '' || empty.has(text) ? undefined : text;
    };
    const named = (part: keyof typeof ids, text: string | undefined) => (text === undefined ? undefined : (ids[part].get(text) ?? text));
    const time = value('at');
    if (time === undefined) return bad('at', 'value-empty', { column: columns.at ?? 'at' });
    const at = parseTime(time, zone, order);
    if (at === undefined) return bad('at', 'value-no-time', { value: time });
    const journey = named('journey', value('journeyColumn') ?? profile.journey);
    if (journey === undefined) return bad('journey', 'value-empty', { column: columns.journeyColumn ?? 'journey' });
    const said = value('programme')?.toLowerCase() ?? constants.programme ?? 'transactional';
    const programme = PROGRAMME_WORDS[said];
    if (programme === undefined) return bad('programme', 'value-no-outcome', { value: said, options: Object.keys(PROGRAMME_WORDS).join(', ') });
    const measured = isInvitations ? 'invited' : 'score';
    const figure = value(measured);
    if (figure === undefined) return bad(measured, 'value-empty', { column: columns[measured] ?? measured });
    const number = /^\d+(?:\.0+)?$/.test(figure) ? Number(figure) : undefined;
    if (isInvitations) {
      if (number === undefined) return bad(measured, 'value-no-count', { value: figure });
      return { line: row.line, value: { id: value('id'), day: zone.dayOf(at), journey, programme, invited: number } };
    }
    if (number === undefined || number > MOST) return bad(measured, 'cell-no-number', { value: figure, least: 0, most: MOST });
    const instance = value('instance');
    const rating = {
      id: value('id') ?? `${file}#${String(row.line).padStart(8, '0')}-${[value('journeyColumn') ?? profile.journey, time, figure, instance].join('|')}`.slice(0, MAX_ID),
      at: new Date(at).toISOString(),
      journey,
      score: number,
      programme,
      ...(instance !== undefined && { instance: `${journey}:${instance}` }),
      touchpoint: named('touchpoint', value('touchpoint') ?? constants.touchpoint),
      organisation: named('organisation', value('organisation') ?? constants.organisation),
      segment: named('segment', value('segment') ?? constants.segment),
      comment: value('comment'),
    };
    return { line: row.line, value: rating };
  };
}

/** Ids by the names people write, and by themselves, which go first. */
function idsByName(items: readonly { id: string; name: { zh: string; en?: string | undefined } }[]): Map<string, string> {
  const byName = new Map<string, string>();
  for (const { id, name } of items) for (const text of [name.zh, name.en]) if (text !== undefined) byName.set(text, id);
  for (const { id } of items) byName.set(id, id);
  return byName;
}
