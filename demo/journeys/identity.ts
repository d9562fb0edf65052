import { DAY, MINUTE, SECOND } from '#model';
import type { JourneyProfile } from '../profile';
import { text } from '../text';
import { ASSISTED, SELF } from '../touchpoints';

export const identity: JourneyProfile = {
  id: 'identity',
  name: text('身份核验', 'Identity check'),
  npsTarget: 25,
  idleLost: 2 * DAY,
  perDay: 25,
  starts: { app: 388, wechat: 204, web: 31, hotline: 10, counter: 29 },
  carriers: { video: { weight: 42, success: 0.89 }, hotline: { weight: 58, success: 0.78 } },
  care: { app: 1.1, wechat: 0.68, web: 0.7 },
  stages: [
    {
      id: 'start',
      name: text('发起', 'Start'),
      steps: [{ id: 'start', name: text('发起核验', 'Start the check'), takes: 12 * SECOND, after: 0 }],
    },
    {
      id: 'consent',
      name: text('授权', 'Consent'),
      steps: [
        {
          id: 'consent',
          name: text('授权同意', 'Give consent'),
          takes: 15 * SECOND,
          breaks: [{ kind: 'abandonment', percent: { app: 0.5, wechat: 0.7, web: 0.6 } }],
        },
      ],
    },
    {
      id: 'document',
      name: text('证件', 'Document'),
      steps: [
        {
          id: 'document',
          name: text('证件拍摄', 'Photograph the document'),
          takes: 40 * SECOND,
          standard: 4 * MINUTE,
          breaks: [
            {
              kind: 'failure',
              percent: { app: 1.6, wechat: 1.8, web: 1.9, counter: 0.4 },
              reasons: { 'id-expired': 3, 'id-unreadable': 4 },
            },
            { kind: 'overrun', percent: { app: 0.7, wechat: 0.8, web: 0.9 }, older: 1.6 },
          ],
        },
      ],
    },
    {
      id: 'face',
      name: text('人脸', 'Face'),
      steps: [
        {
          id: 'face',
          name: text('人脸核验', 'Face check'),
          takes: 35 * SECOND,
          maxAttempts: 3,
          only: SELF,
          mendedBy: 'manual',
          breaks: [
            {
              kind: 'failure',
              percent: { app: 5.4, wechat: 4.2, web: 4.2 },
              reasons: { 'face-mismatch': 5, 'liveness-failed': 3, 'poor-light': 2, 'face-throttled': 4 },
              older: 2.1,
            },
            { kind: 'repetition', percent: { app: 2.4, wechat: 4.4, web: 1.8 }, older: 1.7 },
          ],
        },
        {
          id: 'manual',
          name: text('人工核身', 'Identity check by a person'),
          takes: 2 * MINUTE,
          only: ASSISTED,
          breaks: [{ kind: 'failure', percent: { hotline: 1.6, counter: 0.5 }, reasons: { 'data-mismatch': 3, 'id-expired': 2 } }],
        },
      ],
    },
    {
      id: 'result',
      name: text('结果', 'Result'),
      steps: [{ id: 'passed', name: text('核验通过', 'Check passed'), takes: 5 * SECOND, after: 2 * SECOND, completes: true }],
    },
  ],
};
