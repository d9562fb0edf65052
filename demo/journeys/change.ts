import { DAY, HOUR, MINUTE, SECOND } from '#model';
import type { JourneyProfile } from '../profile';
import { text } from '../text';
import { ASSISTED, SELF } from '../touchpoints';

export const change: JourneyProfile = {
  id: 'change',
  name: text('保全变更', 'Policy change'),
  important: true,
  npsTarget: 32,
  idleLost: 3 * DAY,
  perDay: 16,
  starts: { app: 210, wechat: 83, web: 18, hotline: 9, counter: 74, agent: 12 },
  carriers: { video: { weight: 50, success: 0.82 }, hotline: { weight: 50, success: 0.87 } },
  care: { app: 0.85, wechat: 0.75, web: 0.75 },
  stages: [
    {
      id: 'choose',
      name: text('选择项目', 'Choose'),
      steps: [
        {
          id: 'choose',
          name: text('选择变更项目', 'Choose what to change'),
          takes: 30 * SECOND,
          after: 0,
          breaks: [{ kind: 'limit', percent: { app: 0.8, wechat: 1.1, web: 1 }, reasons: { 'change-offline-only': 1 } }],
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
              percent: { app: 1.9, wechat: 2, web: 1.6 },
              reasons: { 'face-mismatch': 5, 'liveness-failed': 3, 'poor-light': 2 },
              older: 2.1,
            },
          ],
        },
        { id: 'id-check', name: text('人工核身', 'Identity check by a person'), takes: 90 * SECOND, only: ASSISTED },
      ],
    },
    {
      id: 'edit',
      name: text('填写变更', 'Fill in'),
      steps: [
        {
          id: 'edit',
          name: text('填写变更内容', 'Fill in the change'),
          takes: 80 * SECOND,
          standard: 10 * MINUTE,
          breaks: [
            { kind: 'overrun', percent: { app: 0.7, wechat: 0.9, web: 0.7, counter: 0.2 }, older: 1.5 },
            { kind: 'abandonment', percent: { app: 0.6, wechat: 0.8, web: 0.7, counter: 0.1 } },
          ],
        },
        {
          id: 'document',
          name: text('上传证件', 'Upload the document'),
          takes: 50 * SECOND,
          maxAttempts: 3,
          breaks: [
            {
              kind: 'failure',
              percent: { app: 4.4, wechat: 4, web: 3.6, counter: 0.6, agent: 0.8 },
              reasons: { 'id-expired': 6, 'id-unreadable': 3, 'data-mismatch': 2, 'image-blurred': 1 },
            },
            { kind: 'repetition', percent: { app: 0.4, wechat: 0.6, web: 0.5 } },
          ],
        },
      ],
    },
    {
      id: 'sign',
      name: text('确认签名', 'Confirm and sign'),
      steps: [
        {
          id: 'sign',
          name: text('电子签名', 'Electronic signature'),
          takes: 30 * SECOND,
          breaks: [
            {
              kind: 'failure',
              percent: { app: 0.4, wechat: 0.6, web: 0.6, video: 0.3 },
              reasons: { 'signature-mismatch': 2, 'system-busy': 1 },
            },
          ],
        },
      ],
    },
    {
      id: 'effective',
      name: text('生效', 'Effective'),
      steps: [{ id: 'effective', name: text('变更生效', 'Change takes effect'), takes: 3 * MINUTE, after: 2 * HOUR, completes: true }],
    },
  ],
};
