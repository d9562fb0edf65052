import { journeyEvent, type CatalogueRules, type EventId, type InstanceId, type JourneyId, type ServiceEvent, type UnknownInCatalogue } from '#model';
import type { AppendOptions, AppendRejection, AppendResult } from '../ports';

/** What a store already holds. */
export interface Stored {
  hasEvent(id: EventId): boolean;
  journeyOf(instance: InstanceId): JourneyId | undefined;
}

const FIELD: Record<UnknownInCatalogue, AppendRejection['field']> = {
  'unknown-journey': 'journey',
  'unknown-step': 'step',
  'unknown-touchpoint': 'touchpoint',
};

/**
 * Decides, in order of arrival, which rows are stored: the first row of an id and the first journey of an instance win, and a rejected
 * row reserves nothing. One object serves the batches that are stored together.
 */
export class Admission {
  readonly #ids = new Set<EventId>();
  readonly #journeys = new Map<InstanceId, JourneyId>();

  constructor(
    readonly stored: Stored,
    readonly rules: CatalogueRules,
  ) {}

  /** @returns the answer for the caller, and the rows to store */
  admit(events: readonly ServiceEvent[], { detection = 'now' }: Pick<AppendOptions, 'detection'>): { result: AppendResult; rows: ServiceEvent[] } {
    const rows: ServiceEvent[] = [];
    const rejected: AppendRejection[] = [];
    let duplicates = 0;
    events.forEach((event, index) => {
      if (this.#ids.has(event.id) || this.stored.hasEvent(event.id)) {
        duplicates++;
        return;
      }
      // Events that wait for their catalogue cannot be checked against it yet.
      const read = detection === 'later' ? undefined : journeyEvent(this.rules, event);
      if (typeof read === 'string') {
        rejected.push({ index, field: FIELD[read], reason: read });
        return;
      }
      const journey = this.#journeys.get(event.instance) ?? this.stored.journeyOf(event.instance) ?? event.journey;
      if (journey !== event.journey) {
        rejected.push({ index, field: 'instance', reason: 'instance-of-another-journey' });
        return;
      }
      this.#ids.add(event.id);
      this.#journeys.set(event.instance, journey);
      rows.push(event);
    });
    return { result: { accepted: rows.length, duplicates, rejected }, rows };
  }
}
