import { pathId, pathReader } from './broken-path';
import { compareIds } from './compare-ids';
import type { DerivedInstance } from './derived-instance';
import { isUnhanded } from './interruption';
import type { Level } from './panorama-counts';
import { levelVisits } from './visits';

/** The interruptions that one path led to. */
export interface Variant {
  /** `pathId` of it. */
  path: string;
  /** Interruptions. */
  count: number;
  instances: number;
  /** Those resolved `lost`: each is a customer lost, since an instance that is has exactly one. */
  lost: number;
  unhanded: number;
}

/** Broken paths, and how many there are of everything: interruptions and losses add up to those of the map. */
export interface VariantCounts {
  /** Paths. */
  total: number;
  count: number;
  lost: number;
  variants: Variant[];
}

/** Most customers lost first, then most interruptions; ties by path. */
export const byLost = (a: Variant, b: Variant): number => b.lost - a.lost || b.count - a.count || compareIds(a.path, b.path);

/** Counts broken paths: the reference that a store must agree with. @param instances those of the filter */
export function countVariants(level: Level, instances: Iterable<DerivedInstance>, { offset, limit }: { offset: number; limit: number }): VariantCounts {
  const read = pathReader(level);
  const variants = new Map<string, Variant>();
  const latest = new Map<Variant, DerivedInstance>();
  const all = { count: 0, lost: 0 };
  for (const instance of instances) {
    const visits = levelVisits(level, instance.detection.visits);
    for (const one of instance.detection.interruptions) {
      const path = pathId(read(instance.journey, visits, one));
      let variant = variants.get(path);
      if (!variant) variants.set(path, (variant = { path, count: 0, instances: 0, lost: 0, unhanded: 0 }));
      variant.count++;
      all.count++;
      if (latest.get(variant) !== instance) variant.instances++;
      latest.set(variant, instance);
      if (isUnhanded(one)) variant.unhanded++;
      if (one.resolution !== 'lost') continue;
      variant.lost++;
      all.lost++;
    }
  }
  return { total: variants.size, ...all, variants: [...variants.values()].toSorted(byLost).slice(offset, offset + limit) };
}
