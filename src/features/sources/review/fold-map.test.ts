import { catalogueTrial } from '#contract';
import { catalogue, stepId, touchpointId } from '#model';
import { expect, test } from 'vitest';
import { mergeStep } from './edit-journey';
import { foldMap } from './fold-map';

const { touchpoints, journeys } = catalogue.parse({
  touchpoints: [{ id: 'app', name: { zh: 'App' }, service: 'self', place: 'online', initiative: 'customer', order: 0, aliases: ['APP'] }],
  journeys: [{ id: 'j', name: { zh: 'j' }, idleLostMs: 1, stages: [{ id: 's', name: { zh: 's' } }], steps: ['a', 'b', 'c'].map((id) => ({ id, stage: 's', name: { zh: id } })) }],
});
const node = (step: string, touchpoint: string, events: number) => ({ id: `${step}~${touchpoint}`, step, touchpoint, instances: events, events, interrupted: 1 });
const map = catalogueTrial.shape.map.parse({
  leftOut: 0,
  nodes: [node('a', 'app', 2), node('a', 'APP', 3), node('b', 'app', 1), node('gone', 'app', 9)],
  flows: [
    { from: 'a~app', to: 'b~app', count: 1 },
    { from: 'a~APP', to: 'b~app', count: 4 },
    { from: 'a~app', to: 'a~APP', count: 7 },
    { from: 'gone~app', to: 'b~app', count: 1 },
  ],
});

test('places whose names were merged are one, with the flows between others added up', () => {
  const { nodes, flows } = foldMap(map, journeys[0]!, touchpoints);
  expect(nodes).toEqual([{ id: 'a~app', step: stepId.parse('a'), touchpoint: touchpointId.parse('app'), instances: 5, events: 5, interrupted: 2 }, node('b', 'app', 1)]);
  expect(flows).toEqual([{ from: 'a~app', to: 'b~app', count: 5 }]);
});

test('a step merged into another takes its flows along', () => {
  const { nodes, flows } = foldMap(map, mergeStep(journeys[0]!, stepId.parse('a'), stepId.parse('b')), touchpoints);
  expect(nodes.map(({ id, events }) => [id, events])).toEqual([['b~app', 6]]);
  expect(flows).toEqual([]);
});
