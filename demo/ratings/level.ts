import { dateOf, type DayNumber } from '../calendar';
import { hash, Random } from '../random';

/** How a journey is rated: transactional, at scale 1. */
export interface RatedJourney {
  /** Ratings a month at present. */
  monthly: number;
  /** NPS at present, and how far below that it was at the start of the year and three years ago. */
  now: number;
  yearStart: number;
  threeYears: number;
  /** How many of the ended instances that are known answer. */
  answers: number;
}

/** Renewal payment went up by 3 in three years; important services by more than 2 since the start of the year; others stand still or fall. */
export const RATED: Record<string, RatedJourney> = {
  renewal: { monthly: 2_400, now: 41, yearStart: 1.5, threeYears: 3, answers: 0.55 },
  claim: { monthly: 900, now: 24.5, yearStart: 3.6, threeYears: 3.8, answers: 0.6 },
  change: { monthly: 900, now: 31, yearStart: 4, threeYears: 4.2, answers: 0.5 },
  loan: { monthly: 900, now: 35.5, yearStart: 4.4, threeYears: 4.6, answers: 0.6 },
  identity: { monthly: 450, now: 18, yearStart: -2.2, threeYears: -3, answers: 0.3 },
  recording: { monthly: 210, now: 27, yearStart: 0, threeYears: 0.4, answers: 0.4 },
  epolicy: { monthly: 250, now: 38, yearStart: -0.4, threeYears: -0.6, answers: 0.4 },
  // So few that a month has no point.
  surrender: { monthly: 8, now: -12, yearStart: -2, threeYears: -4, answers: 0.02 },
};

/** Surveys of the company find less enthusiasm than questions right after a service. */
export const RELATIONAL = { below: 9, share: 0.09 };

/** Months swing by this much around their level. */
const SWING = 0.5;

/** What a journey's ratings of a month come to. @param month and @param present as `monthOf` counts */
export function levelOf(seed: string, journey: string, { now, yearStart, threeYears }: RatedJourney, month: number, present: number): number {
  const january = present - (present % 12);
  // In January the year that is over is the one that is told.
  const start = january === present ? january - 12 : january;
  const ago = present - month;
  const whole = present - start;
  const below = month >= start ? yearStart * smooth(ago / whole) : yearStart + (threeYears - yearStart) * Math.min(1.2, (start - month) / (36 - whole));
  // What headlines compare is not left to chance.
  const isAnchor = [0, whole, 36].includes(ago);
  return now - below - (isAnchor ? 0 : SWING * new Random(hash(`${seed}/nps/${journey}`), month).normal());
}

/** From 0 to 1, slowly at both ends. */
const smooth = (part: number): number => part * part * (3 - 2 * part);

/** Fewer were asked in earlier years. */
export const volumeOf = (month: number, present: number): number => 1 - 0.3 * Math.min(1, (present - month) / 36);

/** Months since January 1970 of a day. */
export const monthNumber = (day: DayNumber): number => (Number(dateOf(day).slice(0, 4)) - 1970) * 12 + Number(dateOf(day).slice(5, 7)) - 1;
