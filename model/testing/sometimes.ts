import fc from 'fast-check';

/** Absent so many times for each time it is there. */
export const sometimes = <Value>(value: fc.Arbitrary<Value>, absent: number): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: absent, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
