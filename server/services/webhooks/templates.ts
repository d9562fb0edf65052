/** Bodies to start from. Group robots take a text; what they are told is one line, and who, where and by when. */
export const WEBHOOK_TEMPLATES = [
  { id: 'message', name: { zh: '完整消息（JSON）', en: 'The whole message (JSON)' }, template: '' },
  {
    id: 'wecom',
    name: { zh: '企业微信群机器人', en: 'WeCom group robot' },
    template: '{\n  "msgtype": "text",\n  "text": { "content": "{{title}}\\n责任人：{{person}}\\n期限：{{due}}" }\n}',
  },
  {
    id: 'dingtalk',
    name: { zh: '钉钉群机器人', en: 'DingTalk group robot' },
    template: '{\n  "msgtype": "text",\n  "text": { "content": "{{title}}\\n责任人：{{person}}\\n期限：{{due}}" }\n}',
  },
  {
    id: 'feishu',
    name: { zh: '飞书群机器人', en: 'Feishu group robot' },
    template: '{\n  "msg_type": "text",\n  "content": { "text": "{{title}}\\n责任人：{{person}}\\n期限：{{due}}" }\n}',
  },
  {
    id: 'fields',
    name: { zh: '选取字段', en: 'Some fields' },
    template: '{\n  "event": "{{event}}",\n  "id": "{{subject}}",\n  "at": "{{at}}",\n  "changed": {{after}}\n}',
  },
];
