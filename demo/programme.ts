import type { Kind, Localized } from '#model';
import { type DayNumber, dateOf, dayOfDate } from './calendar';
import { hash, mix } from './random';
import type { ReasonKey } from './reasons';
import { text } from './text';
import type { TouchpointKey } from './touchpoints';

/**
 * What changes over the years. The programme repeats every year, the fixes of busy places every 20 weeks in turn, and incidents about every
 * four weeks, so that wherever the present is there are a recent fix, one that is not live everywhere yet, one that came undone, and a day
 * that went wrong.
 */

interface Locus {
  /** Absent: any journey, as the face check is one service behind all of them. */
  journey?: string;
  step: string;
  kinds: readonly Kind[];
}

export interface Fix extends Locus {
  journey: string;
  name: Localized;
  /** Part of the breaks it takes away. */
  drop: number;
  /** MM-DD from which it is live, by touchpoint. */
  live: Partial<Record<TouchpointKey, string>>;
  /** Days after which a later release undoes it at once, until the next year's comes: what a ledger calls 复发. */
  undoneAfter?: number;
}

export const FIXES: readonly Fix[] = [
  {
    name: text('多保单合并交费改版', 'Combining policies made simpler'),
    journey: 'renewal',
    step: 'combine',
    kinds: ['overrun', 'repetition'],
    drop: 0.5,
    live: { app: '01-22', wechat: '02-12' },
  },
  {
    name: text('双录中断后可续录', 'A broken recording can be resumed'),
    journey: 'recording',
    step: 'record',
    kinds: ['failure', 'repetition'],
    drop: 0.35,
    live: { app: '03-19', agent: '04-02' },
    undoneAfter: 130,
  },
  {
    name: text('借款额度提示前置', 'Loan limit shown before the quote'),
    journey: 'loan',
    step: 'quote',
    kinds: ['limit'],
    drop: 0.35,
    live: { app: '05-07', wechat: '05-21' },
  },
  {
    name: text('影像模糊自动提示重拍', 'Blurred image: asked for again at once'),
    journey: 'claim',
    step: 'upload',
    kinds: ['failure'],
    drop: 0.35,
    live: { app: '09-24', wechat: '10-15' },
  },
  {
    name: text('退保试算提速', 'Surrender value worked out faster'),
    journey: 'surrender',
    step: 'value',
    kinds: ['overrun'],
    drop: 0.5,
    live: { app: '12-17' },
  },
];

/** A fix holds for seven months, then wears off (new phones, new bank rules) until the next year's comes. */
const HOLDS = 210;
const WORN_OFF = 365;

export function fixFactor(fix: Fix, touchpoint: TouchpointKey, day: DayNumber): number {
  const live = fix.live[touchpoint];
  if (!live) return 1;
  const thisYear = Number(dateOf(day).slice(0, 4));
  const began = [thisYear, thisYear - 1].map((year) => dayOfDate(`${year}-${live}`)).find((start) => start <= day);
  if (began === undefined || day - began >= (fix.undoneAfter ?? Infinity)) return 1;
  const worn = Math.max(0, (day - began - HOLDS) / (WORN_OFF - HOLDS));
  return 1 - fix.drop * (1 - Math.min(1, worn));
}

/** A fix of one busy touchpoint that comes again and again: it holds for twelve weeks, then a later release undoes it for eight. */
export interface Round extends Locus {
  /** The kind that a ticket of it is about, where the steps beside it break in other ways: what those do by chance is not taken for a displacement then. */
  about?: Kind;
  /** Whose step it is where a ledger speaks of it; the fix itself is of `journey`. */
  at: string;
  touchpoint: TouchpointKey;
  name: Localized;
  /** What the release that undoes it is. */
  undoneBy: Localized;
  /** A day on which it went live. */
  from: string;
  /** Part of the breaks it takes away … */
  drop: number;
  /** … and times as many there are while it is undone. */
  worse: number;
}

/** Days from one time a fix goes live to the next, and how long it holds. */
export const ROUND = { every: 140, holds: 84 } as const;

/** Their days are 28 apart: at any time one is new, one is proven, one has held, and two are undone, the last for longer than it takes to notice. */
export const ROUNDS: readonly Round[] = [
  {
    name: text('人脸核验失败 2 次即转空中客服', 'Face check: to a video agent after two failures'),
    undoneBy: text('APP 换版：人脸组件更新', 'App release: new face component'),
    at: 'identity',
    step: 'face',
    kinds: ['failure', 'repetition'],
    touchpoint: 'app',
    from: '2026-05-13',
    drop: 0.88,
    worse: 1.8,
  },
  {
    name: text('微信人脸核验限流修复', 'WeChat: face check throttling fixed'),
    undoneBy: text('微信服务号换版', 'WeChat account release'),
    at: 'identity',
    step: 'face',
    kinds: ['failure', 'repetition'],
    touchpoint: 'wechat',
    from: '2026-06-10',
    drop: 0.9,
    worse: 1.8,
  },
  {
    name: text('证件到期提前提醒', 'Reminder before a document expires'),
    undoneBy: text('证件识别服务换供应商', 'Another supplier reads the documents'),
    at: 'change',
    journey: 'change',
    step: 'document',
    kinds: ['failure', 'repetition'],
    touchpoint: 'app',
    about: 'failure',
    from: '2026-02-18',
    drop: 0.9,
    worse: 2.8,
  },
  {
    name: text('余额不足先提示再扣款', 'Low balance noticed before the debit'),
    undoneBy: text('代扣通道切换', 'Another bank debit channel'),
    at: 'renewal',
    journey: 'renewal',
    step: 'debit',
    kinds: ['failure', 'limit'],
    touchpoint: 'app',
    about: 'failure',
    from: '2026-03-18',
    drop: 0.85,
    worse: 1.7,
  },
  {
    name: text('微信扣款失败当场换卡', 'WeChat: another card when the debit fails'),
    undoneBy: text('微信支付组件换版', 'WeChat payment component release'),
    at: 'renewal',
    journey: 'renewal',
    step: 'debit',
    kinds: ['failure', 'limit'],
    touchpoint: 'wechat',
    about: 'failure',
    from: '2026-04-15',
    drop: 0.88,
    worse: 1.7,
  },
];

/** Days since a fix last went live. */
export const ageOf = ({ from }: Round, day: DayNumber): number => (((day - dayOfDate(from)) % ROUND.every) + ROUND.every) % ROUND.every;

export const roundFactor = (round: Round, touchpoint: TouchpointKey, day: DayNumber): number => {
  if (touchpoint !== round.touchpoint) return 1;
  return ageOf(round, day) < ROUND.holds ? 1 - round.drop : round.worse;
};

interface Incident extends Locus {
  name: Localized;
  touchpoint: TouchpointKey;
  times: number;
  /** What customers were told on that day. */
  reason: ReasonKey;
}

/** One day on which one touchpoint failed far more often, taking turns. */
const INCIDENTS: readonly Incident[] = [
  {
    name: text('人脸核验服务限流', 'Face check service throttled'),
    step: 'face',
    kinds: ['failure'],
    touchpoint: 'app',
    times: 5,
    reason: 'face-throttled',
  },
  {
    name: text('银行代扣通道中断', 'Bank debit channel down'),
    journey: 'renewal',
    step: 'debit',
    kinds: ['failure'],
    touchpoint: 'wechat',
    times: 7,
    reason: 'debit-failed',
  },
  {
    name: text('影像存储故障', 'Image store failing'),
    journey: 'claim',
    step: 'upload',
    kinds: ['failure'],
    touchpoint: 'app',
    times: 7,
    reason: 'upload-failed',
  },
];

const INCIDENT_EVERY = 28;
const FIRST_INCIDENTS = dayOfDate('2024-01-01');

/** The incident of a day, if it has one: one in every 28 days, on a day of the last two weeks that the seed chooses. */
export function incidentOf(seed: string, day: DayNumber): Incident | undefined {
  const turn = Math.floor((day - FIRST_INCIDENTS) / INCIDENT_EVERY);
  const date = FIRST_INCIDENTS + turn * INCIDENT_EVERY + 14 + (mix(hash(seed) ^ turn) % 14);
  const which = ((turn % INCIDENTS.length) + INCIDENTS.length) % INCIDENTS.length;
  return date === day ? INCIDENTS[which] : undefined;
}

export const concerns = (locus: Locus, journey: string, step: string, kind: Kind): boolean =>
  (locus.journey === undefined || locus.journey === journey) && locus.step === step && locus.kinds.includes(kind);

/** 20+ measures since 2024 across business, sales, finance and notification: renewal breaks less year by year, ever more slowly. */
export function trend(journey: string, day: DayNumber): number {
  if (journey !== 'renewal') return 1;
  const years = Math.max(0, (day - dayOfDate('2024-01-01')) / 365.25);
  return 0.75 + 0.7 * Math.exp(-years / 2);
}
