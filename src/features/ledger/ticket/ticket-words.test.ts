import type { EvidenceAnswer } from '#contract';
import { catalogue, type Missing, type TouchpointId } from '#model';
import { catalogueNames, formatsOf } from '#ui';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { effectiveGroups } from './effective-groups';
import { evidenceSentences } from './evidence-sentence';
import { leastTarget } from './least-target';
import { missingText } from './missing-texts';
import { timeLineWords, type TimeLineWords } from './time-line-words';

// Days of another year are written with it.
beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00+08:00'), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

const small = catalogue.parse({
  touchpoints: [{ id: 'app', name: { zh: 'APP' }, service: 'self', place: 'online', initiative: 'customer', order: 0 }],
  journeys: [{ id: 'loan', name: { zh: '保单借款' }, stages: [{ id: 's', name: { zh: '申请' } }], steps: [{ id: 'quote', stage: 's', name: { zh: '额度试算' } }], idleLostMs: 1_000 }],
});
const names = catalogueNames(small, 'zh');
const formats = formatsOf('zh');
const journey = small.journeys[0]?.id;
if (journey === undefined) throw new Error('It has a journey.');
const words = { formats, names, journey, rate: '中断率' };
/** As much of an answer as its sentences read. */
const evidence = (given: object) => given as Pick<EvidenceAnswer, 'verdict' | 'progress' | 'plan' | 'refusal'>;
const say = (given: object, more: object = {}) => evidenceSentences(evidence(given), 'zh', { ...words, ...more });

test('before the test day there is progress and never a verdict', () => {
  const progress = { baselineRate: 0.098, rateSoFar: 0.076, daysLeft: 6 };
  expect(say({ progress })).toEqual(['至今中断率 9.8% → 7.6%；还差 6 天到检验日，届时自动给出结论，由另一人复核后销号。']);
  expect(say({ progress: { ...progress, rateSoFar: undefined } })[0]).toContain('观察期还没有完整的日子');
});

test('a verdict says what it rests on, and a failed one what to do next', () => {
  expect(say({ verdict: { passed: true, facts: [{ code: 'improved', from: 0.03, to: 0.013, drop: 0.017, p: 0.022 }] } })).toEqual(['中断率由 3% 降到 1.3%（−1.7 点，p 0.022），达到目标，未转移到相邻步骤：可以销号。']);
  const failed = say({ verdict: { passed: false, facts: [{ code: 'drop-too-small', drop: 0.001, needed: 0.008 }, { code: 'displaced', step: 'quote', from: 0.01, to: 0.04 }] } });
  expect(failed).toEqual(['检验未通过。', '下降 0.1 点，少于要求的 0.8 点（目标的一半）。', '问题转移了：相邻步骤“额度试算”由 1% 显著升到 4%。', '退回后补充措施，有了新的生效日再检验一次。']);
});

test('a recurrence and a failed test come before what is planned now', () => {
  expect(say({}, { recurredOn: '2026-11-21' })).toEqual(['销号后中断率又升上来了（11-21 判定复发），需要新的措施和 11-21 之后的生效日。']);
  expect(say({ refusal: { refused: 'baseline-rate-zero', daysPresent: 56, instances: 10 } }, { failedUntil: '2026-09-28' })).toHaveLength(2);
  expect(say({})).toEqual(['还没有可以比较的数据。']);
});

test('a share of comments is not told as one of customers', () => {
  const share = { rate: '“等待与时效”占比', of: 'comments' as const };
  expect(say({ progress: { baselineRate: 0.2, rateSoFar: 0.15, daysLeft: 6 } }, share)[0]).toContain('至今“等待与时效”占比 20% → 15%');
  expect(say({ refusal: { refused: 'baseline-rate-zero', daysPresent: 56, instances: 10 } }, share)).toEqual(['基线里没有评论提到它，没有可以降低的。']);
  expect(say({ verdict: { passed: false, facts: [{ code: 'no-instances', window: 'after' }] } }, share)[1]).toBe('观察期里没有关于这里的评论，无从比较。');
  expect(say({ plan: { baselineRate: 0.2, afterDaysNeeded: 14, instancesNeeded: 320, target: 0.05 } }, share)[0]).toContain('约 320 条评论');
});

test('a target that can be shown is rounded up, for rounded down it could not be', () => {
  expect(leastTarget(0.0181)).toBe(0.019);
  expect(leastTarget(0.019)).toBe(0.019);
  expect(say({ plan: { tooLong: true, feasibleTarget: 0.0181 } })[0]).toContain('提高到至少 1.9 点');
});

test('what a move still needs is said in the words of its button, in both languages', () => {
  const missing = (one: Missing, language: 'zh' | 'en' = 'zh') => missingText(one, language, { formats: formatsOf(language), touchpoint: names.touchpoint });
  expect(missing({ code: 'test-day', params: { days: 6, day: '2026-12-02' } })).toBe('还差 6 天到检验日（2026-12-02）');
  expect(missing({ code: 'samples', params: { have: 1204, need: 2012 } })).toBe('样本 1,204 / 2,012');
  expect(missing({ code: 'samples', params: { have: 1204, need: 2012 } }, 'en')).toBe('sample 1,204 / 2,012');
  expect(missing({ code: 'effective-required', params: { touchpoints: 'app' } })).toBe('缺生效日：APP');
  expect(missing({ code: 'test-too-long', params: { target: 0.0181 } })).toContain('一年以上，超过 60 天：请扩大位置，或把目标提高到至少 1.9 点');
});

test('touchpoints that followed on one day are one group, earliest day first', () => {
  const id = (text: string) => text as TouchpointId;
  const effective = [{ touchpoint: id('web'), day: '2026-08-27' }, { touchpoint: id('app'), day: '2026-08-06' }, { touchpoint: id('video'), day: '2026-08-27' }];
  expect(effectiveGroups(effective)).toEqual([{ day: '2026-08-06', touchpoints: ['app'] }, { day: '2026-08-27', touchpoints: ['web', 'video'] }]);
});

test('the time line says which field became what, measure by measure', () => {
  const lookup: TimeLineWords = { formats, person: (id) => `<${id}>`, department: (id) => id, touchpoint: names.touchpoint, locus: names.locus };
  const tell = (action: string, before: Record<string, unknown>, after: Record<string, unknown>) => timeLineWords({ action, before, after }, 'zh', lookup);
  const planned = { id: 'm1', title: '提示前置', state: 'planned' };
  expect(tell('assign', {}, { owner: 'zhao' })).toBe('立项，指派 <zhao>');
  expect(tell('edit', { measures: [planned] }, { measures: [{ ...planned, state: 'done' }, { id: 'm2', title: '转人工', state: 'planned' }] })).toBe('添加措施“转人工”，完成“提示前置”');
  expect(tell('edit', { effective: [] }, { effective: [{ touchpoint: 'app', day: '2026-08-06' }] })).toBe('APP 08-06 生效');
  expect(tell('edit', { due: '2026-12-01' }, {})).toBe('到期改为 空');
  expect(tell('watch', { watchers: ['wei'] }, { watchers: ['wei', 'lin'] })).toBe('评论提到 <lin>，开始关注');
  expect(tell('reindexed', {}, {})).toBe('reindexed');
});
