import type { PanoramaAnswer } from '#contract';
import { catalogue, type JourneyId, type StepId, type TouchpointId } from '#model';
import { expect, test } from 'vitest';
import { locusMap } from './locus-map';

const steps = ['open', 'face', 'quote', 'fill', 'paid'];
const loan = catalogue.parse({
  touchpoints: ['app', 'wechat', 'web'].map((id, order) => ({ id, name: { zh: id }, service: 'self', place: 'online', initiative: 'customer', order })),
  journeys: [{ id: 'loan', name: { zh: '借款' }, stages: [{ id: 's', name: { zh: '申请' } }], steps: steps.map((id) => ({ id, stage: 's', name: { zh: id } })), idleLostMs: 1_000 }],
});
const journey = 'loan' as JourneyId;
const step = (id: string) => id as StepId;
const touchpoint = (id: string) => id as TouchpointId;

const node = (id: string, instances: number, interrupted: number) => {
  const [at, on] = id.split('~');
  return { id, journey, step: at, touchpoint: on, instances, interrupted, rate: { value: interrupted / instances } };
};
/** As much of an answer as the small map reads. */
const answer = {
  nodes: [node('open~app', 100, 0), node('face~app', 100, 9), node('quote~app', 90, 4), node('fill~app', 80, 1), node('paid~app', 70, 0), node('face~wechat', 50, 3), node('face~web', 20, 10)],
  flows: [{ from: 'open~app', to: 'face~app', count: 100 }, { from: 'face~app', to: 'quote~app', count: 50 }],
} as unknown as PanoramaAnswer;

test('the step stands between the one before and the one after, on the touchpoints with the most journeys', () => {
  const map = locusMap({ journey, step: step('face') }, answer, loan);
  expect(map.steps).toEqual(['open', 'face', 'quote']);
  expect(map.lanes.map((lane) => lane.touchpoint)).toEqual(['app', 'wechat']);
  expect(map.lanes[0]?.places.map((place) => place && [place.id, place.isHere, place.severity, place.flow])).toEqual([
    ['open~app', false, 'calm', 0],
    ['face~app', true, 'severe', 1],
    ['quote~app', false, 'mild', 0.5],
  ]);
  expect(map.lanes[1]?.places.map((place) => place?.id)).toEqual([undefined, 'face~wechat', undefined]);
});

test('all places of the locus count, drawn or not', () => {
  expect(locusMap({ journey, step: step('face') }, answer, loan).here.map(({ id }) => id)).toEqual(['face~app', 'face~wechat', 'face~web']);
  expect(locusMap({ journey, step: step('face'), touchpoint: touchpoint('web') }, answer, loan).lanes).toHaveLength(1);
});

test('a rate of few journeys is shown and not judged', () => {
  const [lane] = locusMap({ journey, step: step('face'), touchpoint: touchpoint('web') }, answer, loan).lanes;
  expect(lane?.places.find((place) => place?.id === 'face~web')).toMatchObject({ severity: 'calm', isHere: true });
});

test('a step at an end has its neighbours on one side, and a whole journey its worst steps in their order', () => {
  expect(locusMap({ journey, step: step('paid') }, answer, loan).steps).toEqual(['quote', 'fill', 'paid']);
  expect(locusMap({ journey, touchpoint: touchpoint('app') }, answer, loan).steps).toEqual(['face', 'quote', 'fill']);
});
