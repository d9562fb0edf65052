import {
  type Initiative,
  type JourneyId,
  journeyId,
  type Kind,
  type Millis,
  type ReasonId,
  reasonId,
  SECOND,
  type StepId,
  stepId,
  type TouchpointId,
  touchpointId,
} from '#model';
import { entriesOf } from './entries-of';
import { JOURNEYS } from './journeys';
import type { BreakProfile, JourneyProfile, StepProfile } from './profile';
import { HABITS, type Habit, TOUCHPOINTS, type TouchpointKey } from './touchpoints';
import { Weighted } from './weighted';

/** The tables made ready for walking: ids parsed, steps laid out by touchpoint. */
export interface Insurer {
  routes: readonly Route[];
  /** Every way to break anywhere; a day's rates are indexed by it. */
  hazards: readonly Hazard[];
}

/** A touchpoint as walked. */
export interface Place extends Habit {
  key: TouchpointKey;
  id: TouchpointId;
  assisted: boolean;
  offline: boolean;
  initiative: Initiative;
}

export interface Route {
  profile: JourneyProfile;
  journey: JourneyId;
  steps: number;
  starts: readonly (readonly [Place, number])[];
  carriers: Weighted<Carrier>;
  /** By touchpoint, then by index of the step; empty where a step is not walked. */
  legs: ReadonlyMap<Place, readonly (Leg | undefined)[]>;
}

/** One step on one touchpoint. */
export interface Leg {
  index: number;
  step: StepId;
  place: Place;
  after: Millis;
  takes: Millis;
  standard: Millis | undefined;
  maxAttempts: number;
  /** A person walks it to mend a break; nobody else does. */
  mends: boolean;
  /** Index of the step by which a person mends a break here. */
  mendedBy: number;
  hazards: readonly Hazard[];
}

/** One way to break at a leg. */
export interface Hazard {
  slot: number;
  journey: string;
  step: string;
  touchpoint: TouchpointKey;
  kind: Kind;
  rate: number;
  older: number;
  reasons: Weighted<ReasonId> | undefined;
  amount: BreakProfile['amount'];
}

export interface Carrier {
  place: Place;
  success: number;
}

const PLACES = new Map<TouchpointKey, Place>(
  TOUCHPOINTS.map((one) => [
    one.id,
    {
      ...HABITS[one.id],
      key: one.id,
      id: touchpointId.parse(one.id),
      assisted: one.service === 'assisted',
      offline: one.place === 'offline',
      initiative: one.initiative,
    },
  ]),
);

export function placeOf(key: TouchpointKey): Place {
  const place = PLACES.get(key);
  if (!place) throw new Error(`Failed to find the touchpoint "${key}".`);
  return place;
}

export function insurer(): Insurer {
  const hazards: Hazard[] = [];
  return { routes: JOURNEYS.map((profile) => routeOf(profile, hazards)), hazards };
}

function routeOf(profile: JourneyProfile, hazards: Hazard[]): Route {
  const steps = profile.stages.flatMap((stage) => stage.steps);
  const legsAt = (place: Place) => steps.map((_, index) => legOf(profile, steps, index, place, hazards));
  return {
    profile,
    journey: journeyId.parse(profile.id),
    steps: steps.length,
    starts: entriesOf(profile.starts).map(([key, weight]) => [placeOf(key), weight]),
    carriers: new Weighted(entriesOf(profile.carriers).map(([key, { weight, success }]) => [{ place: placeOf(key), success }, weight])),
    legs: new Map([...PLACES.values()].map((place) => [place, legsAt(place)])),
  };
}

function legOf(profile: JourneyProfile, steps: readonly StepProfile[], index: number, from: Place, hazards: Hazard[]): Leg | undefined {
  const step = steps[index];
  if (!step) return undefined;
  const elsewhere = step.only !== undefined && !step.only.includes(from.key);
  if (elsewhere && !step.otherwise) return undefined;
  const place = elsewhere && step.otherwise ? placeOf(step.otherwise) : from;
  return {
    index,
    step: stepId.parse(step.id),
    place,
    after: step.after ?? 10 * SECOND,
    takes: step.takes * place.pace,
    standard: step.standard,
    maxAttempts: step.maxAttempts ?? 0,
    mends: step.mends ?? false,
    mendedBy: step.mendedBy === undefined ? index : steps.findIndex((one) => one.id === step.mendedBy),
    hazards: (step.breaks ?? []).flatMap((one) => hazardOf(profile, step, one, place, hazards) ?? []),
  };
}

function hazardOf(profile: JourneyProfile, step: StepProfile, one: BreakProfile, place: Place, hazards: Hazard[]): Hazard | undefined {
  const percent = one.percent[place.key];
  if (percent === undefined) return undefined;
  const hazard: Hazard = {
    slot: hazards.length,
    journey: profile.id,
    step: step.id,
    touchpoint: place.key,
    kind: one.kind,
    rate: percent / 100,
    older: one.older ?? 1,
    reasons: one.reasons && new Weighted(entriesOf(one.reasons).map(([key, weight]) => [reasonId.parse(key), weight])),
    amount: one.amount,
  };
  hazards.push(hazard);
  return hazard;
}
