import type { TaskMove } from '#contract';
import { defineTexts } from '#ui';
import type { ChangedField } from './what-changed';

export const moveWords = defineTexts<Record<TaskMove, string>>({
  claim: { zh: '认领', en: 'Claim' },
  contact: { zh: '记录联系', en: 'Record contact' },
  resume: { zh: '接续成功', en: 'Resumed' },
  fail: { zh: '接续失败', en: 'Failed' },
  assign: { zh: '转派', en: 'Reassign' },
  release: { zh: '释放', en: 'Release' },
});

export const changedFieldWords = defineTexts<Record<ChangedField, string>>({
  state: { zh: '状态', en: 'State' },
  assignee: { zh: '处理人', en: 'Who' },
  priority: { zh: '优先级', en: 'Priority' },
  dueAt: { zh: '到期', en: 'Due' },
  touchpoint: { zh: '接续触点', en: 'Through' },
  note: { zh: '备注', en: 'Note' },
  attempts: { zh: '联系次数', en: 'Contacts' },
});

export const moveTexts = defineTexts({
  title: { zh: '现在做什么', en: 'What to do' },
  ended: { zh: '任务已结束，时钟停了。', en: 'The task has ended, its clock stands still.' },
  claimFirst: { zh: '先认领', en: 'claim it first' },
  reachFirst: { zh: '先联系上客户', en: 'reach the customer first' },
  attemptFirst: { zh: '先联系客户至少一次', en: 'try to reach the customer first' },
  ownersMove: { zh: (who: string) => `由${who}或管理者处理`, en: (who: string) => `for ${who} or a manager` },
  managersMove: { zh: '由管理者处理', en: 'for a manager' },
  notNow: { zh: '现在还不行', en: 'not possible now' },
  anotherPerson: { zh: '已经是这个人的了', en: 'it is theirs already' },
  done: { zh: (move: string) => `${move}：已记下`, en: (move: string) => `${move}: done` },
  claimed: { zh: '已认领', en: 'Claimed' },
  undo: { zh: '撤销', en: 'Undo' },
  result: { zh: '结果', en: 'What came of it' },
  via: { zh: '通过', en: 'Through' },
  reason: { zh: '原因', en: 'Reason' },
  choose: { zh: '请选择', en: 'Please choose' },
  assignee: { zh: '交给', en: 'To' },
  note: { zh: '说明（可不填）', en: 'Note (optional)' },
  confirm: { zh: (move: string) => `确认${move}`, en: (move: string) => `${move}` },
  cancel: { zh: '取消', en: 'Cancel' },
  sending: { zh: '正在提交…', en: 'Sending…' },
  stale: { zh: '别人刚改过这个任务，您填的还在。看过变化后可以再提交：', en: 'Somebody has just changed this task; what you typed is still here. Look at the changes, then send again:' },
  nothingSeen: { zh: '看得见的内容没有变化', en: 'nothing that shows here' },
  refused: { zh: '还不能这样做：', en: 'Not possible yet: ' },
  failed: { zh: '没有提交成功，任务保持原样：', en: 'It was not done, the task is as it was: ' },
  network: { zh: '连不上服务', en: 'the service cannot be reached' },
  dismiss: { zh: '知道了', en: 'Dismiss' },
});
