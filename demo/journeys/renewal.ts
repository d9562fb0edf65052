import { DAY, HOUR, MINUTE, SECOND } from '#model';
import type { JourneyProfile } from '../profile';
import { text } from '../text';
import { ASSISTED } from '../touchpoints';

export const renewal: JourneyProfile = {
  id: 'renewal',
  name: text('续期交费', 'Renewal payment'),
  important: true,
  npsTarget: 42,
  idleLost: 5 * DAY,
  perDay: 35,
  starts: { app: 921, wechat: 388, web: 44, hotline: 10, counter: 57, agent: 70 },
  carriers: { video: { weight: 8, success: 0.92 }, hotline: { weight: 70, success: 0.84 }, agent: { weight: 22, success: 0.86 } },
  care: { app: 1.2, wechat: 1.05 },
  stages: [
    {
      id: 'notice',
      name: text('续期提醒', 'Reminder'),
      steps: [{ id: 'remind', name: text('打开续期提醒', 'Open the reminder'), takes: 10 * SECOND, after: 0 }],
    },
    {
      id: 'bill',
      name: text('账单确认', 'Bill'),
      steps: [
        {
          id: 'bill',
          name: text('查看账单', 'Look at the bill'),
          takes: 30 * SECOND,
          after: 3 * HOUR,
          breaks: [{ kind: 'abandonment', percent: { app: 1.2, wechat: 1.6, web: 1.3, counter: 0.1, agent: 0.3 } }],
        },
        {
          id: 'combine',
          name: text('合并多张保单', 'Combine policies'),
          takes: 35 * SECOND,
          standard: 5 * MINUTE,
          maxAttempts: 3,
          only: ['app', 'wechat', 'web', 'agent'],
          breaks: [
            { kind: 'overrun', percent: { app: 0.5, wechat: 0.8, web: 0.7, agent: 0.2 }, older: 1.6 },
            { kind: 'repetition', percent: { app: 0.3, wechat: 0.5, web: 0.4 } },
          ],
        },
      ],
    },
    {
      id: 'pay',
      name: text('支付', 'Pay'),
      steps: [
        {
          id: 'debit',
          name: text('确认扣款', 'Confirm the debit'),
          takes: 25 * SECOND,
          maxAttempts: 3,
          mendedBy: 'assist',
          breaks: [
            {
              kind: 'failure',
              percent: { app: 6.6, wechat: 8.2, web: 6, hotline: 1.2, counter: 0.4, agent: 0.9 },
              reasons: { 'debit-failed': 8, 'insufficient-funds': 3, 'card-invalid': 2 },
            },
            {
              kind: 'limit',
              percent: { app: 0.7, wechat: 0.8, web: 0.4 },
              reasons: { 'bank-limit': 1 },
              amount: { limit: 50_000, upTo: 200_000 },
            },
          ],
        },
        { id: 'assist', name: text('协助交费', 'Help with the payment'), takes: 2 * MINUTE, only: ASSISTED, mends: true },
      ],
    },
    {
      id: 'posted',
      name: text('入账', 'Posted'),
      steps: [{ id: 'posted', name: text('保费入账', 'Premium posted'), takes: 40 * SECOND, after: 5 * MINUTE, completes: true }],
    },
    {
      id: 'receipt',
      name: text('凭证', 'Receipt'),
      steps: [{ id: 'receipt', name: text('电子发票', 'Electronic invoice'), takes: 30 * SECOND, only: ['app', 'web'] }],
    },
  ],
};
