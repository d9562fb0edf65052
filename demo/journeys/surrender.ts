import { DAY, HOUR, MINUTE, SECOND } from '#model';
import type { JourneyProfile } from '../profile';
import { text } from '../text';
import { ASSISTED, SELF } from '../touchpoints';

export const surrender: JourneyProfile = {
  id: 'surrender',
  name: text('退保', 'Surrender'),
  idleLost: 5 * DAY,
  perDay: 8,
  starts: { app: 58, wechat: 22, web: 5, hotline: 16, counter: 44, agent: 16 },
  carriers: { video: { weight: 30, success: 0.86 }, hotline: { weight: 70, success: 0.8 } },
  care: { web: 0.8 },
  stages: [
    {
      id: 'apply',
      name: text('申请', 'Apply'),
      steps: [{ id: 'apply', name: text('申请退保', 'Apply to surrender'), takes: 40 * SECOND, after: 0 }],
    },
    {
      id: 'verify',
      name: text('身份核验', 'Verify identity'),
      steps: [
        {
          id: 'face',
          name: text('人脸核验', 'Face check'),
          takes: 35 * SECOND,
          maxAttempts: 3,
          only: SELF,
          mendedBy: 'id-check',
          breaks: [
            {
              kind: 'failure',
              percent: { app: 1.8, wechat: 2.2, web: 1.6 },
              reasons: { 'face-mismatch': 5, 'liveness-failed': 3, 'poor-light': 1 },
              older: 2.1,
            },
          ],
        },
        { id: 'id-check', name: text('人工核身', 'Identity check by a person'), takes: 90 * SECOND, only: ASSISTED },
      ],
    },
    {
      id: 'value',
      name: text('退保试算', 'Surrender value'),
      steps: [
        {
          id: 'value',
          name: text('试算退保金', 'Work out the value'),
          takes: MINUTE,
          standard: 8 * MINUTE,
          breaks: [
            {
              kind: 'limit',
              percent: { app: 2.4, wechat: 2.6, web: 2 },
              reasons: { 'surrender-limit-200k': 1 },
              amount: { limit: 200_000, upTo: 500_000 },
            },
            { kind: 'limit', percent: { app: 0.6, wechat: 0.7, web: 0.5, counter: 0.4, hotline: 0.5 }, reasons: { 'policy-pledged': 1 } },
            { kind: 'overrun', percent: { app: 0.7, wechat: 1, web: 0.8, counter: 0.2 } },
          ],
        },
        {
          id: 'retain',
          name: text('挽留确认', 'Confirm the decision'),
          takes: 70 * SECOND,
          breaks: [{ kind: 'abandonment', percent: { app: 1.3, wechat: 1.6, web: 1.3, hotline: 0.6, counter: 0.5, agent: 0.9 } }],
        },
      ],
    },
    {
      id: 'account',
      name: text('收款账户', 'Account'),
      steps: [
        {
          id: 'account',
          name: text('填写收款账户', 'Fill in the receiving account'),
          takes: MINUTE,
          breaks: [
            {
              kind: 'failure',
              percent: { app: 1.3, wechat: 1.4, web: 1.3, counter: 0.2 },
              reasons: { 'account-rejected': 3, 'card-invalid': 1 },
            },
          ],
        },
      ],
    },
    {
      id: 'refund',
      name: text('审核到账', 'Review and refund'),
      steps: [
        {
          id: 'review',
          name: text('退保审核', 'Review'),
          takes: 5 * HOUR,
          standard: 2 * DAY,
          breaks: [{ kind: 'overrun', percent: { app: 0.4, counter: 0.3 } }],
        },
        { id: 'refunded', name: text('退保金到账', 'Refund paid'), takes: 2 * MINUTE, after: 90 * MINUTE, completes: true },
      ],
    },
  ],
};
