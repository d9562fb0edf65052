import type { Carrier, Kind, Measure, Outcome, Resolution, State, TaskMode, TaskPriority, TaskState, TicketMove, TicketState } from '#model';
import type { Tone } from './tag';
import { defineTexts } from './texts';

/** The model's terms as they stand on the screen. @example useTexts(kindWords)[interruption.kind] */
export const kindWords = defineTexts<Record<Kind, string>>({
  limit: { zh: '规则受限', en: 'Limited by a rule' },
  failure: { zh: '操作失败', en: 'Failed' },
  repetition: { zh: '反复尝试', en: 'Repeated attempts' },
  overrun: { zh: '操作超时', en: 'Took too long' },
  abandonment: { zh: '中途放弃', en: 'Abandoned' },
});

export const resolutionWords = defineTexts<Record<Resolution, string>>({
  self: { zh: '自行恢复', en: 'Recovered alone' },
  handoff: { zh: '接续后继续', en: 'Continued after handoff' },
  detour: { zh: '自寻后继续', en: 'Found another way' },
  lost: { zh: '流失', en: 'Lost' },
  open: { zh: '中断中', en: 'Still broken' },
});

export const stateWords = defineTexts<Record<State, string>>({
  smooth: { zh: '顺畅完成', en: 'Smooth' },
  recovered: { zh: '自行恢复后完成', en: 'Recovered alone' },
  handed: { zh: '接续后完成', en: 'Handed over' },
  detoured: { zh: '自寻后完成', en: 'Found another way' },
  active: { zh: '进行中', en: 'Under way' },
  lost: { zh: '流失', en: 'Lost' },
});

export const carrierWords = defineTexts<Record<Carrier | 'none', string>>({
  handoff: { zh: '接续', en: 'Handoff' },
  detour: { zh: '客户自寻', en: 'Detour' },
  none: { zh: '未接续', en: 'Nobody picked up' },
});

export const outcomeWords = defineTexts<Record<Outcome, string>>({
  entered: { zh: '进入', en: 'Entered' },
  done: { zh: '完成', en: 'Done' },
  failed: { zh: '失败', en: 'Failed' },
  limited: { zh: '受限', en: 'Limited' },
});

export const ticketStateWords = defineTexts<Record<TicketState | 'recurred', string>>({
  registered: { zh: '已登记', en: 'Registered' },
  assigned: { zh: '已立项', en: 'Assigned' },
  remediating: { zh: '整改中', en: 'Remediating' },
  verifying: { zh: '验证中', en: 'Verifying' },
  closed: { zh: '已销号', en: 'Closed' },
  waived: { zh: '人工核销', en: 'Waived' },
  recurred: { zh: '已复发', en: 'Recurred' },
});

/** What a ticket must move. */
export const measureWords = defineTexts<Record<Measure, string>>({
  'break-rate': { zh: '中断率', en: 'Break rate' },
  'loss-rate': { zh: '流失率', en: 'Loss rate' },
  'theme-share': { zh: '声音主题占比', en: 'Share of a voice theme' },
  nps: { zh: '净推荐值', en: 'NPS' },
});

export const ticketMoveWords = defineTexts<Record<TicketMove, string>>({
  assign: { zh: '立项', en: 'Assign' },
  start: { zh: '开始整改', en: 'Start' },
  submit: { zh: '提交验证', en: 'Submit for verification' },
  close: { zh: '销号', en: 'Close out' },
  return: { zh: '退回', en: 'Send back' },
  waive: { zh: '人工核销', en: 'Waive' },
  recur: { zh: '复发', en: 'Recur' },
});

export const taskStateWords = defineTexts<Record<TaskState, string>>({
  open: { zh: '待接续', en: 'Open' },
  claimed: { zh: '已认领', en: 'Claimed' },
  contacted: { zh: '已联系', en: 'Contacted' },
  resumed: { zh: '接续成功', en: 'Resumed' },
  failed: { zh: '接续失败', en: 'Failed' },
  expired: { zh: '超时失效', en: 'Expired' },
  withdrawn: { zh: '客户已自行恢复', en: 'Withdrawn' },
});

export const taskPriorityWords = defineTexts<Record<TaskPriority, string>>({
  urgent: { zh: '紧急', en: 'Urgent' },
  high: { zh: '优先', en: 'High' },
  normal: { zh: '一般', en: 'Normal' },
});

export const taskModeWords = defineTexts<Record<TaskMode, string>>({
  realtime: { zh: '实时接续', en: 'While they wait' },
  proactive: { zh: '主动联系', en: 'Get in touch' },
});

/** The colour of each term and the shape that says the same without it. */
export interface Mark {
  tone: Tone;
  shape: string;
}

export const kindMarks: Record<Kind, Mark> = {
  limit: { tone: 'break', shape: '⊘' },
  failure: { tone: 'break', shape: '×' },
  repetition: { tone: 'mild', shape: '↻' },
  overrun: { tone: 'mild', shape: '◷' },
  abandonment: { tone: 'break', shape: '⤫' },
};

export const resolutionMarks: Record<Resolution, Mark> = {
  self: { tone: 'good', shape: '↺' },
  handoff: { tone: 'handoff', shape: '⌒' },
  detour: { tone: 'mild', shape: '↷' },
  lost: { tone: 'break', shape: '//' },
  open: { tone: 'neutral', shape: '…' },
};

export const stateMarks: Record<State, Mark> = {
  smooth: { tone: 'good', shape: '✓' },
  recovered: { tone: 'good', shape: '↺' },
  handed: { tone: 'handoff', shape: '⌒' },
  detoured: { tone: 'mild', shape: '↷' },
  active: { tone: 'neutral', shape: '…' },
  lost: { tone: 'break', shape: '//' },
};

export const ticketStateMarks: Record<TicketState | 'recurred', Mark> = {
  registered: { tone: 'neutral', shape: '○' },
  assigned: { tone: 'neutral', shape: '◔' },
  remediating: { tone: 'mild', shape: '◑' },
  verifying: { tone: 'ticket', shape: '◕' },
  closed: { tone: 'good', shape: '✓' },
  waived: { tone: 'mild', shape: '⊖' },
  recurred: { tone: 'break', shape: '⟲' },
};

export const taskStateMarks: Record<TaskState, Mark> = {
  open: { tone: 'neutral', shape: '○' },
  claimed: { tone: 'nps', shape: '◔' },
  contacted: { tone: 'handoff', shape: '◑' },
  resumed: { tone: 'good', shape: '✓' },
  failed: { tone: 'break', shape: '×' },
  expired: { tone: 'mild', shape: '◷' },
  withdrawn: { tone: 'good', shape: '↺' },
};
