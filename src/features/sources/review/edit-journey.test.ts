import { catalogue, stepId } from '#model';
import { expect, test } from 'vitest';
import { addStage, changeStep, mergeStep, moveStep, savable, splitStep } from './edit-journey';

const [a, b, c] = ['a', 'b', 'c'].map((id) => stepId.parse(id)) as [ReturnType<typeof stepId.parse>, ReturnType<typeof stepId.parse>, ReturnType<typeof stepId.parse>]; // Three of three.
const of = (journey: unknown) => catalogue.parse({ touchpoints: [], journeys: [journey] }).journeys[0]!;
const journey = of({ id: 'j', name: { zh: 'j' }, idleLostMs: 1, stages: [{ id: 's', name: { zh: 's' } }, { id: 't', name: { zh: 't' } }], steps: [a, b, c].map((id) => ({ id, stage: id === 'c' ? 't' : 's', name: { zh: id } })) });
const ids = ({ steps }: typeof journey) => steps.map(({ id }) => id);

test('steps move by one place, and not beyond the ends', () => {
  expect(ids(moveStep(journey, b, -1))).toEqual(['b', 'a', 'c']);
  expect(ids(moveStep(journey, c, 1))).toEqual(['a', 'b', 'c']);
});

test('a step that was merged is an alias, with those it had itself, and its catalogue is valid', () => {
  const merged = mergeStep(mergeStep(journey, c, b), b, a);
  expect(merged.steps).toMatchObject([{ id: 'a', aliases: ['b', 'c'] }]);
  expect(of(merged)).toEqual(merged);
  expect(() => of(changeStep(journey, a, { aliases: [b] }))).toThrow(/used twice/);
});

test('a stage without a step is not saved', () => {
  expect(savable(mergeStep(journey, c, a)).stages.map(({ id }) => id)).toEqual(['s']);
});

test('a name that is taken out of a step is a step again beside it, in its stage', () => {
  const merged = mergeStep(mergeStep(journey, c, b), b, a);
  const back = splitStep(merged, c);
  expect(back.steps).toMatchObject([{ id: 'a', aliases: ['b'] }, { id: 'c', stage: 's' }]);
  expect(splitStep(back, b).steps[0]).not.toHaveProperty('aliases');
});

test('a new stage has an id of its own, and is saved once a step is in it', () => {
  const twice = addStage(addStage(journey));
  expect(twice.stages.map(({ id }) => id)).toEqual(['s', 't', 'stage-1', 'stage-2']);
  expect(savable(changeStep(twice, a, { stage: twice.stages[3]!.id })).stages.map(({ id }) => id)).toEqual(['s', 't', 'stage-2']);
});
