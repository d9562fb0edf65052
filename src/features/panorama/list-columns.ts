import type { InstanceRow } from '#contract';
import { defineTexts, type carrierWords, type kindWords, type resolutionWords, type stateWords } from '#ui';
import type { Names } from './names';
import type { PanoramaSearch } from './search';
import type { Column } from './table-rows';

/** The headers of a list in a file. */
export const listColumnTexts = defineTexts({
  id: { zh: '旅程编号', en: 'Journey id' },
  customer: { zh: '客户代号', en: 'Customer pseudonym' },
  journey: { zh: '旅程', en: 'Journey' },
  state: { zh: '状态', en: 'State' },
  startedAt: { zh: '开始', en: 'Started' },
  lastAt: { zh: '最后事件', en: 'Last event' },
  duration: { zh: '历时', en: 'Took' },
  events: { zh: '事件数', en: 'Events' },
  interruptions: { zh: '中断次数', en: 'Breaks' },
  organisation: { zh: '机构', en: 'Organisation' },
  segment: { zh: '客群', en: 'Segment' },
  step: { zh: '步骤', en: 'Step' },
  touchpoint: { zh: '触点', en: 'Touchpoint' },
  kind: { zh: '中断类型', en: 'Kind of break' },
  reason: { zh: '原因', en: 'Reason' },
  brokeAt: { zh: '中断时间', en: 'Broke at' },
  attempts: { zh: '尝试次数', en: 'Attempts' },
  resolution: { zh: '结果', en: 'Resolution' },
  pending: { zh: '待接续', en: 'Pending' },
  carrier: { zh: '接续方式', en: 'Carried by' },
  carrierTouchpoint: { zh: '接续触点', en: 'Carried at' },
  carriedAt: { zh: '接续时间', en: 'Carried on' },
  continuedAt: { zh: '继续时间', en: 'Continued at' },
  from: { zh: '到访自', en: 'Visit from' },
  until: { zh: '到访至', en: 'Visit until' },
  visitEvents: { zh: '到访事件数', en: 'Events of the visit' },
  yes: { zh: '是', en: 'yes' },
});

interface Words {
  texts: (typeof listColumnTexts)['zh'];
  kinds: (typeof kindWords)['zh'];
  resolutions: (typeof resolutionWords)['zh'];
  states: (typeof stateWords)['zh'];
  carriers: (typeof carrierWords)['zh'];
}

/** The columns of the list behind a number in a file: the instance, and what makes it a row. */
export function listColumns(list: PanoramaSearch['list'], names: Names, { texts, kinds, resolutions, states, carriers }: Words): Column<InstanceRow>[] {
  const column = (key: keyof typeof texts, kind: Column<InstanceRow>['kind'], value: Column<InstanceRow>['value']): Column<InstanceRow> => ({ key, header: texts[key], kind, value });
  const ofBreak = [
    column('step', 'text', ({ journey, interruption }) => interruption && names.step(journey, interruption.step)),
    column('touchpoint', 'text', ({ interruption }) => interruption && names.touchpoint(interruption.touchpoint)),
    column('kind', 'text', ({ interruption }) => interruption && kinds[interruption.kind]),
    column('reason', 'text', ({ interruption }) => (interruption?.reason === undefined ? undefined : names.reason(interruption.reason))),
    column('brokeAt', 'at', ({ interruption }) => interruption?.at),
    column('attempts', 'count', ({ interruption }) => interruption?.attempts),
    column('resolution', 'text', ({ interruption }) => interruption && resolutions[interruption.resolution]),
    column('pending', 'text', ({ interruption }) => (interruption?.pending ? texts.yes : undefined)),
    column('carrier', 'text', ({ interruption }) => interruption?.carrier && carriers[interruption.carrier.kind]),
    column('carrierTouchpoint', 'text', ({ interruption }) => interruption?.carrier && names.touchpoint(interruption.carrier.touchpoint)),
    column('carriedAt', 'at', ({ interruption }) => interruption?.carrier?.at),
    column('continuedAt', 'at', ({ interruption }) => interruption?.continuedAt),
  ];
  const ofVisit = [
    column('step', 'text', ({ journey, visit }) => (visit?.step === undefined ? undefined : names.step(journey, visit.step))),
    column('touchpoint', 'text', ({ visit }) => visit && names.touchpoint(visit.touchpoint)),
    column('from', 'at', ({ visit }) => visit?.firstAt),
    column('until', 'at', ({ visit }) => visit?.lastAt),
    column('visitEvents', 'count', ({ visit }) => visit?.events),
  ];
  return [
    column('id', 'text', ({ id }) => id),
    column('customer', 'text', ({ customer }) => customer),
    column('journey', 'text', ({ journey }) => names.journey(journey)),
    ...(list === 'interruptions' ? ofBreak : list === 'visits' ? ofVisit : []),
    column('state', 'text', ({ state }) => states[state]),
    column('startedAt', 'at', ({ startedAt }) => startedAt),
    column('lastAt', 'at', ({ lastAt }) => lastAt),
    column('duration', 'ms', ({ startedAt, lastAt }) => Date.parse(lastAt) - Date.parse(startedAt)),
    column('events', 'count', ({ events }) => events),
    column('interruptions', 'count', ({ interruptions }) => interruptions),
    column('organisation', 'text', ({ organisation }) => organisation && names.organisation(organisation)),
    column('segment', 'text', ({ segment }) => segment && names.segment(segment)),
  ];
}
