import { parseNodeId } from '#model';
import type { Words } from './columns';
import type { LedgerSearch } from './search';
import type { Told } from './told';

/** The filter of the address in words, one for each condition: 未销号, 责任人 周**, 逾期. */
export function describeFilter(search: LedgerSearch, told: Told, words: Words): string[] {
  const { t, lookup } = told;
  const { state = ['open'], owner, department, journey, kind, due, waiting, recurred, complaint, watcher, q } = search;
  const states = state.includes('any') ? [] : [state.map((one) => (one === 'open' || one === 'any' ? t.isOpen : words.states[one])).join(' / ')];
  return [
    ...states,
    owner && (owner === 'none' ? t.unowned : `${t.owner} ${owner === 'me' ? lookup.person(lookup.me.person.id) : lookup.person(owner)}`),
    department && `${t.ofDepartment} ${lookup.department(department === 'mine' ? lookup.me.person.department : department)}`,
    journey && `${t.journey} ${lookup.names.journey(journey)}`,
    placeName(search, told),
    kind && words.kinds[kind],
    due && t[due],
    waiting && t[waiting],
    recurred && t.recurred,
    complaint && t.complaint,
    watcher && t.watched,
    q && `“${q}”`,
  ].filter((one): one is string => Boolean(one));
}

/** The name of the place that the address narrows to; an id that is none is shown as it is. */
export function placeName({ node, level = 'overview', journey }: LedgerSearch, { lookup: { names } }: Told): string | undefined {
  if (node === undefined) return undefined;
  try {
    const place = parseNodeId(level, node);
    if (place.level === 'overview') return `${names.journey(place.journey)} · ${names.touchpoint(place.touchpoint)}`;
    return `${journey ? names.step(journey, place.step) : place.step} · ${names.touchpoint(place.touchpoint)}`;
  } catch (error) {
    if (error instanceof RangeError) return node;
    throw error;
  }
}
