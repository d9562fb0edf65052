import { DAY, HOUR, MINUTE, SECOND } from '#model';
import type { JourneyProfile } from '../profile';
import { text } from '../text';
import { ASSISTED, SELF } from '../touchpoints';

export const claim: JourneyProfile = {
  id: 'claim',
  name: text('理赔申请', 'Claim'),
  important: true,
  npsTarget: 28,
  idleLost: 7 * DAY,
  perDay: 16,
  starts: { app: 143, wechat: 72, web: 9, hotline: 24, counter: 66, agent: 112 },
  carriers: { video: { weight: 30, success: 0.76 }, hotline: { weight: 55, success: 0.8 }, agent: { weight: 15, success: 0.82 } },
  stages: [
    {
      id: 'report',
      name: text('报案', 'Report'),
      steps: [
        {
          id: 'report',
          name: text('报案登记', 'Report the claim'),
          takes: 2 * MINUTE,
          after: 0,
          breaks: [{ kind: 'failure', percent: { hotline: 0.6, counter: 0.3 }, reasons: { 'data-mismatch': 2, 'system-busy': 1 } }],
        },
      ],
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
              percent: { app: 1.7, wechat: 1.8, web: 1.4 },
              reasons: { 'face-mismatch': 5, 'liveness-failed': 3, 'poor-light': 2 },
              older: 2.1,
            },
          ],
        },
        { id: 'id-check', name: text('人工核身', 'Identity check by a person'), takes: 90 * SECOND, only: ASSISTED },
      ],
    },
    {
      id: 'documents',
      name: text('上传资料', 'Documents'),
      steps: [
        {
          id: 'list',
          name: text('选择理赔类型', 'Choose the kind of claim'),
          takes: 50 * SECOND,
          breaks: [
            {
              kind: 'limit',
              percent: { app: 1.4, wechat: 1.5, web: 1.2 },
              reasons: { 'claim-limit-10k': 1 },
              amount: { limit: 10_000, upTo: 80_000 },
            },
            { kind: 'abandonment', percent: { app: 0.6, wechat: 0.8, web: 0.6, agent: 0.2 } },
          ],
        },
        {
          id: 'upload',
          name: text('上传影像', 'Upload images'),
          takes: 4 * MINUTE,
          standard: 30 * MINUTE,
          maxAttempts: 3,
          breaks: [
            {
              kind: 'failure',
              percent: { app: 4.4, wechat: 5, web: 3.6, counter: 0.6, agent: 0.8 },
              reasons: { 'image-blurred': 6, 'documents-missing': 4, 'upload-failed': 2 },
              older: 1.3,
            },
            { kind: 'overrun', percent: { app: 1.1, wechat: 1.4, web: 1.2, counter: 0.2, agent: 0.3 }, older: 1.5 },
            { kind: 'repetition', percent: { app: 0.8, wechat: 1, web: 0.6 } },
          ],
        },
        {
          id: 'account',
          name: text('填写收款账户', 'Fill in the receiving account'),
          takes: MINUTE,
          breaks: [{ kind: 'failure', percent: { app: 0.8, wechat: 0.9, web: 0.9, agent: 0.3 }, reasons: { 'account-rejected': 1 } }],
        },
      ],
    },
    {
      id: 'review',
      name: text('审核', 'Review'),
      steps: [
        {
          id: 'review',
          name: text('理赔审核', 'Review the claim'),
          takes: 7 * HOUR,
          standard: 2 * DAY,
          breaks: [
            { kind: 'overrun', percent: { app: 0.4, wechat: 0.4, counter: 0.3, agent: 0.3 } },
            {
              kind: 'limit',
              percent: { app: 0.4, wechat: 0.4, web: 0.4, counter: 0.3, agent: 0.3 },
              reasons: { 'under-investigation': 1 },
            },
          ],
        },
      ],
    },
    {
      id: 'payout',
      name: text('赔付', 'Pay-out'),
      steps: [
        {
          id: 'payout',
          name: text('赔款到账', 'Claim paid'),
          takes: 3 * MINUTE,
          after: 2 * HOUR,
          completes: true,
          breaks: [{ kind: 'failure', percent: { app: 0.2, wechat: 0.2 }, reasons: { 'account-rejected': 1 } }],
        },
      ],
    },
  ],
};
