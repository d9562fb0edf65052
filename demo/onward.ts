import { HOUR, type Kind, MINUTE, type ReasonId, reasonId, SECOND, type StepId } from '#model';
import { isOpen, whenOpen } from './calendar';
import { type Leg, type Place, placeOf, type Route } from './insurer';
import type { Random } from './random';
import type { Story } from './story';
import { Weighted } from './weighted';

/** Where the customer stands after a break, or that they are gone. */
export type Onward = 'gone' | { place: Place; from: number };

/** What becomes of a break in self-service: chances; the rest of the customers are gone. */
const CHANCES: Record<Kind, { self: number; handoff: number; detour: number }> = {
  limit: { self: 0.05, handoff: 0.72, detour: 0.13 },
  failure: { self: 0.18, handoff: 0.62, detour: 0.11 },
  repetition: { self: 0.2, handoff: 0.56, detour: 0.12 },
  overrun: { self: 0.42, handoff: 0.4, detour: 0.08 },
  abandonment: { self: 0.1, handoff: 0.45, detour: 0.06 },
};

/** Face to face most breaks are mended on the spot. */
const IN_PERSON = { self: 0.62, handoff: 0.16, detour: 0.05 };

const DETOURS = new Weighted([
  [placeOf('hotline'), 6],
  [placeOf('counter'), 4],
]);

const NO_ANSWER = { missed: 0.24, givenUp: 0.25 };
const MISSED = new Weighted<ReasonId>([
  [reasonId.parse('no-answer'), 4],
  [reasonId.parse('declined'), 1],
]);

/** What the customer and the company do about a break, written into the story. */
export function onward(story: Story, route: Route, leg: Leg, kind: Kind, started: Place, random: Random): Onward {
  const chances = leg.place.assisted ? IN_PERSON : CHANCES[kind];
  let fate = random.next();
  if ((fate -= chances.self) < 0) return recover(story, leg, kind, random);
  if ((fate -= chances.detour) < 0) return detour(story, route, leg, kind, random);
  if ((fate -= chances.handoff * (route.profile.care?.[leg.place.key] ?? 1)) < 0) return handOff(story, route, leg, kind, started, random);
  return 'gone';
}

/** The customer tries again, by and by, and gets through. */
function recover(story: Story, leg: Leg, kind: Kind, random: Random): Onward {
  story.at += kind === 'abandonment' ? random.wait(6 * HOUR) : 15 * SECOND + random.wait(leg.takes + 40 * SECOND);
  story.tell(leg.step, leg.place, 'done');
  return { place: leg.place, from: leg.index + 1 };
}

/** The customer rings 95519 or walks to a counter on their own. */
function detour(story: Story, route: Route, leg: Leg, kind: Kind, random: Random): Onward {
  const place = DETOURS.pick(random);
  const mend = mendAt(route, leg, place);
  if (place === leg.place || !mend) return recover(story, leg, kind, random);
  story.at = whenOpen(story.at + 4 * MINUTE + random.wait(place.offline ? 14 * HOUR : 2 * HOUR), place.open, random.wait(HOUR));
  story.tell(mend.step, place, 'entered', { by: 'customer' });
  story.at += MINUTE + random.wait(4 * MINUTE);
  if (random.chance(0.12)) return 'gone';
  story.tell(mend.step, place, 'done', { by: 'customer' });
  return { place, from: mend.index + 1 };
}

/** The company picks the customer up: from the page at once, or by calling later. */
function handOff(story: Story, route: Route, leg: Leg, kind: Kind, started: Place, random: Random): Onward {
  const { place, success } = route.carriers.pick(random);
  const mend = mendAt(route, leg, place);
  if (place === leg.place || !mend) return recover(story, leg, kind, random);
  if (kind !== 'abandonment' && isOpen(story.at, place.open) && random.chance(place.realtime)) {
    story.at += 5 * SECOND + random.wait(25 * SECOND);
  } else {
    story.at = whenOpen(story.at + 8 * MINUTE + random.wait(3 * HOUR), place.open, random.wait(HOUR));
    if (!reached(story, mend.step, place, random)) return 'gone';
  }
  story.tell(mend.step, place, 'entered', { by: 'company' });
  story.at += MINUTE + random.wait(mend.takes + MINUTE);
  if (!random.chance(success)) return 'gone';
  story.tell(mend.step, place, 'done', { by: 'company' });
  return { place: random.chance(place.returns) ? started : place, from: mend.index + 1 };
}

/** Calls until somebody answers, or nobody tries any longer. */
function reached(story: Story, step: StepId, place: Place, random: Random): boolean {
  while (random.chance(NO_ANSWER.missed)) {
    story.tell(step, place, 'failed', { by: 'company', reason: MISSED.pick(random) });
    if (random.chance(NO_ANSWER.givenUp)) return false;
    story.at = whenOpen(story.at + HOUR + random.wait(2 * HOUR), place.open, random.wait(HOUR));
  }
  return true;
}

/** The step by which a person there mends a break of this leg: the one made for it (or the same), else the next one walked there. */
const mendAt = (route: Route, leg: Leg, place: Place): Leg | undefined => {
  const legs = route.legs.get(place);
  return legs?.[leg.mendedBy] ?? legs?.find((one) => one !== undefined && one.index >= leg.index);
};
