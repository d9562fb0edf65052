import { DAY, HOUR, MINUTE, SECOND } from '#model';
import type { JourneyProfile } from '../profile';
import { text } from '../text';

export const recording: JourneyProfile = {
  id: 'recording',
  name: text('投保双录', 'Recorded application'),
  idleLost: 5 * DAY,
  perDay: 13,
  starts: { app: 96, wechat: 41, counter: 13, agent: 140 },
  carriers: { video: { weight: 36, success: 0.74 }, hotline: { weight: 40, success: 0.78 }, agent: { weight: 24, success: 0.8 } },
  stages: [
    {
      id: 'proposal',
      name: text('投保单', 'Proposal'),
      steps: [{ id: 'proposal', name: text('确认投保单', 'Confirm the proposal'), takes: 3 * MINUTE, after: 0 }],
    },
    {
      id: 'health',
      name: text('健康告知', 'Health'),
      steps: [
        {
          id: 'health',
          name: text('健康告知', 'Health statement'),
          takes: 3 * MINUTE,
          breaks: [
            { kind: 'limit', percent: { app: 1.4, wechat: 1.6, agent: 0.7, counter: 0.4 }, reasons: { 'health-declared': 1 } },
            { kind: 'abandonment', percent: { app: 0.8, wechat: 1.2, agent: 0.3 } },
          ],
        },
      ],
    },
    {
      id: 'record',
      name: text('双录', 'Recording'),
      steps: [
        {
          id: 'record',
          name: text('录音录像', 'Record sound and picture'),
          takes: 6 * MINUTE,
          standard: 40 * MINUTE,
          maxAttempts: 2,
          mendedBy: 'resume',
          breaks: [
            {
              kind: 'failure',
              percent: { app: 5, wechat: 5.2, agent: 0.9, counter: 0.4 },
              reasons: { 'recording-interrupted': 6, 'upload-failed': 2, 'poor-light': 1 },
            },
            { kind: 'overrun', percent: { app: 0.9, wechat: 1.1, agent: 0.3 }, older: 1.5 },
            { kind: 'repetition', percent: { app: 0.8, wechat: 1, agent: 0.2 } },
          ],
        },
        {
          id: 'resume',
          name: text('人工续录', 'Finish the recording with an agent'),
          takes: 5 * MINUTE,
          only: ['video', 'hotline', 'agent', 'counter'],
          mends: true,
        },
      ],
    },
    {
      id: 'quality',
      name: text('质检', 'Quality check'),
      steps: [
        {
          id: 'quality',
          name: text('双录质检', 'Check the recording'),
          takes: 20 * MINUTE,
          after: HOUR,
          breaks: [{ kind: 'failure', percent: { app: 1, wechat: 1.1, agent: 0.6 }, reasons: { 'recording-unclear': 1 } }],
        },
      ],
    },
    {
      id: 'issue',
      name: text('承保', 'Issue'),
      steps: [
        { id: 'sign', name: text('电子签名', 'Electronic signature'), takes: 40 * SECOND, after: 20 * MINUTE },
        { id: 'issued', name: text('保单承保', 'Policy issued'), takes: 2 * MINUTE, after: 30 * MINUTE, completes: true },
      ],
    },
  ],
};
