import { QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { makeQueryClient } from './query-client';

test('of each kind only the newest answers that nothing shows are kept, and all that are shown', async () => {
  const queries = makeQueryClient();
  const observe = (kind: string, n: number) => new QueryObserver(queries, { queryKey: [kind, n], queryFn: () => n, staleTime: Infinity });
  const shown = observe('map', -1);
  const stopShowing = shown.subscribe(() => undefined);
  queries.setQueryData(['place', 0], 'another kind');
  for (let n = 0; n < 50; n++) {
    queries.setQueryData(['map', n], n, { updatedAt: n + 1 });
    observe('map', n).subscribe(() => undefined)();
  }
  const kept = queries.getQueryCache().findAll({ queryKey: ['map'] }).map(({ queryKey }) => queryKey[1]);
  expect(kept).toEqual([-1, ...Array.from({ length: 20 }, (_, n) => 30 + n)]);
  expect(queries.getQueryData(['place', 0])).toBe('another kind');
  stopShowing();
  queries.clear();
});

test('a question that is shown and not yet to be asked is the same query however many answers are forgotten', () => {
  const queries = makeQueryClient();
  const waiting = new QueryObserver(queries, { queryKey: ['map', 'later'], queryFn: () => 0, enabled: false });
  const stopWaiting = waiting.subscribe(() => undefined);
  const before = waiting.getCurrentQuery();
  for (let n = 0; n < 50; n++) {
    queries.setQueryData(['map', n], n, { updatedAt: n + 1 });
    new QueryObserver(queries, { queryKey: ['map', n], queryFn: () => n, staleTime: Infinity }).subscribe(() => undefined)();
  }
  expect(queries.getQueryCache().find({ queryKey: ['map', 'later'] })).toBe(before);
  stopWaiting();
  queries.clear();
});
