import { DAY, detect, HOUR, type Instant, type Invitation, type InvitationId, journeyEvent, type JourneyId, journeyRules, MINUTE, type OrganisationId, type Programme, type Rating, type RatingId, type SegmentId, type ServiceEvent, type TouchpointId, touchpointId } from '#model';
import { ACTIVITY, type DayNumber, dateOf, dayOf, kindOf, stampOf, startOf, timeOfDay } from '../calendar';
import { demoCatalogue } from '../catalogue';
import { type Customer, someCustomer } from '../customer';
import { entriesOf } from '../entries-of';
import { HISTORY } from '../generate';
import { JOURNEYS } from '../journeys';
import { ORGANISATIONS } from '../organisations';
import { hash, Random } from '../random';
import { Weighted } from '../weighted';
import { type World, worldOf } from '../world';
import { commentOf } from './comment';
import { levelOf, monthNumber, RATED, type RatedJourney, RELATIONAL, volumeOf } from './level';
import { ScoreMeter } from './meter';

/** How far back ratings reach: three whole years before this month. */
const MONTHS = 36;
const COMMENTED = 0.11;
/** One in so many who were asked answers. */
const RESPONSE = 0.061;
/** How those who met with something rate, against their journey. */
const BETTER: Record<'smooth' | 'recovered' | 'handed' | 'detoured' | 'lost', number> = { smooth: 2, recovered: -14, handed: -6, detoured: -27, lost: -58 };
/** Provinces where more breaks are happier with less. */
const LEAN = 0.35;
/** A running demo asks about journeys that started so lately. */
const RECENT = 8 * DAY;
/** By then a journey has ended, one way or another. */
const ENDED = 90 * DAY;
/** Likewise of single scores, in points of NPS. */
const ALIKE = 12;
/** Those who met with a break answer so much more often. */
const VEXED = 1.6;
const PEOPLE = 5_000;

const friction = new Map<string, number>(ORGANISATIONS.map((one) => [one.id, one.friction]));

export interface Feedback extends World {
  /** No rating is later. */
  until: Instant;
  /** The first instances that ratings can be about started on its day. @default 400 days before `until`, or a week before `since` */
  from?: Instant;
  /**
   * Only what is given after it, as a running demo goes on: scores are drawn at the level of their month, for what the month has come to so far is not
   * known. Who has told of a window before tells the same ratings again.
   */
  since?: Instant;
  /** How many ratings, against a tenth of a million a year: the instances they are about are not multiplied. @default 1 */
  share?: number;
}

/** What customers answered, lazily and by day; and, once all of it is told, how many were asked. */
export interface DemoFeedback {
  ratings: Iterable<Rating>;
  invitations(): Invitation[];
}

/** The ratings and invitations of the demo insurer: synthetic, like all of it. */
export function demoFeedback({ until, since = -Infinity, from = Number.isFinite(since) ? since - RECENT : until - HISTORY, share = 1, seed = 'throughline', scale = 1 }: Feedback): DemoFeedback {
  const asked = new Map<string, { day: DayNumber; journey: JourneyId; programme: Programme; answered: number }>();
  const tell = function* (): Generator<Rating> {
    for (const rating of ratingsOf({ until, since, from, share, seed, scale })) {
      if (rating.at <= since) continue;
      const day = dayOf(rating.at);
      const name = `${day}/${rating.journey}/${rating.programme}`;
      const known = asked.get(name);
      if (known) known.answered++;
      else asked.set(name, { day, journey: rating.journey, programme: rating.programme, answered: 1 });
      yield rating;
    }
  };
  return {
    ratings: tell(),
    invitations: () =>
      [...asked.values()].map(({ day, journey, programme, answered }) => {
        const swing = 1 + 0.06 * new Random(hash(`${seed}/asked/${journey}`), day).normal();
        // Minted here and always valid.
        return { id: `demo-${stampOf(day)}-${journey}-${programme}${Number.isFinite(since) ? `-${since}` : ''}` as InvitationId, day: dateOf(day), journey, programme, invited: Math.max(answered, Math.round((answered / RESPONSE) * swing)) };
      }),
  };
}

/** Where an unknown customer was served, as weights. */
const places = new Map(JOURNEYS.map(({ id, starts }) => [id, new Weighted<TouchpointId>(entriesOf(starts).map(([key, weight]) => [touchpointId.parse(key), weight]))]));

function* ratingsOf({ until, since, from, share, seed, scale }: Required<Feedback>): Generator<Rating> {
  const catalogue = demoCatalogue();
  const rules = journeyRules(catalogue);
  const world = worldOf({ seed, scale });
  const present = monthNumber(dayOf(until));
  const key = hash(`${seed}/ratings`);
  const meters = new Map<string, ScoreMeter>();
  const meterOf = (journey: string, rated: RatedJourney, month: number, programme: Programme): ScoreMeter => {
    const name = `${journey}/${month}/${programme}`;
    let meter = meters.get(name);
    if (!meter) meters.set(name, (meter = new ScoreMeter(levelOf(seed, journey, rated, month, present) - (programme === 'relational' ? RELATIONAL.below : 0))));
    return meter;
  };

  // Who answers without a known journey is only a home and an age: some thousands of them are as good as all.
  const somebody = new Random(key);
  const people: Customer[] = Array.from({ length: PEOPLE }, () => someCustomer(seed, scale, somebody));

  const isLive = Number.isFinite(since);
  for (let day = isLive ? dayOf(from) : firstDayOf(present - MONTHS, dayOf(until)); day <= dayOf(until); day++) {
    const month = monthNumber(day);
    const stamp = stampOf(day);
    const activity = ACTIVITY[kindOf(day)].all;
    if (day >= dayOf(from)) {
      let number = 0;
      for (const events of world(day)) {
        const random = new Random(key, day, number++);
        const rating = aboutInstance(events, random);
        if (rating) yield rating;
      }
    }
    if (isLive && day < dayOf(since)) continue;
    for (const { id } of catalogue.journeys) {
      const rated = RATED[id];
      if (!rated) continue;
      for (const programme of ['transactional', 'relational'] as const) {
        const ofDay = new Random(key ^ hash(`${id}/${programme}`), day);
        const mean = (rated.monthly / 30.4) * share * scale * volumeOf(month, present) * activity * (programme === 'relational' ? RELATIONAL.share : 1);
        const count = Math.floor(mean + ofDay.next());
        const meter = meterOf(id, rated, month, programme);
        for (let index = 0; index < count; index++) {
          // What comes later in a running demo must not depend on where a window ends.
          const random = isLive ? new Random(key ^ hash(`${id}/${programme}/${index}`), day) : ofDay;
          const customer = people[Math.floor(random.next() * PEOPLE)] ?? someCustomer(seed, scale, random);
          const at = Math.round(startOf(day) + timeOfDay(random.next()));
          const touchpoint = programme === 'transactional' ? places.get(id)?.pick(random) : undefined;
          const score = isLive ? meter.after(random, ALIKE * (1 - customer.friction)) : meter.next(random, LEAN * (1 - customer.friction));
          if (at > until) continue;
          yield told({ id: `demo-${stamp}-${id}-${isLive ? 'live-' : ''}${programme === 'relational' ? 'r' : 't'}${index}`, at, day, journey: id, score, programme, touchpoint, organisation: customer.organisation, segment: customer.segment, random });
        }
      }
    }
  }

  /** The rating of somebody whose journey has ended, if they answer. */
  function aboutInstance(events: readonly ServiceEvent[], random: Random): Rating | undefined {
    // A running demo lets each journey come to its end first, so that what is told does not depend on when it is asked.
    const existing = isLive ? events : events.filter(({ at }) => at <= until);
    const [first, last] = [existing[0], existing.at(-1)];
    const rated = first && RATED[first.journey];
    const rule = first && rules.journeys.get(first.journey);
    if (!first || !last || !rated || !rule) return undefined;
    const mood = random.next() / Math.min(1, share);
    if (mood > rated.answers * VEXED) return undefined;
    const read = existing.flatMap((event) => {
      const known = journeyEvent(rules, event);
      return typeof known === 'string' ? [] : [known];
    });
    const found = detect(rule, read, isLive ? last.at + ENDED : until);
    if (!found.exists || found.state === 'active' || mood > rated.answers * (found.state === 'smooth' ? 1 : VEXED)) return undefined;
    const at = Math.round(last.at + (found.state === 'lost' ? random.wait(1.5 * DAY) : MINUTE + random.wait(3 * HOUR)));
    if (at > until) return undefined;
    const { state } = found;
    const day = dayOf(at);
    const lean = ALIKE * (1 - (friction.get(first.organisation ?? '') ?? 1));
    const score = meterOf(first.journey, rated, monthNumber(day), 'transactional').after(random, BETTER[state] + lean);
    const id = `demo-${first.instance}`;
    const { journey, instance, organisation, segment } = first;
    return told({ id, at, day, journey, instance, score, programme: 'transactional', touchpoint: last.touchpoint, organisation, segment, state, random });
  }

  function told({ random, day, state, ...one }: Told): Rating {
    const { journey, touchpoint, score } = one;
    const comment = one.programme === 'transactional' && random.chance(COMMENTED) ? commentOf({ journey, touchpoint, score, day, state: state === 'smooth' || state === 'recovered' ? undefined : state }, dayOf(until), random) : undefined;
    // Minted here and always valid. The template is part of the id, so that what a comment is about is known.
    const id = (comment ? `${one.id}-c${comment.template}` : one.id) as RatingId;
    return { ...one, id, journey: journey as JourneyId, ...(comment && { comment: comment.text }) };
  }
}

interface Told {
  id: string;
  at: Instant;
  day: DayNumber;
  journey: string;
  instance?: ServiceEvent['instance'];
  score: number;
  programme: Programme;
  touchpoint: TouchpointId | undefined;
  organisation: OrganisationId | undefined;
  segment: SegmentId | undefined;
  state?: keyof typeof BETTER;
  random: Random;
}

/** The first day of a month, looked for from a later day. */
function firstDayOf(month: number, from: DayNumber): DayNumber {
  let day = from - 31 * (monthNumber(from) - month + 1);
  while (monthNumber(day) < month) day++;
  return day;
}
