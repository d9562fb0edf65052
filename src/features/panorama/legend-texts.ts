import type { LegendTexts } from '#graph';
import { defineTexts, type Formats } from '#ui';
import { ENOUGH, THRESHOLDS } from './figures';
import { type GraphView, RANKED } from './to-graph';
import { layersOf } from './url';
import type { View } from './view';
import { UNCLAIMED } from './work';

/** What the signs of the map mean. */
export const legendTexts = defineTexts({
  few: { zh: (n: number) => `不足 ${n} 次旅程：只显示，不判断`, en: (n: number) => `fewer than ${n} journeys: shown, not judged` },
  change: { zh: '▲ ▼ 较对比期显著变差、变好', en: '▲ ▼ significantly worse, better' },
  title: { zh: '图例', en: 'Legend' },
  gap: { zh: (rate: string) => `中断率 ≥ ${rate}`, en: (rate: string) => `break rate ≥ ${rate}` },
  rank: { zh: (n: number) => `未接续最多的 ${n} 处，1 最多`, en: (n: number) => `most missed: the worst ${n}, 1 the most` },
  mild: { zh: (rate: string) => `中断率 ≥ ${rate}`, en: (rate: string) => `break rate ≥ ${rate}` },
  handoff: { zh: '接续（宽 = 次数）', en: 'handoff (width = count)' },
  detour: { zh: '客户自寻', en: 'detour by the customer' },
  flow: { zh: '流转（宽 = 次数）', en: 'flow (width = count)' },
  loss: { zh: '流失', en: 'lost' },
  tasks: { zh: '待办接续任务', en: 'open handoff tasks' },
  overdue: { zh: '! 其中有超时', en: '! some are overdue' },
  tickets: { zh: '未销号工单', en: 'open tickets' },
  recurred: { zh: '⟲ 其中有复发', en: '⟲ some have come back' },
  unclaimed: {
    zh: (missed: number, rate: string) => `无人认领：未接续 ≥ ${missed}、接续率 < ${rate}、无工单`,
    en: (missed: number, rate: string) => `unclaimed: ≥ ${missed} missed, < ${rate} handed over, no ticket`,
  },
  bar: { zh: (rate: string) => `条满 = ${rate}`, en: (rate: string) => `full bar = ${rate}` },
  result: { zh: (rate: string) => `结果条：红满 = 流失 ${rate}`, en: (rate: string) => `result bar: all red = ${rate} lost` },
});

/** The legend of what is drawn: of the layers that are, and on their scales once there are numbers. */
export function legendOf({ place, search, answer }: Pick<View, 'place' | 'search' | 'answer'>, graph: GraphView | undefined, t: (typeof legendTexts)['zh'], { percent }: Pick<Formats, 'percent'>): LegendTexts {
  const layers = layersOf(search, place.level);
  const breaks = layers.has('breaks');
  return {
    title: t.title,
    gap: breaks ? t.gap(percent(THRESHOLDS.broken)) : undefined,
    rank: breaks && answer?.nodes.some(({ unhanded }) => unhanded > 0) ? t.rank(RANKED) : undefined,
    mild: breaks ? t.mild(percent(THRESHOLDS.mild)) : undefined,
    handoff: layers.has('handoffs') ? t.handoff : undefined,
    detour: layers.has('detours') ? t.detour : undefined,
    flow: layers.has('flows') ? t.flow : undefined,
    loss: layers.has('losses') ? t.loss : undefined,
    tasks: layers.has('tasks') ? t.tasks : undefined,
    overdue: layers.has('tasks') ? t.overdue : undefined,
    tickets: layers.has('tickets') ? t.tickets : undefined,
    recurred: layers.has('tickets') ? t.recurred : undefined,
    unclaimed: layers.has('tickets') ? t.unclaimed(UNCLAIMED.unhanded, percent(UNCLAIMED.handoffRate)) : undefined,
    change: breaks && (answer?.comparison?.changes.length ?? 0) > 0 ? t.change : undefined,
    few: breaks ? t.few(ENOUGH) : undefined,
    bar: breaks && graph ? t.bar(percent(graph.fullBar)) : undefined,
    result: place.level === 'overview' && graph ? t.result(percent(graph.fullLoss)) : undefined,
  };
}
