import type { Catalogue, Touchpoint } from './catalogue';
import type { TouchpointId } from './ids';

/**
 * Two touchpoints that are one: what came, or comes, under the names of the first is of the second from now on. Stored events stay as they came,
 * so that `splitTouchpoint` gives them back.
 */
export function mergeTouchpoint(touchpoints: readonly Touchpoint[], from: TouchpointId, into: TouchpointId): Touchpoint[] {
  const merged = touchpoints.find(({ id }) => id === from);
  if (!merged || from === into || !touchpoints.some(({ id }) => id === into)) return [...touchpoints];
  return touchpoints.flatMap((one) => {
    if (one.id === from) return [];
    return [one.id === into ? { ...one, aliases: [...(one.aliases ?? []), from, ...(merged.aliases ?? [])] } : one];
  });
}

/** A name that was merged stands for itself again: beside the touchpoint it was in, and of its kind. */
export function splitTouchpoint(touchpoints: readonly Touchpoint[], alias: TouchpointId): Touchpoint[] {
  return touchpoints.flatMap((one) => {
    if (!one.aliases?.includes(alias)) return [one];
    const { aliases: names, ...rest } = one;
    const others = names.filter((name) => name !== alias);
    return [{ ...rest, ...(others.length > 0 && { aliases: others }) }, { ...rest, id: alias, name: { zh: alias } }];
  });
}

/** The catalogue with these touchpoints changed: one whose id another took for an alias is gone, one with a new id is added. */
export function withTouchpoints<Whole extends Pick<Catalogue, 'touchpoints'>>(catalogue: Whole, changed: readonly Touchpoint[]): Whole {
  const gone = new Set(changed.flatMap(({ aliases = [] }) => aliases));
  const known = new Set(catalogue.touchpoints.map(({ id }) => id));
  const kept = catalogue.touchpoints.filter(({ id }) => !gone.has(id)).map((one) => changed.find(({ id }) => id === one.id) ?? one);
  return { ...catalogue, touchpoints: [...kept, ...changed.filter(({ id }) => !known.has(id) && !gone.has(id))] };
}
