import type { WireEvent } from '#contract';

let rows = 0;

/** An event of `smallCatalogue`'s loan journey; `at` is a time in Shanghai without offset. */
export const loanEvent = (
  instance: string,
  [step, touchpoint, outcome]: readonly [step: string, touchpoint: string, outcome: WireEvent['outcome']],
  at: string,
  more: Partial<Record<'id' | 'reason' | 'organisation' | 'segment' | 'customer' | 'initiative', string>> = {},
) => ({ id: `e${++rows}`, instance, journey: 'loan', step, touchpoint, outcome, at: `${at}+08:00`, ...more });

/**
 * Three loans: `a` is over the limit, a video agent picks it up and it is paid (handed); `b` goes through (smooth); `c` fails and is
 * never seen again (lost).
 */
export const threeLoans = () => [
  loanEvent('a', ['quote', 'app', 'limited'], '2026-05-20T10:00:00', { reason: 'over-limit', organisation: 'bj', segment: 'senior' }),
  loanEvent('a', ['quote', 'video', 'entered'], '2026-05-20T10:02:00'),
  loanEvent('a', ['paid', 'video', 'done'], '2026-05-20T10:30:00'),
  loanEvent('b', ['quote', 'app', 'done'], '2026-05-20T11:00:00', { organisation: 'sh' }),
  loanEvent('b', ['paid', 'app', 'done'], '2026-05-20T11:05:00'),
  loanEvent('c', ['quote', 'app', 'failed'], '2026-05-10T09:00:00', { organisation: 'bj' }),
];
