import type { NpsAgainst, NpsChange, NpsContributions, NpsPeriod, NpsSeries } from '#contract';
import { defineTexts } from '#ui';
import type { NpsFormats } from './nps-formats';
import { shownDelta } from './shown';
import { type ShownContribution, shownContributions } from './shown-contributions';

/** What the sentence at the top is made of. */
export const headlineTexts = defineTexts({
  level: { zh: (name: string, nps: string, period: string) => `${name} NPS ${nps}（${period}）`, en: (name: string, nps: string, period: string) => `${name}: NPS ${nps} (${period})` },
  few: {
    zh: (name: string, period: string, n: string) => `${name}（${period}）样本不足（n = ${n}），不足 30 份评价不给出 NPS。`,
    en: (name: string, period: string, n: string) => `${name} (${period}): too few ratings (n = ${n}); below 30 there is no NPS.`,
  },
  upTo: { zh: (period: string, day: string) => `${period}，截至 ${day}`, en: (period: string, day: string) => `${period}, up to ${day}` },
  change: { zh: (against: string, delta: string, verdict: string) => `${against} ${delta}，${verdict}`, en: (against: string, delta: string, verdict: string) => `${delta} ${against}, ${verdict}` },
  most: { zh: (name: string, delta: string) => `${name}贡献最多（${delta}）`, en: (name: string, delta: string) => `${name} added most (${delta})` },
  least: { zh: (name: string, delta: string) => `${name}是最大拖累（${delta}）`, en: (name: string, delta: string) => `${name} was the largest drag (${delta})` },
  joint: { zh: '；', en: '; ' },
  and: { zh: '，', en: ', ' },
  end: { zh: '。', en: '.' },
});

interface Words {
  t: (typeof headlineTexts)['zh'];
  against: Record<NpsAgainst, string>;
  significant: string;
  insignificant: string;
  /** A journey, or 其他 (`other`). */
  part: (key: string) => string;
}

/** The comparisons a headline speaks of, the first that can be told. */
const SPOKEN: readonly NpsAgainst[] = ['yearStart', 'lastYear', 'threeYears', 'previous'];

/**
 * How NPS is, whether the change is real, and what moved it, in one sentence. `contributions` are those of the series itself; without them it
 * says how the series stands against a second period instead.
 */
export function sayHeadline(name: string, series: NpsSeries, period: NpsPeriod, contributions: NpsContributions | undefined, against: NpsAgainst, words: Words, formats: NpsFormats): string {
  const { t } = words;
  const { nps, n } = series.current;
  const when = period.complete ? formats.period(period.id) : t.upTo(formats.period(period.id), formats.day(period.to));
  if (nps === undefined) return t.few(name, when, formats.exact(n));
  const told = [against, ...SPOKEN.filter((one) => one !== against)].flatMap((one) => series.changes.filter((change) => change.against === one && change.delta !== undefined));
  const say = (change: NpsChange): string => t.change(words.against[change.against], formats.delta(shownDelta(change.before, change.now) ?? 0), change.significant ? words.significant : words.insignificant);
  const [first, second] = told;
  const parts = contributions && shownContributions(contributions);
  const moved = parts ? sayParts(parts, words, formats) : second && say(second);
  return [[t.level(name, formats.nps(nps), when), first && say(first)].filter(Boolean).join(t.and), moved].filter(Boolean).join(t.joint) + t.end;
}

/** The journey that added most, and the one that took most, of those that did. */
function sayParts(parts: readonly ShownContribution[], { t, part }: Words, { delta }: NpsFormats): string {
  const ordered = parts.filter(({ key }) => key !== 'mix').toSorted((a, b) => b.value - a.value);
  const [most, least] = [ordered[0], ordered.at(-1)];
  return [most && most.value > 0 && t.most(part(most.key), delta(most.value)), least && least.value < 0 && t.least(part(least.key), delta(least.value))].filter(Boolean).join(t.and);
}
