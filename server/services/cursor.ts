import { ProblemError } from '../http/problem-error';

/** Cursors are offsets for now; callers only hand back what they were given. */
export function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const offset = /^o(\d{1,15})$/.exec(cursor)?.[1];
  if (offset !== undefined) return Number(offset);
  throw new ProblemError('invalid-input', 'The cursor is not one of this list.', { errors: [{ pointer: '?cursor', reason: 'not the nextCursor of an answer' }] });
}

export const nextCursor = (offset: number, total: number): string | undefined => (offset < total ? `o${offset}` : undefined);
