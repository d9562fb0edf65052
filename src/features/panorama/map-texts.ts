import { defineTexts } from '#ui';

/** What is written on the map itself: short, because there is little room. */
export const mapTexts = defineTexts({
  journeys: { zh: (n: string) => `${n} 次旅程`, en: (n: string) => `${n} journeys` },
  breakRate: { zh: (rate: string) => `中断 ${rate}`, en: (rate: string) => `${rate} break` },
  noBreak: { zh: '无中断', en: 'no break' },
  unhanded: { zh: (n: string) => `未接续 ${n}`, en: (n: string) => `Missed ${n}` },
  resumed: { zh: (rate: string) => `接续成功 ${rate}`, en: (rate: string) => `Resumed ${rate}` },
  handoff: { zh: (n: string, rate: string) => `接续 ${n} · 成 ${rate}`, en: (n: string, rate: string) => `Handoff ${n} · ${rate} ok` },
  detour: { zh: (n: string, rate: string) => `自寻 ${n} · 成 ${rate}`, en: (n: string, rate: string) => `Detour ${n} · ${rate} ok` },
  tasks: { zh: (n: string) => `待办接续任务 ${n}`, en: (n: string) => `Open tasks: ${n}` },
  overdue: { zh: (n: string) => `超时 ${n}`, en: (n: string) => `${n} overdue` },
  tickets: { zh: (n: string) => `未销号工单 ${n}`, en: (n: string) => `Open tickets: ${n}` },
  /** Of the open tickets. */
  wide: { zh: (n: string) => `其中 ${n} 件不限触点，整条旅程的触点上都有`, en: (n: string) => `${n} of them for every touchpoint, and so at each` },
  also: { zh: '；', en: '; ' },
  byState: { zh: (tickets: string, states: string) => `${tickets}（${states}）`, en: (tickets: string, states: string) => `${tickets} (${states})` },
  worse: { zh: '较对比期显著变差', en: 'significantly worse than in the comparison' },
  better: { zh: '较对比期显著变好', en: 'significantly better than in the comparison' },
  unclaimed: { zh: '无人认领', en: 'Unclaimed' },
  loss: { zh: (n: string) => `流失 ${n}`, en: (n: string) => `Lost ${n}` },
  completed: { zh: (rate: string) => `完成 ${rate}`, en: (rate: string) => `Done ${rate}` },
  lost: { zh: (rate: string) => `流失 ${rate}`, en: (rate: string) => `Lost ${rate}` },
  outcome: {
    zh: (journey: string, done: string, lost: string, entered: string) => `${journey} 结果：进入 ${entered}，完成 ${done}，流失 ${lost}`,
    en: (journey: string, done: string, lost: string, entered: string) => `${journey}, result: ${entered} entered, ${done} completed, ${lost} lost`,
  },
  place: {
    zh: (name: string, n: string) => `${name}：${n} 次旅程`,
    en: (name: string, n: string) => `${name}: ${n} journeys`,
  },
  placeBreaks: {
    zh: (rate: string, broken: string) => `中断 ${rate}（${broken} 次旅程）`,
    en: (rate: string, broken: string) => `${rate} break (${broken} journeys)`,
  },
});

/** What stands in the tooltips and the table: in full. */
export const figureTexts = defineTexts({
  instances: { zh: '旅程', en: 'Journeys' },
  visits: { zh: '到访', en: 'Visits' },
  breakRate: { zh: '中断率', en: 'Break rate' },
  interruptions: { zh: '中断', en: 'Breaks' },
  unhanded: { zh: '未接续', en: 'Missed (nobody picked up)' },
  pending: { zh: '待接续', en: 'Pending' },
  tasks: { zh: '待办接续任务', en: 'Open tasks' },
  tickets: { zh: '未销号工单', en: 'Open tickets' },
  of: { zh: (n: string, part: string, name: string) => `${n}（${name} ${part}）`, en: (n: string, part: string, name: string) => `${n} (${part} ${name})` },
  overdue: { zh: '超时', en: 'overdue' },
  recurred: { zh: '已复发', en: 'recurred' },
  unclaimed: { zh: '无人认领', en: 'Unclaimed' },
  unclaimedWhy: { zh: '少有接续，也没有工单', en: 'few handoffs and no ticket' },
  handoffRate: { zh: '接续率', en: 'Handoff rate' },
  success: { zh: '接续成功率', en: 'Handoff success' },
  carriers: { zh: '接到的中断', en: 'Breaks received' },
  lost: { zh: '流失', en: 'Lost' },
  count: { zh: '次数', en: 'Times' },
  flow: { zh: '流转', en: 'Flow' },
  gap: { zh: '间隔中位数', en: 'Median gap' },
  latency: { zh: '等待中位数', en: 'Median wait' },
  entered: { zh: '进入', en: 'Entered' },
  completed: { zh: '完成', en: 'Completed' },
  active: { zh: '进行中', en: 'Under way' },
  interval: { zh: '95% 区间', en: '95% interval' },
  few: { zh: '样本不足 30，不作判断', en: 'fewer than 30, not judged' },
  change: { zh: '较对比期', en: 'Against comparison' },
  fraction: { zh: (rate: string, part: string, whole: string) => `${rate}（${part} ÷ ${whole}）`, en: (rate: string, part: string, whole: string) => `${rate} (${part} of ${whole})` },
});
