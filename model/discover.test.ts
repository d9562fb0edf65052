import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue } from './catalogue';
import { compareIds } from './compare-ids';
import { discoverJourney, discoverTouchpoints } from './discover';
import { journeyId, stepId, touchpointId, type StepId } from './ids';
import { gatherLogStatistics } from './log-statistics';
import { DAY } from './time';

const journey = { id: journeyId.parse('log'), name: { zh: '日志' } };

function discover(sequences: readonly (readonly StepId[])[]) {
  const gatherer = gatherLogStatistics();
  for (const sequence of sequences) gatherer.add(sequence);
  return discoverJourney(journey, gatherer.statistics());
}

/** One letter a step. */
const log = (...instances: string[]) => instances.map((letters) => [...letters].map((letter) => stepId.parse(letter)));

test('steps are ordered by the mean place of their first occurrence, ties by name', () => {
  // a 0; b (½ + ¼) ÷ 2; c (1 + ½ + 0) ÷ 3, as an instance of one event counts 0; d ¾; e 1.
  const { steps } = discover(log('abc', 'abcde', 'c'));
  expect(steps.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('a tie of means is a tie although the fractions differ', () => {
  // z: 1/10 + 2/10 over two instances; y: 3/10 and 0 over two.
  const letters = 'abcdefghijk';
  const withAt = (letter: string, index: number) => letters.slice(0, index) + letter + letters.slice(index, 10);
  const { steps } = discover(log(withAt('z', 1), withAt('z', 2), withAt('y', 3), withAt('y', 0)));
  const order = steps.map(({ id }) => id as string);
  expect(order.indexOf('y')).toBe(order.indexOf('z') - 1);
});

test('a step is in the stage of its rank, and empty stages are left out', () => {
  const { stages, steps } = discover(log('abc'));
  expect(steps.map(({ stage }) => stage)).toEqual(['stage-1', 'stage-2', 'stage-4']);
  expect(stages).toEqual([
    { id: 'stage-1', name: { zh: '阶段 1', en: 'Stage 1' } },
    { id: 'stage-2', name: { zh: '阶段 2', en: 'Stage 2' } },
    { id: 'stage-4', name: { zh: '阶段 3', en: 'Stage 3' } },
  ]);
});

test('completing are the most frequent ends that together make nine tenths, ties by name', () => {
  const completing = (...ends: string[]) =>
    discover(log(...ends)).steps.flatMap(({ id, completes }) => (completes ? [id] : [])).toSorted();
  expect(completing(...'aaaaaaaaab')).toEqual(['a']);
  expect(completing(...'aaaaaaaabb')).toEqual(['a', 'b']);
  expect(completing(...'aaaaaaaacb')).toEqual(['a', 'b']);
});

test('nothing else is guessed: thirty idle days, no standards, no limits', () => {
  const { idleLostMs, steps } = discover(log('ab'));
  expect(idleLostMs).toBe(30 * DAY);
  expect(steps[0]).toEqual({ id: 'a', stage: 'stage-1', name: { zh: 'a' } });
});

test('touchpoints are self-service, online and the customer’s; one where the log names none', () => {
  const names = ['Post', 'Desk', 'Post'].map((id) => touchpointId.parse(id));
  expect(discoverTouchpoints(names)).toEqual([
    { id: 'Desk', name: { zh: 'Desk' }, service: 'self', place: 'online', initiative: 'customer', order: 0 },
    { id: 'Post', name: { zh: 'Post' }, service: 'self', place: 'online', initiative: 'customer', order: 1 },
  ]);
  expect(discoverTouchpoints([])).toHaveLength(1);
});

test('any log is discovered as a valid catalogue, the same in whatever order its instances come', () => {
  const sequences = fc.array(fc.array(fc.constantFrom(...'abcdefgh'), { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(
      sequences.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        const found = discover(log(...all.map((letters) => letters.join(''))));
        expect(discover(log(...shuffled.map((letters) => letters.join(''))))).toEqual(found);
        expect(catalogue.parse({ touchpoints: discoverTouchpoints([]), journeys: [found] }).journeys).toEqual([found]);

        const places = new Map<string, number[]>();
        for (const letters of all) {
          for (const step of new Set(letters)) {
            const place = letters.length === 1 ? 0 : letters.indexOf(step) / (letters.length - 1);
            places.set(step, [...(places.get(step) ?? []), place]);
          }
        }
        const means = found.steps.map(({ id }) => {
          const own = places.get(id)!;
          return own.reduce((sum, one) => sum + one, 0) / own.length;
        });
        expect(means.every((mean, index) => index === 0 || mean >= means[index - 1]! - 1e-12)).toBe(true);

        const completing = found.steps.filter(({ completes }) => completes).map(({ id }) => id);
        const ended = all.filter((letters) => completing.some((id) => id === letters.at(-1))).length;
        expect(ended).toBeGreaterThanOrEqual(0.9 * all.length);
        const fewest = completing.toSorted(compareIds).map((id) => all.filter((letters) => letters.at(-1) === id).length);
        expect(ended - Math.min(...fewest)).toBeLessThan(0.9 * all.length);
      },
    ),
  );
});
