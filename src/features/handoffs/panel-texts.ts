import type { TaskTold } from '#contract';
import { defineTexts } from '#ui';

type EndReason = NonNullable<TaskTold['endReason']>;

const ends = {
  completed: { zh: '接续完成', en: 'Completed' },
  'not-needed': { zh: '客户不再需要', en: 'No longer needed' },
  unreachable: { zh: '联系不上', en: 'Could not be reached' },
  declined: { zh: '客户拒绝', en: 'The customer declined' },
  elsewhere: { zh: '已在别处办理', en: 'Done elsewhere' },
  other: { zh: '其他原因', en: 'Another reason' },
  self: { zh: '客户自己办成了', en: 'The customer went on alone' },
  handoff: { zh: '另有渠道接续', en: 'Picked up through another channel' },
  detour: { zh: '客户自寻了别的渠道', en: 'The customer found another way' },
  lost: { zh: '客户已流失', en: 'The customer is gone' },
  window: { zh: '过了接续窗口', en: 'The time to pick up is over' },
  gone: { zh: '后到的事件表明并未中断', en: 'A late event shows that nothing broke' },
} satisfies Record<EndReason, { zh: string; en: string }>;

/** What the panel of a task says. */
export const panelTexts = defineTexts({
  ...ends,
  panel: { zh: '任务详情', en: 'Task' },
  close: { zh: '返回清单', en: 'Back to the list' },
  stale: { zh: '更新失败，这里可能不是最新', en: 'Could not update: this may be old' },
  broke: { zh: '中断于', en: 'Broke' },
  customer: { zh: '客户', en: 'Customer' },
  customerId: { zh: (id: string) => `代号 ${id}`, en: (id: string) => `pseudonym ${id}` },
  through: { zh: '接续触点', en: 'Through' },
  assignee: { zh: '处理人', en: 'Who' },
  ended: { zh: '结果', en: 'Result' },
  onMap: { zh: '在地图上看', en: 'On the map' },
  story: { zh: '客户故事', en: 'Customer story' },
  facts: { zh: '来历', en: 'Where it comes from' },
  number: { zh: '编号', en: 'Number' },
  rule: { zh: '规则', en: 'Rule' },
  source: { zh: '来自', en: 'From' },
  mode: { zh: '方式', en: 'How' },
  opened: { zh: '出现', en: 'Opened' },
  due: { zh: '到期', en: 'Due' },
  claimed: { zh: '认领', en: 'Claimed' },
  escalatedAt: { zh: '升级', en: 'Escalated' },
  endedAt: { zh: '结束', en: 'Ended' },
});
