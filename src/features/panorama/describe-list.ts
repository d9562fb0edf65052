import type { Formats, kindWords, resolutionWords, stateWords, carrierWords } from '#ui';
import type { listTexts } from './list-texts';
import type { Names } from './names';
import { placesOfPath, stretchesOf, writePath } from './paths/path-words';
import type { PanoramaSearch } from './search';
import type { Place } from './url';

interface Words {
  kinds: (typeof kindWords)['zh'];
  resolutions: (typeof resolutionWords)['zh'];
  states: (typeof stateWords)['zh'];
  carriers: (typeof carrierWords)['zh'];
  texts: Pick<(typeof listTexts)['zh'], 'everything' | 'unhanded' | 'pending' | 'noReason'>;
}

/** What a list is of, in the words that narrow it: 额度试算 · APP, 规则受限, 未接续. */
export function describeList(search: PanoramaSearch, place: Place, names: Names, words: Words): string {
  const { node, edge, path, of, state, kind, resolution, carrier, reason, handling, listOrganisation, listSegment } = search;
  const parts = [
    node !== undefined && names.node(place, node),
    edge !== undefined && names.edge(place, edge),
    path !== undefined && place.level === 'journey' && writePath(stretchesOf(placesOfPath(path)?.places ?? [], place.journey, names)),
    of !== undefined && names.journey(of),
    state && words.states[state],
    kind && words.kinds[kind],
    reason !== undefined && (reason === '' ? words.texts.noReason : names.reason(reason)),
    resolution && words.resolutions[resolution],
    carrier && words.carriers[carrier],
    handling && words.texts[handling],
    listOrganisation && names.organisation(listOrganisation),
    listSegment && names.segment(listSegment),
  ].filter((part) => typeof part === 'string');
  return parts.length > 0 ? parts.join(' · ') : words.texts.everything;
}

/** How long an instance took, from its first event to its last. */
export const tookOf = ({ startedAt, lastAt }: { startedAt: string; lastAt: string }, { duration }: Pick<Formats, 'duration'>): string =>
  duration(Date.parse(lastAt) - Date.parse(startedAt));
