import type { EvidenceAnswer } from '#contract';
import type { Day, EvidenceRefusal, JourneyId, VerdictFact } from '#model';
import { defineTexts, type CatalogueNames, type Formats, type Language } from '#ui';
import { leastTarget } from './least-target';

interface Words {
  formats: Formats;
  names: CatalogueNames;
  journey: JourneyId;
  /** 中断率, 流失率, “等待与时效”占比. */
  rate: string;
  /** What it is a share of: journeys, unless it is of comments. */
  of?: 'journeys' | 'comments';
  /** The day a recurrence was raised, where that is why it is being mended again. */
  recurredOn?: Day | undefined;
  /** The last day that was judged, where a failed test is why. */
  failedUntil?: Day | undefined;
}

type Fact<Code extends VerdictFact['code']> = Extract<VerdictFact, { code: Code }>;
type Refused<Code extends EvidenceRefusal['refused']> = Extract<EvidenceRefusal, { refused: Code }>;

/** A p-value as it is written. */
export const pValue = (p: number): string => (p < 0.001 ? '<0.001' : p.toFixed(3));

const texts = defineTexts({
  improved: {
    zh: ({ from, to, drop, p }: Fact<'improved'>, { formats, rate }: Words) =>
      `${rate}由 ${formats.percent(from)} 降到 ${formats.percent(to)}（${formats.points(-drop)}，p ${pValue(p)}），达到目标，未转移到相邻步骤：可以销号。`,
    en: ({ from, to, drop, p }: Fact<'improved'>, { formats, rate }: Words) =>
      `The ${rate} fell from ${formats.percent(from)} to ${formats.percent(to)} (${formats.points(-drop)}, p ${pValue(p)}), enough for the target and not moved to a neighbouring step: it can be closed.`,
  },
  'no-instances': {
    zh: ({ window }: Fact<'no-instances'>, { of }: Words): string => `${window === 'baseline' ? '基线' : '观察期'}里没有${of === 'comments' ? '关于这里的评论' : '客户经过这里'}，无从比较。`,
    en: ({ window }: Fact<'no-instances'>, { of }: Words): string => `${of === 'comments' ? 'Nobody wrote about it' : 'Nobody came by'} ${window === 'baseline' ? 'in the baseline' : 'after the fix'}, so nothing can be compared.`,
  },
  'no-drop': {
    zh: ({ from, to }: Fact<'no-drop'>, { formats, rate }: Words) => `${rate}没有下降：${formats.percent(from)} → ${formats.percent(to)}。`,
    en: ({ from, to }: Fact<'no-drop'>, { formats, rate }: Words) => `The ${rate} did not fall: ${formats.percent(from)} → ${formats.percent(to)}.`,
  },
  'not-significant': {
    zh: ({ p, alpha }: Fact<'not-significant'>) => `下降不显著：p = ${pValue(p)}，要不大于 ${alpha}；可能只是日间波动。`,
    en: ({ p, alpha }: Fact<'not-significant'>) => `The drop is not significant: p = ${pValue(p)}, it has to be at most ${alpha}; it may be day-to-day variation alone.`,
  },
  'drop-too-small': {
    zh: ({ drop, needed }: Fact<'drop-too-small'>, { formats }: Words) => `下降 ${formats.points(drop).replace('+', '')}，少于要求的 ${formats.points(needed).replace('+', '')}（目标的一半）。`,
    en: ({ drop, needed }: Fact<'drop-too-small'>, { formats }: Words) => `It fell by ${formats.points(drop).replace('+', '')}, less than the ${formats.points(needed).replace('+', '')} needed (half the target).`,
  },
  displaced: {
    zh: ({ step, from, to }: Fact<'displaced'>, { formats, names, journey }: Words) => `问题转移了：相邻步骤“${names.step(journey, step)}”由 ${formats.percent(from)} 显著升到 ${formats.percent(to)}。`,
    en: ({ step, from, to }: Fact<'displaced'>, { formats, names, journey }: Words) => `The problem moved: the neighbouring step “${names.step(journey, step)}” rose significantly from ${formats.percent(from)} to ${formats.percent(to)}.`,
  },
  failed: { zh: '检验未通过。', en: 'The evidence did not pass.' },
  failedNext: {
    zh: '退回后补充措施，有了新的生效日再检验一次。',
    en: 'Send it back for another measure; with a new effective date it is tested once more.',
  },
  recurred: {
    zh: (day: string, { rate }: Words) => `销号后${rate}又升上来了（${day} 判定复发），需要新的措施和 ${day} 之后的生效日。`,
    en: (day: string, { rate }: Words) => `After the close-out the ${rate} rose again (a recurrence since ${day}): it needs another measure, in effect after ${day}.`,
  },
  failedBefore: {
    zh: (day: string) => `上次检验未通过，需要新的措施和 ${day} 之后的生效日。`,
    en: (day: string) => `The last test did not pass: it needs another measure, in effect after ${day}.`,
  },
  progress: {
    zh: (before: string, now: string, days: string, { rate }: Words) => `至今${rate} ${before} → ${now}；还差 ${days} 天到检验日，届时自动给出结论，由另一人复核后销号。`,
    en: (before: string, now: string, days: string, { rate }: Words) => `So far the ${rate} went ${before} → ${now}; ${days} days are left until the test day, which then gives the verdict for a second person to close on.`,
  },
  notYet: {
    zh: (before: string, days: string, { rate }: Words) => `基线${rate} ${before}；观察期还没有完整的日子。还差 ${days} 天到检验日。`,
    en: (before: string, days: string, { rate }: Words) => `Baseline ${rate} ${before}; no full day has passed since the fix. ${days} days are left until the test day.`,
  },
  draft: {
    zh: (rate: string, days: string, n: string, target: string, { of }: Words) => `按今天的基线（${rate}）和目标（下降 ${target}），提交后要观察 ${days} 天、约 ${n} ${of === 'comments' ? '条评论' : '个样本'}。`,
    en: (rate: string, days: string, n: string, target: string, { of = 'journeys' }: Words) => `By today’s baseline (${rate}) and the target (a drop of ${target}), the test will take ${days} days and about ${n} ${of} after submission.`,
  },
  tooLong: {
    zh: (target: string | undefined) => `按这个目标，60 天的观察也不够。请扩大位置，或把目标提高${target ? `到至少 ${target}` : ''}；否则只能人工核销。`,
    en: (target: string | undefined) => `With this target not even 60 days would be enough. Widen the place, or raise the target${target ? ` to at least ${target}` : ''}; otherwise only waiving is left.`,
  },
  'baseline-too-short': {
    zh: ({ daysPresent, daysNeeded }: Refused<'baseline-too-short'>) => `生效日之前只有 ${daysPresent} 个完整的日子有数据，基线至少要 ${daysNeeded} 天。`,
    en: ({ daysPresent, daysNeeded }: Refused<'baseline-too-short'>) => `Only ${daysPresent} full days before the effective date have data; a baseline needs at least ${daysNeeded}.`,
  },
  'baseline-rate-zero': {
    zh: (of: Words['of']): string => (of === 'comments' ? '基线里没有评论提到它，没有可以降低的。' : '基线里没有中断，没有可以降低的。'),
    en: (of: Words['of']): string => (of === 'comments' ? 'No comment of the baseline is about it, so there is nothing to bring down.' : 'There were no breaks in the baseline, so there is nothing to bring down.'),
  },
  'no-target': { zh: '目标要是一个大于零的下降。', en: 'The target has to be a drop above zero.' },
  'never-settles': { zh: '这条旅程从不判定流失，按这个指标无法检验。', en: 'This journey never gives a customer up for lost, so this measure can never be tested.' },
  nothing: { zh: '还没有可以比较的数据。', en: 'There is nothing to compare yet.' },
});

/** One fact of a verdict as a sentence. */
export const factText = (fact: VerdictFact, language: Language, words: Words): string => {
  const t = texts[language];
  switch (fact.code) {
    case 'improved':
      return t.improved(fact, words);
    case 'no-instances':
      return t['no-instances'](fact, words);
    case 'no-drop':
      return t['no-drop'](fact, words);
    case 'not-significant':
      return t['not-significant'](fact);
    case 'drop-too-small':
      return t['drop-too-small'](fact, words);
    case 'displaced':
      return t.displaced(fact, words);
  }
};

const refusalText = (refusal: EvidenceRefusal, language: Language, { of }: Words): string => {
  const t = texts[language];
  if (refusal.refused === 'baseline-too-short') return t['baseline-too-short'](refusal);
  return refusal.refused === 'baseline-rate-zero' ? t['baseline-rate-zero'](of) : t[refusal.refused];
};

/** Where a ticket's evidence stands, in sentences that can be read out; the first is the one that matters. */
export function evidenceSentences(evidence: Pick<EvidenceAnswer, 'verdict' | 'progress' | 'plan' | 'refusal'>, language: Language, words: Words): string[] {
  const t = texts[language];
  const { recurredOn, failedUntil } = words;
  const { shortDay } = words.formats;
  const before = recurredOn !== undefined ? [t.recurred(shortDay(recurredOn), words)] : failedUntil !== undefined ? [t.failedBefore(shortDay(failedUntil))] : [];
  const now = standing(evidence, language, words);
  return before.length + now.length > 0 ? [...before, ...now] : [t.nothing];
}

function standing({ verdict, progress, plan, refusal }: Pick<EvidenceAnswer, 'verdict' | 'progress' | 'plan' | 'refusal'>, language: Language, words: Words): string[] {
  const t = texts[language];
  const { percent, exact, points } = words.formats;
  if (verdict) {
    const facts = verdict.facts.map((fact) => factText(fact, language, words));
    return verdict.passed ? facts : [t.failed, ...facts, t.failedNext];
  }
  if (progress) {
    const days = exact(progress.daysLeft);
    const before = percent(progress.baselineRate);
    return [progress.rateSoFar === undefined ? t.notYet(before, days, words) : t.progress(before, percent(progress.rateSoFar), days, words)];
  }
  if (refusal) return [refusalText(refusal, language, words)];
  if (!plan) return [];
  const drop = (value: number) => points(value).replace('+', '');
  if (plan.tooLong) return [t.tooLong(plan.feasibleTarget === undefined ? undefined : drop(leastTarget(plan.feasibleTarget)))];
  return [t.draft(percent(plan.baselineRate), exact(plan.afterDaysNeeded), exact(plan.instancesNeeded), drop(plan.target), words)];
}
