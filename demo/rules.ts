import { type HandoffRule, handoffRule } from '#model';
import { text } from './text';

/**
 * 九应接, nine examples: which breaks of the demo insurer somebody has to pick up. The company's own clauses are for it to write, so every
 * name says 示例. While the customer is still on the page the clock runs always; calls are made in working hours.
 */
export function demoRules(): HandoffRule[] {
  return handoffRule.array().parse([
    {
      id: 'example-1-loan-limit',
      name: text('示例 1 · 借款超自助限额，空中客服即时接', 'Example 1 · Loan above the self-service limit: a video agent at once'),
      scene: { journeys: ['loan'], steps: ['quote'], kinds: ['limit'], reasons: ['self-limit-300k'], amount: { attribute: 'requested', atLeast: 300_000 } },
      ...atOnce('video', 5),
      department: 'video-centre',
      priority: 'urgent',
      escalateAfterMinutes: [0, 30],
    },
    {
      id: 'example-2-older-face',
      name: text('示例 2 · 60 岁及以上人脸核验受阻，空中客服即时接', 'Example 2 · Face check fails at 60 and over: a video agent at once'),
      scene: { steps: ['face'], kinds: ['failure', 'repetition'], segments: ['age60'] },
      ...atOnce('video', 10),
      department: 'video-centre',
      priority: 'urgent',
      escalateAfterMinutes: [0, 30],
    },
    {
      id: 'example-3-debit',
      name: text('示例 3 · 续期扣款失败，95519 三十分钟内外呼', 'Example 3 · Premium debit fails: a call from 95519 within 30 minutes'),
      scene: { journeys: ['renewal'], steps: ['debit'], kinds: ['failure'], reasons: ['debit-failed', 'insufficient-funds', 'card-invalid'] },
      ...byCall('hotline', 30),
      department: 'call-centre',
      priority: 'high',
    },
    {
      id: 'example-4-document',
      name: text('示例 4 · 证件过期或无法识别，95519 两小时内指引', 'Example 4 · Document expired or unreadable: 95519 explains within two hours'),
      scene: { journeys: ['change', 'identity'], steps: ['document'], kinds: ['failure'], reasons: ['id-expired', 'id-unreadable'] },
      ...byCall('hotline', 120),
      department: 'call-centre',
      priority: 'normal',
    },
    {
      id: 'example-5-claim-images',
      name: text('示例 5 · 理赔影像不清或资料不全，95519 一小时内协助', 'Example 5 · Claim images unclear or missing: 95519 helps within an hour'),
      scene: { journeys: ['claim'], steps: ['upload'], kinds: ['failure', 'repetition'] },
      ...byCall('hotline', 60),
      department: 'call-centre',
      priority: 'high',
    },
    {
      id: 'example-6-recording',
      name: text('示例 6 · 双录中断，销售员当日续录', 'Example 6 · Recording broken off: the sales agent finishes it the same day'),
      scene: { journeys: ['recording'], steps: ['record', 'quality'], kinds: ['failure', 'repetition', 'overrun'] },
      ...byCall('agent', 240),
      priority: 'high',
    },
    {
      id: 'example-7-claim-abandoned',
      name: text('示例 7 · 理赔申请中途放弃，95519 一个工作日内回访', 'Example 7 · Claim abandoned: 95519 calls within a working day'),
      scene: { journeys: ['claim'], kinds: ['abandonment'] },
      ...byCall('hotline', 540),
      department: 'call-centre',
      priority: 'normal',
    },
    {
      id: 'example-8-change-overrun',
      name: text('示例 8 · 保全变更填写超时，空中客服即时协助', 'Example 8 · Policy change takes too long: a video agent helps at once'),
      scene: { journeys: ['change'], steps: ['edit'], kinds: ['overrun'] },
      ...atOnce('video', 15),
      department: 'video-centre',
      priority: 'high',
      escalateAfterMinutes: [0, 60],
    },
    {
      id: 'example-9-surrender',
      name: text('示例 9 · 退保试算受阻或犹豫，95519 一小时内挽留', 'Example 9 · Surrender stalls at the quote: 95519 calls to keep the customer within an hour'),
      scene: { journeys: ['surrender'], steps: ['value', 'retain'], kinds: ['limit', 'overrun', 'abandonment'] },
      ...byCall('hotline', 60),
      department: 'call-centre',
      priority: 'high',
    },
  ]);
}

const atOnce = (touchpoint: string, slaMinutes: number) => ({ example: true, enabled: true, mode: 'realtime', touchpoint, slaMinutes, clock: 'always' });
const byCall = (touchpoint: string, slaMinutes: number) => ({ example: true, enabled: true, mode: 'proactive', touchpoint, slaMinutes, clock: 'working' });
