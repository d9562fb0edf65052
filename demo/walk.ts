import { type Attributes, MINUTE, SECOND } from '#model';
import type { Conditions } from './conditions';
import type { Hazard, Leg, Place, Route } from './insurer';
import { onward } from './onward';
import type { Random } from './random';
import type { Story } from './story';

const MOST_BREAKS = 3;

/** One customer's way through one journey, written into the story: step by step, until done or gone. */
export function walk(story: Story, route: Route, started: Place, day: Conditions, random: Random): void {
  let here = started;
  let before: Leg | undefined;
  for (let index = 0, breaks = 0; index < route.steps; ) {
    const leg = route.legs.get(here)?.[index] ?? route.legs.get(started)?.[index];
    if (!leg || leg.mends) {
      index++;
      continue;
    }
    pause(story, leg, random);
    const hazard = breaks < MOST_BREAKS ? struck(leg, story, day, random) : undefined;
    if (hazard) {
      breaks++;
      suffer(story, route, leg, hazard, before, day, random);
      const way = onward(story, route, leg, hazard.kind, started, random);
      if (way === 'gone') return;
      here = way.place;
      index = way.from;
    } else {
      pass(story, leg, random);
      index++;
    }
    before = leg;
  }
}

function pause(story: Story, leg: Leg, random: Random): void {
  story.at += leg.after * (0.3 + random.wait(0.7));
}

/** The hazard that strikes this attempt, if one does. */
function struck(leg: Leg, story: Story, day: Conditions, random: Random): Hazard | undefined {
  let fate = random.next() / story.customer.friction;
  for (const hazard of leg.hazards) {
    fate -= (day.rates[hazard.slot] ?? 0) * (story.customer.older ? hazard.older : 1);
    if (fate < 0) return hazard;
  }
  return undefined;
}

function pass(story: Story, leg: Leg, random: Random): void {
  if (leg.standard) story.tell(leg.step, leg.place, 'entered');
  story.at += taken(leg, random);
  story.tell(leg.step, leg.place, 'done');
}

/** Time a step takes when all is well: always within its standard. */
const taken = (leg: Leg, random: Random): number => Math.min(leg.takes * (0.35 + random.wait(0.65)), (leg.standard ?? Infinity) * 0.9);

/** Writes down what the break looks like. Afterwards the story's clock stands where somebody may notice it. */
function suffer(story: Story, route: Route, leg: Leg, hazard: Hazard, before: Leg | undefined, day: Conditions, random: Random): void {
  const { step, place, standard } = leg;
  switch (hazard.kind) {
    case 'limit':
    case 'failure': {
      if (standard) story.tell(step, place, 'entered');
      story.at += taken(leg, random);
      const reason = day.incident.get(hazard.slot) ?? hazard.reasons?.pick(random);
      story.tell(step, place, hazard.kind === 'limit' ? 'limited' : 'failed', { reason, attributes: asked(hazard, random) });
      if (hazard.kind === 'failure' && random.chance(0.3)) {
        story.at += 10 * SECOND + random.wait(leg.takes);
        story.tell(step, place, 'failed', { reason });
      }
      return;
    }
    case 'repetition':
      for (let stay = 1; stay <= leg.maxAttempts; stay++) {
        story.tell(step, place, 'entered');
        story.at += 8 * SECOND + random.wait(20 * SECOND);
        if (stay === leg.maxAttempts || !before) return;
        story.tell(before.step, before.place, 'entered');
        story.at += 5 * SECOND + random.wait(12 * SECOND);
      }
      return;
    case 'overrun':
      story.tell(step, place, 'entered');
      story.at += (standard ?? 0) + SECOND + random.wait(MINUTE);
      return;
    case 'abandonment':
      story.tell(step, place, 'entered');
      story.at += route.profile.idleLost + SECOND;
  }
}

function asked({ amount }: Hazard, random: Random): Attributes | undefined {
  if (!amount) return undefined;
  const { limit, upTo } = amount;
  const unit = limit / 30;
  return { requested: limit + unit * Math.ceil((random.next() * (upTo - limit)) / unit), limit };
}
