import { expect, test } from 'vitest';
import { Flight } from './flight';

const lines = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

test('what comes a line at a time is drawn whole', () => {
  const flight = new Flight();
  flight.over(lines(0, 20), false);
  for (let top = 1; top < 10; top++) expect(flight.over(lines(top, top + 20), true).size).toBe(0);
});

test('what comes faster is drawn lightly; what is whole stays so', () => {
  const flight = new Flight();
  flight.over(lines(0, 20), false);
  expect([...flight.over(lines(3, 23), true)]).toEqual([20, 21, 22]);
  expect([...flight.over(lines(3, 23), true)]).toEqual([20, 21, 22]);
  expect([...flight.over(lines(6, 26), true)]).toEqual([20, 21, 22, 23, 24, 25]);
});

test('once it rests everything is whole', () => {
  const flight = new Flight();
  flight.over(lines(0, 20), false);
  flight.over(lines(100, 120), true);
  expect(flight.over(lines(100, 120), false).size).toBe(0);
});
