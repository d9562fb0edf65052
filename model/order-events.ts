import { compareIds } from './compare-ids';
import type { ServiceEvent } from './service-event';

/** The order of events in an instance: by (`at`, `id`), whatever the order of arrival. For `sort`. */
export const compareEvents = (a: Pick<ServiceEvent, 'at' | 'id'>, b: Pick<ServiceEvent, 'at' | 'id'>): number =>
  a.at - b.at || compareIds(a.id, b.id);
