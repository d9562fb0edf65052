import {
  type Attributes,
  DAY,
  type EventId,
  type Initiative,
  type Instant,
  type InstanceId,
  type JourneyId,
  type Outcome,
  type ReasonId,
  type ServiceEvent,
  type StepId,
} from '#model';
import type { Customer } from './customer';
import type { Place } from './insurer';

/** No journey is told longer than this; so whoever wants the events of a day need only look this far back. */
export const LONGEST_DAYS = 21;

interface More {
  reason?: ReasonId | undefined;
  /** Who started the contact, where it matters. */
  by?: Initiative;
  attributes?: Attributes | undefined;
}

/** The events of one instance as they are written down, in order; `at` is the customer's clock. */
export class Story {
  readonly events: ServiceEvent[] = [];
  readonly #latest: Instant;

  constructor(
    readonly instance: InstanceId,
    readonly journey: JourneyId,
    readonly customer: Customer,
    public at: Instant,
  ) {
    this.#latest = at + (LONGEST_DAYS - 1) * DAY;
  }

  tell(step: StepId, place: Place, outcome: Outcome, more: More = {}): void {
    this.at = Math.round(this.at);
    if (this.at > this.#latest) return;
    const number = this.events.length + 1;
    this.events.push({
      // Minted here and always valid. Two digits keep an instance's events in order; no walk comes near a hundred.
      id: `${this.instance}.${number < 10 ? '0' : ''}${number}` as EventId,
      instance: this.instance,
      journey: this.journey,
      step,
      touchpoint: place.id,
      outcome,
      at: this.at,
      reason: more.reason,
      initiative: more.by === place.initiative ? undefined : more.by,
      customer: this.customer.id,
      organisation: this.customer.organisation,
      segment: this.customer.segment,
      attributes: more.attributes,
    });
  }
}
