import type { NpsAgainst, NpsVariable } from '#contract';
import type { Programme } from '#model';
import { defineTexts } from '#ui';

/** Each comparator by name: what an arrow says it is against. */
export const againstWords = defineTexts<Record<NpsAgainst, string>>({
  yearStart: { zh: '较年初', en: 'vs start of year' },
  lastYear: { zh: '较去年同期', en: 'vs same period last year' },
  threeYears: { zh: '较三年前', en: 'vs three years ago' },
  previous: { zh: '较上一期', en: 'vs previous period' },
  custom: { zh: '较所选日期', en: 'vs chosen days' },
});

export const programmeWords = defineTexts<Record<Programme, string>>({
  transactional: { zh: '交易型', en: 'Transactional' },
  relational: { zh: '关系型', en: 'Relational' },
});

export const variableWords = defineTexts<Record<NpsVariable, string>>({
  nps: { zh: 'NPS', en: 'NPS' },
  breakRate: { zh: '中断率', en: 'Break rate' },
  handoffRate: { zh: '接续率', en: 'Handoff rate' },
  waiting: { zh: '等待时长', en: 'Waiting' },
  repeats: { zh: '重复比例', en: 'Repeats' },
});

/** What charts and sentences of the page say again and again. */
export const npsWords = defineTexts({
  important: { zh: '重要服务', en: 'Important services' },
  all: { zh: '全部旅程', en: 'All journeys' },
  unnamed: { zh: '未注明', en: 'Not stated' },
  other: { zh: '其他', en: 'Others' },
  mix: { zh: '结构', en: 'Mix' },
  significant: { zh: '显著', en: 'significant' },
  insignificant: { zh: '无显著差异', en: 'no significant difference' },
  few: { zh: (n: string) => `样本不足（n = ${n}）`, en: (n: string) => `too few ratings (n = ${n})` },
  fewWhy: { zh: (n: string) => `样本不足（n = ${n}），少于 30 不给出点`, en: (n: string) => `too few ratings (n = ${n}): no point below 30` },
  n: { zh: (n: string) => `n = ${n}`, en: (n: string) => `n = ${n}` },
  interval: { zh: (low: string, high: string) => `95% 区间 ${low} – ${high}`, en: (low: string, high: string) => `95% interval ${low} – ${high}` },
  noRate: { zh: '应答率 —', en: 'response rate —' },
  noRateWhy: {
    zh: '邀请数只按旅程和日期上报，不知道是哪个机构、触点或客群的；或者这一期没有上报邀请数。',
    en: 'Invitations are told by journey and day alone, not by office, touchpoint or segment; or none were told for this period.',
  },
  responded: { zh: (rate: string) => `应答率 ${rate}`, en: (rate: string) => `response rate ${rate}` },
  parts: { zh: (promoters: string, detractors: string) => `推荐者 ${promoters} · 贬损者 ${detractors}`, en: (promoters: string, detractors: string) => `${promoters} promoters · ${detractors} detractors` },
  upTo: { zh: (day: string) => `截至 ${day}`, en: (day: string) => `up to ${day}` },
  period: { zh: '期间', en: 'Period' },
  name: { zh: '名称', en: 'Name' },
  nps: { zh: '净推荐值', en: 'NPS' },
  low: { zh: '95% 下限', en: '95% low' },
  high: { zh: '95% 上限', en: '95% high' },
  count: { zh: '评价数 n', en: 'Ratings n' },
  promoters: { zh: '推荐者', en: 'Promoters' },
  detractors: { zh: '贬损者', en: 'Detractors' },
  invited: { zh: '邀请数', en: 'Invited' },
  responseRate: { zh: '应答率', en: 'Response rate' },
  change: { zh: '变化', en: 'Change' },
  verdict: { zh: '是否显著', en: 'Significance' },
  comparator: { zh: '对比期', en: 'Compared with' },
});
