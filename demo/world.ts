import type { Instant, InstanceId, ServiceEvent } from '#model';
import { ACTIVITY, type DayNumber, isOpen, kindOf, stampOf, startOf, timeOfDay } from './calendar';
import { conditionsOf } from './conditions';
import { type Customer, someCustomer } from './customer';
import { insurer, type Place, type Route } from './insurer';
import { hasLoanStory, LOAN_STORY_AT, loanStory } from './loan-story';
import { hash, Random } from './random';
import { Story } from './story';
import { walk } from './walk';
import { Weighted } from './weighted';

/** Which world. The same names give the same events, whatever slice of them is asked for. */
export interface World {
  /** @default 'throughline' */
  seed?: string;
  /** Multiplies the volume; 1 is about 150 journeys and 1,000 events a day. @default 1 */
  scale?: number;
}

/**
 * The journeys that start on a day, in the order they start, each as its events in order: a pure function of seed, scale and day.
 * Told lazily and nothing is kept, so memory does not grow with the scale.
 */
export function worldOf({ seed = 'throughline', scale = 1 }: World): (day: DayNumber) => Generator<ServiceEvent[]> {
  const company = insurer();
  const key = hash(seed);
  const routes = new Weighted(company.routes.map((route) => [route, route.profile.perDay]));
  const perDay = company.routes.reduce((sum, route) => sum + route.profile.perDay, 0) * scale;

  return function* tellDay(day) {
    const pulse = new Random(key, day);
    const conditions = conditionsOf(company, seed, day);
    const activity = ACTIVITY[kindOf(day)];
    const count = Math.floor(Math.max(0, perDay * activity.all * (1 + 0.05 * pulse.normal())) + pulse.next());
    let storyToTell = hasLoanStory(day);
    // Sorted start times one by one: the least of n uniform draws, then the least of those left above it, and so on.
    for (let index = 0, left = 1; index < count; index++) {
      left *= (1 - pulse.next()) ** (1 / (count - index));
      const time = timeOfDay(1 - left);
      if (storyToTell && time > LOAN_STORY_AT) {
        storyToTell = false;
        yield loanStory(seed, scale, day);
      }
      const at = startOf(day) + time;
      const random = new Random(key, day, index);
      const route = routes.pick(random);
      const customer = someCustomer(seed, scale, random);
      const story = new Story(instanceOf(day, index), route.journey, customer, at);
      walk(story, route, whereToStart(route, customer, at, activity.offline, random), conditions, random);
      yield story.events;
    }
    if (storyToTell) yield loanStory(seed, scale, day);
  };
}

/** Short and in order of start. Minted here and always valid: parsing each would cost more than telling it. */
const instanceOf = (day: DayNumber, index: number): InstanceId => `${stampOf(day)}-${index.toString(36).padStart(4, '0')}` as InstanceId;

/** A touchpoint that is open then, by the habits of the customer's age and of the day. */
function whereToStart(route: Route, customer: Customer, at: Instant, offline: number, random: Random): Place {
  return new Weighted(
    route.starts.map(([place, weight]) => {
      const liked = (customer.older ? place.older : 1) * (place.offline ? offline : 1);
      return [place, isOpen(at, place.open) ? weight * liked : 0];
    }),
  ).pick(random);
}
