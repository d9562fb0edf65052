import { defineTexts } from '#ui';

/** What the parts of the ticket page say in common. */
export const ticketTexts = defineTexts({
  ledger: { zh: '销号台账', en: 'Ledger' },
  owner: { zh: '责任人', en: 'Owner' },
  department: { zh: '责任部门', en: 'Department' },
  due: { zh: '到期', en: 'Due' },
  target: { zh: '目标', en: 'Target' },
  targetDrop: { zh: (points: string) => `目标 下降 ≥ ${points}`, en: (points: string) => `Target: a drop of at least ${points}` },
  and: { zh: '、', en: ', ' },
  none: { zh: '无', en: 'None' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  add: { zh: '添加', en: 'Add' },
  remove: { zh: '删除', en: 'Remove' },
  edit: { zh: '修改', en: 'Edit' },
  system: { zh: '系统', en: 'System' },
  breakRate: { zh: '中断率', en: 'break rate' },
  lossRate: { zh: '流失率', en: 'loss rate' },
  themeShare: { zh: '声音主题占比', en: 'share of a voice theme' },
  shareOf: { zh: (theme: string) => `“${theme}”占比`, en: (theme: string) => `share of “${theme}”` },
  mentioning: { zh: '提到的评论', en: 'comments about it' },
  comments: { zh: '评论', en: 'comments' },
  nps: { zh: '净推荐值', en: 'NPS' },
  interrupted: { zh: '中断客户', en: 'interrupted' },
  lost: { zh: '流失客户', en: 'lost' },
  customers: { zh: '客户', en: 'journeys' },
});
