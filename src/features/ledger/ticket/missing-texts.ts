import type { Missing, TouchpointId } from '#model';
import { defineTexts, type Formats, type Language } from '#ui';
import { leastTarget } from './least-target';

type Params = NonNullable<Missing['params']>;
interface Words {
  formats: Formats;
  touchpoint: (id: TouchpointId) => string;
}

const number = (params: Params, name: string, { formats }: Words): string => formats.exact(Number(params[name] ?? 0));
const touchpoints = (params: Params, { touchpoint }: Words, separator: string): string =>
  String(params.touchpoints ?? '').split(',').filter(Boolean).map((id) => touchpoint(id as TouchpointId)).join(separator);

/** A day that a text names, if it names one. */
const dayOf = ({ day }: Params, { formats }: Words): string => (day === undefined ? '' : formats.day(String(day)));

const leastPoints = (params: Params, { formats }: Words): string => formats.points(leastTarget(Number(params.target))).replace('+', '');

/** What a move still needs, in the words of its button. */
const texts = defineTexts<Record<Missing['code'], (params: Params, words: Words) => string>>({
  state: { zh: () => '现在的状态不能这样做', en: () => 'not possible in this state' },
  'system-only': { zh: () => '只由系统触发', en: () => 'only the system does this' },
  'owner-required': { zh: () => '缺责任人', en: () => 'an owner is missing' },
  'department-required': { zh: () => '缺责任部门', en: () => 'a department is missing' },
  'due-required': { zh: () => '缺到期日', en: () => 'a due date is missing' },
  'target-required': { zh: () => '缺目标', en: () => 'a target is missing' },
  'measure-required': { zh: () => '至少要有一项整改措施', en: () => 'at least one measure is needed' },
  'measure-done-required': { zh: () => '至少要完成一项整改措施', en: () => 'at least one measure has to be done' },
  'effective-required': {
    zh: (params, words) => `缺生效日：${touchpoints(params, words, '、')}`,
    en: (params, words) => `an effective date is missing: ${touchpoints(params, words, ', ')}`,
  },
  'effective-day': {
    zh: (params, words) => `生效日还没到：${touchpoints(params, words, '、')} ${dayOf(params, words)}`,
    en: (params, words) => `the effective date has not come: ${touchpoints(params, words, ', ')} ${dayOf(params, words)}`,
  },
  'new-effective-required': {
    zh: (params, words) => `要有${params.day === undefined ? '' : ` ${dayOf(params, words)} 之后`}新的生效日：从那以后才算新的整改`,
    en: (params, words) => `a new effective date${params.day === undefined ? '' : ` after ${dayOf(params, words)}`} is needed: only from then on it is another fix`,
  },
  'baseline-too-short': {
    zh: (params, words) => `基线 ${number(params, 'have', words)} / ${number(params, 'need', words)} 天`,
    en: (params, words) => `baseline ${number(params, 'have', words)} / ${number(params, 'need', words)} days`,
  },
  'baseline-rate-zero': { zh: () => '基线里没有中断，没有可以降低的', en: () => 'there were no breaks in the baseline to bring down' },
  'never-settles': { zh: () => '这条旅程从不判定流失，无法检验', en: () => 'this journey never gives a customer up, so it can never be tested' },
  'test-too-long': {
    zh: (params, words) => `检验需要${params.days === undefined ? '一年以上' : ` ${number(params, 'days', words)} 天`}，超过 60 天：请扩大位置，或把目标提高${params.target === undefined ? '' : `到至少 ${leastPoints(params, words)}`}`,
    en: (params, words) => `the test would take ${params.days === undefined ? 'more than a year' : `${number(params, 'days', words)} days`}, over 60: widen the place, or raise the target${params.target === undefined ? '' : ` to at least ${leastPoints(params, words)}`}`,
  },
  'test-day': {
    zh: (params, words) => `还差 ${number(params, 'days', words)} 天到检验日（${dayOf(params, words)}）`,
    en: (params, words) => `${number(params, 'days', words)} days until the test day (${dayOf(params, words)})`,
  },
  days: {
    zh: (params, words) => `观察期 ${number(params, 'have', words)} / ${number(params, 'need', words)} 天`,
    en: (params, words) => `${number(params, 'have', words)} / ${number(params, 'need', words)} days observed`,
  },
  samples: {
    zh: (params, words) => `样本 ${number(params, 'have', words)} / ${number(params, 'need', words)}`,
    en: (params, words) => `sample ${number(params, 'have', words)} / ${number(params, 'need', words)}`,
  },
  'evidence-failed': { zh: () => '检验未通过', en: () => 'the evidence did not pass' },
  'other-person-required': { zh: () => '要由责任人、提交人以外的第二人复核', en: () => 'a second person, neither owner nor submitter, has to do it' },
  'manager-required': { zh: () => '要由管理者来做', en: () => 'a manager has to do it' },
  'reason-required': { zh: () => '缺原因', en: () => 'a reason is missing' },
  'assignee-required': { zh: () => '要先认领', en: () => 'it has to be claimed first' },
  'attempt-required': { zh: () => '至少要联系一次', en: () => 'at least one attempt is needed' },
  'changed-since': { zh: () => '之后又有人改过', en: () => 'somebody changed it since' },
  'metric-without-data': { zh: () => '这个指标还没有数据，暂不能检验', en: () => 'there is no data for this measure yet' },
});

/** @example missingText({ code: 'test-day', params: { days: 6, day: '2026-12-02' } }, 'zh', words) // '还差 6 天到检验日（2026-12-02）' */
export const missingText = ({ code, params = {} }: Missing, language: Language, words: Words): string => texts[language][code](params, words);
