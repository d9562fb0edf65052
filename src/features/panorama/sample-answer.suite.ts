import { panorama, type PanoramaAnswer, type PanoramaNode } from '#contract';
import { type Catalogue, catalogue, KINDS, RESOLUTIONS, wilson } from '#model';

/** A small company for the tests of this feature: two journeys, three touchpoints. */
export const sampleCatalogue: Catalogue = catalogue.parse({
  touchpoints: [
    { id: 'counter', name: { zh: '柜面', en: 'Counter' }, service: 'assisted', place: 'offline', initiative: 'customer', order: 0 },
    { id: 'video', name: { zh: '空中客服', en: 'Video agent' }, service: 'assisted', place: 'online', initiative: 'company', order: 1 },
    { id: 'app', name: { zh: 'APP', en: 'App' }, service: 'self', place: 'online', initiative: 'customer', order: 2 },
  ],
  journeys: [
    {
      id: 'loan',
      name: { zh: '保单借款', en: 'Policy loan' },
      stages: [
        { id: 'quote', name: { zh: '试算额度' } },
        { id: 'paid', name: { zh: '到账' } },
      ],
      steps: [
        { id: 'quote', stage: 'quote', name: { zh: '额度试算', en: 'Work out the amount' } },
        { id: 'top-up', stage: 'quote', name: { zh: '人工补额' } },
        { id: 'paid', stage: 'paid', name: { zh: '借款到账' }, completes: true },
      ],
      idleLostMs: 1_000,
    },
    { id: 'claim', name: { zh: '理赔' }, stages: [{ id: 's', name: { zh: '报案' } }], steps: [{ id: 'report', stage: 's', name: { zh: '报案' } }], idleLostMs: 1_000 },
  ],
  reasons: [{ id: 'limit-300k', name: { zh: '超出限额' } }],
});

const zeros = (keys: readonly string[], given: object = {}) => ({ ...Object.fromEntries(keys.map((key) => [key, 0])), ...given });

/** A place with the counts that matter to a test; the others are zero. */
export function sampleNode(id: string, given: Partial<Record<keyof PanoramaNode, unknown>> = {}): Record<string, unknown> {
  const [first = '', touchpoint = ''] = id.split('~');
  const { instances = 100, interrupted = 0, byKind, byResolution, ...rest } = given;
  const counts = zeros(['visits', 'events', 'starts', 'ends', 'unhanded', 'pending', 'withHandoff']);
  return {
    id,
    journey: first,
    touchpoint,
    ...counts,
    instances,
    interrupted,
    rate: Number(instances) > 0 ? wilson(Number(interrupted), Number(instances)) : { value: 0, low: 0, high: 1 },
    byKind: zeros(KINDS, byKind as object | undefined),
    byResolution: zeros(RESOLUTIONS, byResolution as object | undefined),
    byReason: [],
    tasks: { open: 0, overdue: 0 },
    tickets: {},
    ...rest,
  };
}

/** An answer of the API, checked against the contract, with what matters to a test. */
export const sampleAnswer = (given: Record<string, unknown> = {}): PanoramaAnswer =>
  panorama.parse({
    asOf: '2026-03-03T12:00:00+08:00',
    revision: '1',
    zone: 'Asia/Shanghai',
    level: 'overview',
    filter: { from: '2026-02-01', to: '2026-03-02' },
    balance: { entered: 0, smooth: 0, recovered: 0, handed: 0, detoured: 0, active: 0, lost: 0 },
    journeys: [],
    nodes: [],
    flows: [],
    handoffs: [],
    losses: [],
    ...given,
  });
