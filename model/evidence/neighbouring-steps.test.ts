import { expect, test } from 'vitest';
import { stageId, stepId } from '../ids';
import { neighbouringSteps } from './neighbouring-steps';

const ids = ['open', 'face', 'pay'].map((id) => stepId.parse(id));
const journey = { steps: ids.map((id) => ({ id, stage: stageId.parse('s'), name: { zh: '步' } })) };

test('the step before and the step after, where there are any', () => {
  expect(ids.map((id) => neighbouringSteps(journey, id))).toEqual([['face'], ['open', 'pay'], ['face']]);
  expect(neighbouringSteps(journey, stepId.parse('gone'))).toEqual([]);
  expect(neighbouringSteps({ steps: journey.steps.slice(0, 1) }, stepId.parse('open'))).toEqual([]);
});
