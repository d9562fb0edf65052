import { journeyId } from '#model';
import { expect, test } from 'vitest';
import { litByPath, placesOfPath, stretchesOf, writePath } from './path-words';

const names = { step: (_: unknown, step: string) => step.toUpperCase(), touchpoint: (touchpoint: string) => `(${touchpoint})` };

test('a path is read touchpoint by touchpoint', () => {
  const stretches = stretchesOf(['open~app', 'verify~app', 'verify~video', 'quote~app'], journeyId.parse('loan'), names);
  expect(writePath(stretches)).toBe('(app) OPEN › VERIFY → (video) VERIFY → (app) QUOTE');
});

test('a path lights its places and the flows from one to the next', () => {
  expect([...litByPath(['open~app', 'verify~app', 'verify~app'])]).toEqual(['open~app', 'verify~app', 'flow:open~app:verify~app', 'flow:verify~app:verify~app']);
});

test('what is no path in an address is none', () => {
  expect(placesOfPath('open~app,verify~app')).toEqual({ cut: false, places: ['open~app', 'verify~app'] });
  expect(placesOfPath('')).toBeUndefined();
});
