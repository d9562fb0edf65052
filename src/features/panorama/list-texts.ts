import { defineTexts } from '#ui';

/** What the lists of instances, interruptions and visits say. */
export const listTexts = defineTexts({
  noReason: { zh: '没有记录原因', en: 'no reason recorded' },
  back: { zh: '返回', en: 'Back' },
  instances: { zh: '旅程清单', en: 'List of journeys' },
  interruptions: { zh: '中断清单', en: 'List of breaks' },
  visits: { zh: '到访清单', en: 'List of visits' },
  transitions: { zh: '流转清单', en: 'List of transitions' },
  total: { zh: (n: string) => `共 ${n} 条`, en: (n: string) => `${n} in all` },
  everything: { zh: '筛选内的全部旅程', en: 'everything in the filter' },
  sort: { zh: '排序', en: 'Sort by' },
  '-startedAt': { zh: '最近开始', en: 'newest' },
  startedAt: { zh: '最早开始', en: 'oldest' },
  '-duration': { zh: '历时最长', en: 'longest' },
  duration: { zh: '历时最短', en: 'shortest' },
  '-interruptions': { zh: '中断最多', en: 'most breaks' },
  interruptionsAscending: { zh: '中断最少', en: 'fewest breaks' },
  more: { zh: '正在取更多…', en: 'Fetching more…' },
  none: { zh: '没有这样的旅程。', en: 'There are none.' },
  breaks: { zh: (n: string) => `${n} 次中断`, en: (n: string) => `${n} breaks` },
  events: { zh: (n: string) => `${n} 个事件`, en: (n: string) => `${n} events` },
  unhanded: { zh: '未接续', en: 'Missed' },
  pending: { zh: '待接续', en: 'Pending' },
});
