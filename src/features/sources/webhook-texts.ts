import type { Delivery, WebhookEvent } from '#contract';
import { defineTexts } from '#ui';

export const webhookTexts = defineTexts({
  title: { zh: '向外通知（Webhook）', en: 'Telling other systems (webhooks)' },
  note: {
    zh: '接续任务和整改工单有变化时，带签名地发给别的系统或企业微信群机器人；发不到会重试，每一次都有记录。',
    en: 'Changes of handoff tasks and tickets are sent, signed, to other systems or a group robot; what does not arrive is tried again, and every attempt is on record.',
  },
  notForYou: { zh: '由管理者或工程师设置。', en: 'Managers and engineers set this up.' },
  none: { zh: '还没有通知地址。', en: 'Nobody is told yet.' },
  add: { zh: '添加通知地址', en: 'Add an address' },
  edit: { zh: '修改', en: 'Edit' },
  remove: { zh: '删除', en: 'Remove' },
  test: { zh: '发一条试试', en: 'Send a test' },
  log: { zh: '发送记录', en: 'Deliveries' },
  enabled: { zh: '启用', en: 'Enabled' },
  disabled: { zh: '已停用', en: 'disabled' },
  name: { zh: '名称', en: 'Name' },
  url: { zh: '地址（http 或 https）', en: 'Address (http or https)' },
  events: { zh: '通知哪些变化', en: 'What is told' },
  template: { zh: '正文模板（空：发送完整消息）', en: 'Body template (empty: the whole message)' },
  templateNote: { zh: '{{路径}} 会换成消息里的值，按所在的位置转义。', en: '{{path}} stands for a value of the message, escaped for where it stands.' },
  from: { zh: '从模板开始…', en: 'Start from a template…' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '我已保存密钥', en: 'I have kept the secret' },
  secretTitle: { zh: '签名密钥，只显示这一次', en: 'The signing secret, shown this once' },
  secretNote: {
    zh: '接收方用它核对签名：HMAC-SHA256（密钥，时间戳 + “.” + 正文）。请保存在接收方，之后只能看到末几位。',
    en: 'The receiver checks signatures with it: HMAC-SHA256(secret, timestamp + “.” + body). Keep it there; afterwards only its end is shown.',
  },
  tail: { zh: (tail: string) => `密钥 …${tail}`, en: (tail: string) => `secret …${tail}` },
  askRemove: { zh: (name: string) => `删除“${name}”？`, en: (name: string) => `Remove “${name}”?` },
  removeNote: { zh: '等待发送的消息也会一起删除。', en: 'What waits to be sent to it goes too.' },
  answered: { zh: (status: string, ms: string) => `对方回答 ${status}，用时 ${ms} 毫秒`, en: (status: string, ms: string) => `It answered ${status} in ${ms} ms` },
  unreachable: { zh: (error: string) => `没有送达：${error}`, en: (error: string) => `Not delivered: ${error}` },
  redeliver: { zh: '重发', en: 'Send again' },
  again: { zh: (at: string) => `${at} 再试`, en: (at: string) => `again at ${at}` },
  attempts: { zh: (n: string) => `${n} 次`, en: (n: string) => `${n} ${n === '1' ? 'attempt' : 'attempts'}` },
  nothingSent: { zh: '还没有发送过。', en: 'Nothing has been sent yet.' },
  more: { zh: '更早的', en: 'Earlier' },
  body: { zh: '正文', en: 'Body' },
});

export const eventWords = defineTexts<Record<WebhookEvent, string>>({
  'task.opened': { zh: '任务产生', en: 'task opened' },
  'task.moved': { zh: '任务推进', en: 'task moved' },
  'task.overdue': { zh: '任务超时升级', en: 'task overdue' },
  'task.ended': { zh: '任务结束', en: 'task ended' },
  'ticket.registered': { zh: '工单登记', en: 'ticket registered' },
  'ticket.moved': { zh: '工单推进', en: 'ticket moved' },
  'ticket.edited': { zh: '工单修改', en: 'ticket edited' },
  'ticket.commented': { zh: '工单评论', en: 'ticket commented' },
  'ticket.supervised': { zh: '工单督办', en: 'ticket supervised' },
  'ticket.recurred': { zh: '工单复发', en: 'ticket recurred' },
  'ticket.tested': { zh: '工单检验', en: 'ticket tested' },
});

export const deliveryWords = defineTexts<Record<Delivery['state'], string>>({
  waiting: { zh: '等待', en: 'waiting' },
  delivered: { zh: '已送达', en: 'delivered' },
  failed: { zh: '已放弃', en: 'given up' },
});
