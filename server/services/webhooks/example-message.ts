import type { WebhookMessage } from './webhook-message';

/** What templates are tried on, and what a test sends: nothing in it is true. Its texts hold what breaks careless templates. */
export const EXAMPLE_MESSAGES: readonly [WebhookMessage, ...WebhookMessage[]] = [
  {
    id: '00000000-0000-4000-8000-000000000001',
    event: 'task.opened',
    at: '2026-11-26T06:30:00.000Z',
    actor: 'system:handoff-tasks',
    action: 'open',
    subject: 'JX-000000',
    title: { zh: '接续任务 JX-000000 待接续：示例旅程 › 示例步骤 · 示例触点', en: 'Handoff task JX-000000 open: Example journey › Example step · Example touchpoint' },
    state: { zh: '待接续', en: 'open' },
    place: { zh: '示例旅程 › 示例步骤 · 示例触点', en: 'Example journey › Example step · Example touchpoint' },
    due: '2026-11-26 14:35',
    after: { state: 'open', priority: 'high' },
    task: { id: 'JX-000000', version: 1, state: 'open', priority: 'high' },
  },
  {
    id: '00000000-0000-4000-8000-000000000002',
    event: 'ticket.moved',
    at: '2026-11-26T06:30:00.000Z',
    actor: 'person:example',
    action: 'assign',
    reason: '“示例”\n"quoted" \\ text',
    subject: 'ZG-0000',
    title: { zh: '整改工单 ZG-0000 已立项：“示例”标题', en: 'Ticket ZG-0000 assigned: an "example" title' },
    state: { zh: '已立项', en: 'assigned' },
    place: { zh: '示例旅程', en: 'Example journey' },
    person: { zh: '示例', en: 'Example' },
    before: { state: 'registered' },
    after: { state: 'assigned', owner: 'example' },
    ticket: { id: 'ZG-0000', version: 2, state: 'assigned', title: '“示例”标题' },
  },
];
