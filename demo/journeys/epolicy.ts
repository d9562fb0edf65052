import { DAY, MINUTE, SECOND } from '#model';
import type { JourneyProfile } from '../profile';
import { text } from '../text';

export const epolicy: JourneyProfile = {
  id: 'epolicy',
  name: text('电子保单', 'Electronic policy'),
  idleLost: DAY,
  perDay: 13,
  starts: { app: 172, wechat: 120, web: 39, hotline: 6, counter: 4 },
  carriers: { hotline: { weight: 1, success: 0.84 } },
  stages: [
    {
      id: 'find',
      name: text('查找', 'Find'),
      steps: [{ id: 'find', name: text('查找保单', 'Find the policy'), takes: 20 * SECOND, after: 0 }],
    },
    {
      id: 'verify',
      name: text('验证', 'Verify'),
      steps: [
        {
          id: 'code',
          name: text('短信验证', 'Text message code'),
          takes: 25 * SECOND,
          standard: 3 * MINUTE,
          maxAttempts: 3,
          breaks: [
            { kind: 'failure', percent: { app: 1.8, wechat: 2.1, web: 2.2 }, reasons: { 'sms-not-received': 1 }, older: 1.5 },
            { kind: 'overrun', percent: { app: 0.3, wechat: 0.5, web: 0.5 } },
            { kind: 'repetition', percent: { app: 0.2, wechat: 0.3, web: 0.3 } },
          ],
        },
      ],
    },
    {
      id: 'view',
      name: text('查看', 'View'),
      steps: [
        {
          id: 'view',
          name: text('查看电子保单', 'View the policy'),
          takes: MINUTE,
          breaks: [{ kind: 'abandonment', percent: { app: 0.7, wechat: 0.8, web: 0.9 } }],
        },
      ],
    },
    {
      id: 'download',
      name: text('下载', 'Download'),
      steps: [
        {
          id: 'download',
          name: text('下载文件', 'Download the file'),
          takes: 15 * SECOND,
          breaks: [
            {
              kind: 'failure',
              percent: { app: 0.6, wechat: 0.8, web: 1, counter: 0.3 },
              reasons: { 'file-unavailable': 3, 'system-busy': 1 },
            },
          ],
        },
      ],
    },
    {
      id: 'deliver',
      name: text('送达', 'Deliver'),
      steps: [{ id: 'delivered', name: text('保单送达', 'Policy delivered'), takes: 10 * SECOND, after: 20 * SECOND, completes: true }],
    },
  ],
};
