import type { compareQuery, filterQuery, Level } from '#contract';
import { type Maturity, maturityOf, zoneOf } from '#model';
import type { z } from 'zod';
import type { Asked } from '../http/bind';
import type { MapAsked } from './map-reader';
import { resolveComparison } from './resolve-comparison';
import { requireOneJourney, resolveFilter } from './resolve-filter';
import type { Core } from './core';

type MapQuery = { level?: Level | undefined } & z.output<typeof filterQuery> & Partial<z.output<typeof compareQuery>>;

export interface AskedMap extends MapAsked {
  maturity: Maturity;
  /** What an answer about this map depends on, beside the revision and the scope. */
  about: unknown[];
}

/** What a map's query asks, with its defaults filled in. Throws `invalid-input`. */
export async function mapQuestion(services: Core, { access, now, query }: Pick<Asked<unknown, MapQuery, unknown>, 'access' | 'now' | 'query'>): Promise<AskedMap> {
  const { version, catalogue } = await services.catalogue.current();
  const level = query.level ?? 'overview';
  const filter = await resolveFilter(services.ports, { access, catalogue, now }, query);
  requireOneJourney(level, filter);
  const comparison = resolveComparison(catalogue, filter, query);
  const zone = zoneOf(services.ports.config.zone);
  const maturity = maturityOf(catalogue, filter, zone, now);
  const reference = comparison && maturityOf(catalogue, comparison.filter, zone, now);
  return { access, catalogue, level, filter, comparison, now, maturity, about: [version, level, filter, comparison, maturity, reference] };
}
