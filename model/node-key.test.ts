import fc from 'fast-check';
import { expect, test } from 'vitest';
import { journeyId, stepId, touchpointId } from './ids';
import { edgeId, nodeId, nodeNamer, parseEdgeId, parseNodeId } from './node-key';

const loan = journeyId.parse('loan');
const app = touchpointId.parse('app');

test('a node is its two parts joined by a tilde', () => {
  expect(nodeId(loan, app)).toBe('loan~app');
  expect(parseNodeId('overview', 'loan~app')).toEqual({ level: 'overview', journey: 'loan', touchpoint: 'app' });
  expect(parseNodeId('journey', 'quote~app')).toEqual({ level: 'journey', step: 'quote', touchpoint: 'app' });
});

test('what joins nodes, edges and lists is escaped inside ids', () => {
  expect(nodeId(stepId.parse('a~b:c'), touchpointId.parse('d,e%'))).toBe('a%7Eb%3Ac~d%2Ce%25');
});

test('any ids come back', () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(text, text, text, (step, touchpoint, other) => {
      const from = nodeId(stepId.parse(step), touchpointId.parse(touchpoint));
      const to = nodeId(stepId.parse(other), touchpointId.parse(touchpoint));
      expect(parseNodeId('journey', from)).toEqual({ level: 'journey', step, touchpoint });
      for (const edge of [{ kind: 'flow', from, to }, { kind: 'detour', from, to }, { kind: 'loss', from }] as const) {
        expect(parseEdgeId('journey', edgeId(edge))).toEqual(edge);
      }
    }),
  );
});

test('half a surrogate pair is no id', () => {
  expect(stepId.safeParse('\ud83d').success).toBe(false);
  expect(stepId.safeParse('😀').success).toBe(true);
});

test.each(['', 'loan', 'loan~', '~app', 'a~b~c', '%~a'])('"%s" is no node', (id) => {
  expect(() => parseNodeId('overview', id)).toThrow(RangeError);
});

test.each(['', 'a~b', 'flow:a~b', 'loss:a~b:c~d', 'loss:a', 'flow:a~b:c', 'flow:a~b:c~d:e~f', 'other:a~b:c~d'])('"%s" is no edge', (id) => {
  expect(() => parseEdgeId('overview', id)).toThrow(RangeError);
});

test('a namer gives the node of its level', () => {
  const quote = stepId.parse('quote');
  expect(nodeNamer('overview')(loan, quote, app)).toBe('loan~app');
  expect(nodeNamer('journey')(loan, quote, app)).toBe('quote~app');
});
