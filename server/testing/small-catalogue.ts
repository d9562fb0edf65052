import { catalogue, DAY, HOUR, MINUTE } from '#model';

/** One journey, loan, over four touchpoints: enough for a limit, a handoff and a completion. */
export const smallCatalogue = catalogue.parse({
  touchpoints: [
    { id: 'app', name: { zh: 'App' }, service: 'self', place: 'online', initiative: 'customer', order: 0 },
    { id: 'video', name: { zh: '空中客服', en: 'Video agent' }, service: 'assisted', place: 'online', initiative: 'company', order: 1 },
    { id: 'hotline', name: { zh: '热线', en: 'Hotline' }, service: 'assisted', place: 'online', initiative: 'customer', order: 2 },
    { id: 'branch', name: { zh: '网点', en: 'Branch' }, service: 'assisted', place: 'offline', initiative: 'customer', order: 3 },
  ],
  journeys: [
    {
      id: 'loan',
      name: { zh: '保单贷款', en: 'Policy loan' },
      important: true,
      idleLostMs: 7 * DAY,
      stages: [
        { id: 'apply', name: { zh: '申请' } },
        { id: 'pay', name: { zh: '放款' } },
      ],
      steps: [
        { id: 'quote', stage: 'apply', name: { zh: '试算' }, maxAttempts: 3, standardMs: 30 * MINUTE },
        { id: 'verify', stage: 'apply', name: { zh: '核身' } },
        { id: 'paid', stage: 'pay', name: { zh: '到账' }, completes: true },
      ],
    },
  ],
  organisations: [
    { id: 'hq', name: { zh: '总部' } },
    { id: 'bj', name: { zh: '北京' }, parent: 'hq' },
    { id: 'sh', name: { zh: '上海' }, parent: 'hq' },
  ],
  reasons: [{ id: 'over-limit', name: { zh: '超限额' } }],
  segments: [{ id: 'senior', name: { zh: '60+' } }],
  handoffWindowMs: 72 * HOUR,
});
