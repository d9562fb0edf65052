import { defineTexts } from '#ui';

/** The words that more than one part of the ledger says. */
export const ledgerTexts = defineTexts({
  title: { zh: '销号台账', en: 'Remediation ledger' },
  open: { zh: (n: string) => `${n} 件未销号`, en: (n: string) => `${n} open` },
  isOpen: { zh: '未销号', en: 'Open' },
  tickets: { zh: (n: string) => `${n} 件`, en: (n: string) => `${n} tickets` },
  none: { zh: '无', en: 'None' },
  all: { zh: '全部', en: 'All' },
  unowned: { zh: '无责任人', en: 'No owner' },
  noDepartment: { zh: '无部门', en: 'No department' },
  cancel: { zh: '取消', en: 'Cancel' },

  mine: { zh: '我的', en: 'Mine' },
  department: { zh: '我的部门', en: 'My department' },
  late: { zh: '逾期', en: 'Overdue' },
  week: { zh: '本周到期', en: 'Due this week' },
  verify: { zh: '待我验证', en: 'For me to verify' },
  passed: { zh: '待我销号', en: 'For me to close: test passed' },
  failed: { zh: '待我退回', en: 'For me to send back: test failed' },
  recurred: { zh: '已复发', en: 'Recurred' },
  waived: { zh: '人工核销', en: 'Waived' },

  daysLate: { zh: (n: string) => `逾期 ${n} 天`, en: (n: string) => `${n} d overdue` },
  daysLeft: { zh: (n: string) => `剩 ${n} 天`, en: (n: string) => `${n} d left` },
  dueToday: { zh: '今天到期', en: 'due today' },
  noDue: { zh: '未定到期日', en: 'no due date' },
  testPassed: { zh: '检验通过', en: 'test passed' },
  testFailed: { zh: '检验未通过', en: 'test failed' },
  reopened: { zh: (day: string) => `${day} 重新打开`, en: (day: string) => `reopened ${day}` },

  // Columns, and the fields of a ticket by the same names.
  id: { zh: '编号', en: 'No.' },
  ticketTitle: { zh: '标题', en: 'Title' },
  state: { zh: '状态', en: 'State' },
  place: { zh: '位置', en: 'Place' },
  owner: { zh: '责任人', en: 'Owner' },
  ofDepartment: { zh: '部门', en: 'Department' },
  due: { zh: '到期', en: 'Due' },
  measures: { zh: '措施', en: 'Measures' },
  baseline: { zh: '基线 %', en: 'Baseline %' },
  effect: { zh: '效果（点）', en: 'Effect (pt)' },
  testDay: { zh: '检验日', en: 'Test day' },
  statutory: { zh: '法定期限', en: 'Statutory' },
  updated: { zh: '更新', en: 'Updated' },
  journey: { zh: '旅程', en: 'Journey' },
  kind: { zh: '中断类型', en: 'Kind of break' },
  complaint: { zh: '关联投诉', en: 'Complaint' },
  watched: { zh: '我关注的', en: 'Watched by me' },
});

type Words = (typeof ledgerTexts)['zh'];
/** Those that are words by themselves, made of no values. */
export type LedgerWord = { [Key in keyof Words]: Words[Key] extends string ? Key : never }[keyof Words];
