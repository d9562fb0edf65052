import type { NpsContribution, NpsContributions } from '#contract';
import { journeyId } from '#model';
import { expect, test } from 'vitest';
import { npsFormatsOf } from './nps-formats';
import { againstWords, npsWords } from './nps-words';
import { change, figure, month, series } from './sample-nps.suite';
import { headlineTexts, sayHeadline } from './say-headline';

const say = (of: Parameters<typeof sayHeadline>[1], contributions?: NpsContributions, language: 'zh' | 'en' = 'zh', complete = true) =>
  sayHeadline('重要服务', of, month('2026-03', complete), contributions, 'yearStart', { t: headlineTexts[language], against: againstWords[language], significant: npsWords[language].significant, insignificant: npsWords[language].insignificant, part: (one) => one }, npsFormatsOf(language));

const part = (journey: string, within: number): NpsContribution => ({ journey: journeyId.parse(journey), journeys: [journeyId.parse(journey)], within, mix: 0, shareBefore: 0.1, shareNow: 0.1, before: figure(30), now: figure(31) });
/** What the journeys leave of the change is the mix. */
const contributions = (parts: NpsContribution[]): NpsContributions => ({ among: 'important', weighting: { by: 'instances' }, now: month('2026-03'), change: change('yearStart', 29.1, 31.4), parts, mix: 2.3 - parts.reduce((sum, { within }) => sum + within, 0) });
const rising = series('important', [29.1, 30, 31.4], [change('yearStart', 29.1, 31.4), change('lastYear', 31, 31.4, false)]);

test('the headline says how NPS is, whether the change is real, and what moved it', () => {
  expect(say(rising, contributions([part('loan', 0.7), part('renewal', 1.2), part('identity', -0.5)]))).toBe('重要服务 NPS 31.4（2026-03），较年初 +2.3，显著；renewal贡献最多（+1.2），identity是最大拖累（−0.5）。');
});

test('a period that is not over says up to when', () => {
  expect(say(rising, undefined, 'zh', false)).toBe('重要服务 NPS 31.4（2026-03，截至 2026-03-17），较年初 +2.3，显著；较去年同期 +0.4，无显著差异。');
});

test('journeys that moved nothing worth a decimal are not blamed', () => {
  expect(say(rising, contributions([part('loan', 0.02), part('identity', -0.02)]))).toBe('重要服务 NPS 31.4（2026-03），较年初 +2.3，显著。');
});

test('too few ratings give no NPS, and why', () => {
  expect(say(series('important', [29, 30, undefined]))).toBe('重要服务（2026-03）样本不足（n = 21），不足 30 份评价不给出 NPS。');
});

test('where there is no start of the year to compare with, the next comparator is named', () => {
  const january = series('important', [30], [change('yearStart', undefined, 30), change('lastYear', 28, 30)]);
  expect(say(january, undefined, 'en')).toBe('重要服务: NPS 30.0 (Mar 2026), +2.0 vs same period last year, significant.');
});

test('against chosen days, the change told is the one that is taken apart', () => {
  const parts = contributions([part('loan', 0.7), part('renewal', 1.2)]);
  const chosen = { ...parts, change: change('custom', 30.2, 31.4, false) };
  const sentence = sayHeadline('重要服务', { ...rising, changes: [...rising.changes, chosen.change] }, month('2026-03'), chosen, 'custom', { t: headlineTexts.zh, against: againstWords.zh, significant: npsWords.zh.significant, insignificant: npsWords.zh.insignificant, part: (one) => one }, npsFormatsOf('zh'));
  expect(sentence).toMatch(/^重要服务 NPS 31\.4（2026-03），较所选日期 \+1\.2，无显著差异；renewal贡献最多/);
});
