import type { compareQuery } from '#contract';
import { type Catalogue, comparisonWindow, type ComparisonMode, type Filter, organisationsOverlap } from '#model';
import type { z } from 'zod';
import { ProblemError } from '../http/problem-error';
import { unknownName } from './resolve-filter';

/** What a map is compared with. */
export interface ResolvedComparison {
  mode: 'previous' | 'weekdays' | 'custom' | 'organisation';
  filter: Filter;
}

/**
 * The reference window that a query names; none when it compares with nothing. Throws `invalid-input` where it is incomplete, and for an
 * organisation that shares instances with the filter's.
 */
export function resolveComparison(
  catalogue: Catalogue,
  filter: Filter,
  { compare = 'none', compareFrom: from, compareTo: to, compareOrganisation: organisation }: z.output<typeof compareQuery>,
): ResolvedComparison | undefined {
  const errors = unknownName('compareOrganisation', organisation, catalogue.organisations);
  if (compare === 'custom') {
    if (from === undefined) errors.push({ pointer: '?compareFrom', reason: 'compare=custom needs it' });
    if (to === undefined) errors.push({ pointer: '?compareTo', reason: 'compare=custom needs it' });
    if (from !== undefined && to !== undefined && from > to) errors.push({ pointer: '?compareTo', reason: `it lies before compareFrom, ${from}` });
  } else {
    if (from !== undefined) errors.push({ pointer: '?compareFrom', reason: 'only compare=custom reads it' });
    if (to !== undefined) errors.push({ pointer: '?compareTo', reason: 'only compare=custom reads it' });
  }
  if (errors.length > 0) throw new ProblemError('invalid-input', 'The comparison is not valid.', { errors });
  if (compare === 'none' && organisation === undefined) return undefined;
  const period: ComparisonMode['period'] =
    compare === 'none' ? 'same' : compare === 'custom' && from !== undefined && to !== undefined ? { from, to } : compare === 'weekdays' ? 'weekdays' : 'previous';
  const window = comparisonWindow(filter, { period, organisation });
  if (organisation !== undefined && window.from <= filter.to && filter.from <= window.to && organisationsOverlap(catalogue.organisations, filter.organisation, organisation)) {
    const reason = `in the same days, "${organisation}" shares journeys with what it would be compared with, ${filter.organisation === undefined ? 'all organisations' : `"${filter.organisation}"`}: one must not be or lie within the other`;
    throw new ProblemError('invalid-input', 'An organisation cannot be compared with itself, nor with one within it.', { errors: [{ pointer: '?compareOrganisation', reason }] });
  }
  return { mode: compare === 'none' ? 'organisation' : compare, filter: window };
}
