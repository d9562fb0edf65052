import type { NpsCorrelation, NpsExperience } from '#contract';
import { stateWords } from '#ui';
import { expect, test } from 'vitest';
import { waterfallSteps } from './charts/waterfall-steps';
import { npsFormatsOf } from './nps-formats';
import { npsWords, variableWords } from './nps-words';
import { figure } from './sample-nps.suite';
import { sayContributions, sayCorrelations, sayExperience, sentenceTexts } from './say-drivers';

const formats = npsFormatsOf('zh');
const [zh, words] = [sentenceTexts.zh, npsWords.zh];

const experience = (more: Partial<NpsExperience> = {}): NpsExperience => ({
  from: '2026-01-01',
  to: '2026-03-31',
  ratings: 1_000,
  linked: 610,
  linkedShare: 0.61,
  states: [{ state: 'smooth', ...figure(36.8) }, { state: 'handed', ...figure(30.2) }, { state: 'detoured', ...figure(8.4) }, { state: 'lost', ...figure(-22.7) }],
  active: 0,
  handedAgainstDetoured: { delta: 21.8, low: 20, high: 24, significant: true },
  ...more,
});

test('the parts of a change are told as a sum', () => {
  const steps = waterfallSteps({ name: 'a', level: 29.1 }, [{ key: 'x', name: 'x', value: 1.2 }, { key: 'y', name: 'y', value: -0.5 }, { key: 'z', name: 'z', value: 0 }], 'b');
  expect(sayContributions(steps, 0.7, zh, formats.delta)).toBe('+1.2 + 0.0 − 0.5 = +0.7');
});

test('what a handoff saves and a loss costs is described, and said to be no proof', () => {
  expect(sayExperience(experience(), stateWords.zh, words, zh, formats)).toBe('接续后完成 30.2，自寻后完成 8.4，相差 21.8（显著）；与顺畅完成相比，流失的客户低 59.5 点。相关不等于因果。');
});

test('groups with too few ratings are not compared', () => {
  expect(sayExperience(experience({ states: [{ state: 'handed', ...figure(undefined) }, { state: 'detoured', ...figure(8) }] }), stateWords.zh, words, zh, formats)).toBe('');
});

const pair = (b: NpsCorrelation['b'], r: number, significant: boolean): NpsCorrelation => ({ a: 'nps', b, n: 52, r, p: 0.01, pHolm: 0.04, significant });
const correlations = (pairs: NpsCorrelation[]) => ({ from: '2026-01-01', to: '2026-03-31', method: 'spearman' as const, months: [], leftOut: 0, pairs });

test('only significant correlations with NPS are told, the strongest first', () => {
  expect(sayCorrelations(correlations([pair('handoffRate', 0.41, true), pair('breakRate', -0.62, true), pair('repeats', -0.2, false)]), variableWords.zh, zh, formats)).toBe(
    '中断率较高的旅程月，NPS 往往更低（ρ = −0.62，n = 52，显著）；接续率较低的旅程月，NPS 往往更低（ρ = 0.41，n = 52，显著）。相关不等于因果。',
  );
  expect(sayCorrelations(correlations([pair('repeats', -0.2, false)]), variableWords.zh, zh, formats)).toBe('0 个旅程月里，没有哪一项与 NPS 有显著的相关。');
});

test('no sentence says that one thing brought about another', () => {
  const all = Object.values(sentenceTexts).flatMap((texts) => Object.values(texts).map(String));
  expect(all).toContain('相关不等于因果。');
  expect(all.join(' ')).not.toMatch(/导致|原因|造成|\bcause|because|due to/);
});
