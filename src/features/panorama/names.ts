import { type Catalogue, parseEdgeId, parseNodeId } from '#model';
import { catalogueNames, type CatalogueNames, type Language } from '#ui';
import type { Place } from './url';

/** The catalogue's names in one language, and those of what stands on the map. */
export interface Names extends CatalogueNames {
  /** A place of the map: 保单借款 · APP on the overview, 额度试算 · APP inside a journey. */
  node: (place: Place, id: string) => string;
  /** What an edge joins: 额度试算 · APP → 人工补额 · 空中客服. */
  edge: (place: Place, id: string) => string;
}

export function namesOf(catalogue: Catalogue, language: Language): Names {
  const names = catalogueNames(catalogue, language);
  const node = (place: Place, id: string): string =>
    orItself(id, () => {
      const parts = parseNodeId(place.level, id);
      const first = parts.level === 'overview' ? names.journey(parts.journey) : place.level === 'journey' ? names.step(place.journey, parts.step) : parts.step;
      return `${first} · ${names.touchpoint(parts.touchpoint)}`;
    });
  return {
    ...names,
    node,
    edge: (place, id) =>
      orItself(id, () => {
        const edge = parseEdgeId(place.level, id);
        return edge.kind === 'loss' ? node(place, edge.from) : `${node(place, edge.from)} → ${node(place, edge.to)}`;
      }),
  };
}

/** An id from the address may be no id at all: then it is shown as it is. */
function orItself(id: string, read: () => string): string {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return id;
    throw error;
  }
}
