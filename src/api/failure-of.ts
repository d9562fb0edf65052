import { ApiError } from './api-error';

/** What kind of failure an error is, for words on the screen, and its details for whoever mends it. */
export interface FailureSummary {
  kind: 'network' | 'malformed' | 'missing' | 'refused' | 'broken';
  detail: string;
}

/** Sums up any error that a question or a change can throw. */
export function failureOf(error: unknown): FailureSummary {
  if (!(error instanceof ApiError)) return { kind: 'broken', detail: error instanceof Error ? error.message : String(error) };
  const { failure, message } = error;
  if (failure.kind !== 'problem') return { kind: failure.kind, detail: message };
  const pointers = failure.problem.errors?.map(({ pointer, reason }) => `${pointer} ${reason}`) ?? [];
  const detail = [message, ...pointers].join('; ');
  if (failure.code === 'not-found') return { kind: 'missing', detail };
  if (failure.code === 'unavailable') return { kind: 'network', detail };
  return { kind: failure.problem.status < 500 ? 'refused' : 'broken', detail };
}
