import { expect, test } from 'vitest';
import { EventIdIndex, hashId } from './event-id-index';

test('an index knows what was added, through every growth, and nothing else', () => {
  const index = new EventIdIndex();
  for (let number = 0; number < 200_000; number++) {
    const { low, high } = hashId(`event-${number}`);
    index.add(low, high);
  }
  let missing = 0;
  let wrong = 0;
  for (let number = 0; number < 200_000; number++) {
    if (!index.has(hashId(`event-${number}`))) missing++;
    if (index.has(hashId(`other-${number}`))) wrong++;
  }
  expect({ missing, wrong }).toEqual({ missing: 0, wrong: 0 });
});

test('ids that differ in one character have hashes that differ in both halves', () => {
  const hashes = Array.from({ length: 1_000 }, (_, number) => hashId(`20260101-00${number}`));
  expect(new Set(hashes.map(({ low }) => low)).size).toBeGreaterThan(998);
  expect(new Set(hashes.map(({ high }) => high)).size).toBeGreaterThan(998);
});
