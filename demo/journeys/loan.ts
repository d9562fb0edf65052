import { DAY, MINUTE, SECOND } from '#model';
import type { JourneyProfile } from '../profile';
import { text } from '../text';
import { ASSISTED, SELF } from '../touchpoints';

export const loan: JourneyProfile = {
  id: 'loan',
  name: text('保单借款', 'Policy loan'),
  important: true,
  npsTarget: 38,
  idleLost: 3 * DAY,
  perDay: 14,
  starts: { app: 182, wechat: 61, web: 12, hotline: 4, counter: 21, agent: 3 },
  carriers: { video: { weight: 60, success: 0.86 }, hotline: { weight: 40, success: 0.88 } },
  care: { wechat: 0.8, web: 0.7 },
  stages: [
    {
      id: 'enter',
      name: text('进入', 'Enter'),
      steps: [{ id: 'open', name: text('打开借款', 'Open the loan page'), takes: 20 * SECOND, after: 0 }],
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
              percent: { app: 3.6, wechat: 2.8, web: 2 },
              reasons: { 'face-mismatch': 5, 'liveness-failed': 3, 'poor-light': 2, 'face-throttled': 3 },
              older: 2.1,
            },
            { kind: 'repetition', percent: { app: 0.7, wechat: 0.9, web: 0.5 }, older: 1.7 },
          ],
        },
        {
          id: 'id-check',
          name: text('人工核身', 'Identity check by a person'),
          takes: 90 * SECOND,
          only: ASSISTED,
          breaks: [
            { kind: 'failure', percent: { hotline: 1.8, counter: 0.4, agent: 0.8 }, reasons: { 'id-expired': 3, 'data-mismatch': 2 } },
          ],
        },
      ],
    },
    {
      id: 'quote',
      name: text('试算额度', 'Quote'),
      steps: [
        {
          id: 'quote',
          name: text('额度试算', 'Work out the amount'),
          takes: 40 * SECOND,
          standard: 5 * MINUTE,
          maxAttempts: 3,
          mendedBy: 'top-up',
          breaks: [
            {
              kind: 'limit',
              percent: { app: 5, wechat: 2.4, web: 1.8 },
              reasons: { 'self-limit-300k': 1 },
              amount: { limit: 300_000, upTo: 600_000 },
            },
            {
              kind: 'limit',
              percent: { app: 0.6, wechat: 0.6, web: 0.5, counter: 0.4 },
              reasons: { 'low-cash-value': 3, 'overdue-loan': 1 },
            },
            { kind: 'overrun', percent: { app: 0.5, wechat: 0.6, web: 0.6, counter: 0.3, agent: 0.6 } },
          ],
        },
        { id: 'top-up', name: text('人工补额', 'Raise the amount with an agent'), takes: 3 * MINUTE, only: ASSISTED, mends: true },
      ],
    },
    {
      id: 'fill',
      name: text('填写与签名', 'Fill in and sign'),
      steps: [
        {
          id: 'fill',
          name: text('填写金额', 'Fill in the amount'),
          takes: 55 * SECOND,
          standard: 8 * MINUTE,
          breaks: [
            { kind: 'overrun', percent: { app: 0.4, wechat: 0.8, web: 0.5 }, older: 1.5 },
            { kind: 'abandonment', percent: { app: 0.8, wechat: 1.1, web: 0.8, counter: 0.1 } },
          ],
        },
      ],
    },
    {
      id: 'submit',
      name: text('提交审核', 'Submit for review'),
      steps: [
        {
          id: 'submit',
          name: text('提交', 'Submit'),
          takes: 25 * SECOND,
          breaks: [
            {
              kind: 'failure',
              percent: { app: 0.7, wechat: 0.5, web: 0.4, video: 0.4, counter: 0.3 },
              reasons: { 'system-busy': 2, 'signature-mismatch': 1, 'card-invalid': 1 },
            },
          ],
        },
      ],
    },
    {
      id: 'paid',
      name: text('到账', 'Paid out'),
      steps: [
        {
          id: 'paid',
          name: text('借款到账', 'Loan paid out'),
          takes: 2 * MINUTE,
          after: 6 * MINUTE,
          completes: true,
          only: ['app', 'counter'],
          otherwise: 'app',
        },
      ],
    },
  ],
};
