import {
  HOUR,
  type Instant,
  type InstanceId,
  instanceId,
  journeyId,
  MINUTE,
  type Outcome,
  reasonId,
  SECOND,
  type ServiceEvent,
  stepId,
} from '#model';
import { type DayNumber, dayOf, stampOf, startOf } from './calendar';
import { someCustomer } from './customer';
import { placeOf } from './insurer';
import { hash, Random } from './random';
import { Story } from './story';

const at = (hour: number, minute: number, second: number) => hour * HOUR + minute * MINUTE + second * SECOND;

/** When the story begins, after its day does. */
export const LOAN_STORY_AT = at(10, 2, 4);
const LIMITED = at(10, 3, 20);

/** Every Thursday somebody asks for 350,000 where self-service ends at 300,000, is handed over from the page, and is paid. */
const SCRIPT: readonly (readonly [time: number, step: string, where: 'app' | 'video', outcome: Outcome])[] = [
  [LOAN_STORY_AT, 'open', 'app', 'done'],
  [at(10, 2, 49), 'face', 'app', 'done'],
  [at(10, 2, 58), 'quote', 'app', 'entered'],
  [LIMITED, 'quote', 'app', 'limited'],
  [LIMITED + 12 * SECOND, 'top-up', 'video', 'entered'],
  [at(10, 9, 10), 'top-up', 'video', 'done'],
  [at(10, 11, 2), 'fill', 'video', 'entered'],
  [at(10, 12, 36), 'fill', 'video', 'done'],
  [at(10, 13, 41), 'submit', 'video', 'done'],
  [at(10, 17, 26), 'paid', 'app', 'done'],
];
/** What the agent who picks up sees already, so that the customer enters nothing twice. */
const KNOWN = { attributes: { prefilled: true } };
const WHY = { reason: reasonId.parse('self-limit-300k'), attributes: { requested: 350_000, limit: 300_000 } };

/** 1970-01-01 was a Thursday. */
export const hasLoanStory = (day: DayNumber): boolean => day % 7 === 0;

const idOf = (day: DayNumber): InstanceId => instanceId.parse(`${stampOf(day)}-loan`);

/** The instance that tells the loan of 350,000, on the last Thursday before the day of `until`: at most a week old, and complete. */
export function loanStoryInstance(until: Instant): InstanceId {
  let day = dayOf(until) - 1;
  while (!hasLoanStory(day)) day--;
  return idOf(day);
}

export function loanStory(seed: string, scale: number, day: DayNumber): ServiceEvent[] {
  const customer = someCustomer(seed, scale, new Random(hash(`${seed}/loan-story`), day));
  const story = new Story(idOf(day), journeyId.parse('loan'), customer, startOf(day));
  for (const [time, step, where, outcome] of SCRIPT) {
    story.at = startOf(day) + time;
    story.tell(stepId.parse(step), placeOf(where), outcome, outcome === 'limited' ? WHY : step === 'top-up' && outcome === 'entered' ? KNOWN : {});
  }
  return story.events;
}
