import { type EdgeKey, type Level, parseEdgeId } from '#model';
import { ProblemError } from '../http/problem-error';

/** Reads an edge's id from the URL. Throws `invalid-input`. */
export function readEdgeId(level: Level, id: string, name: string): EdgeKey {
  try {
    return parseEdgeId(level, id);
  } catch {
    const errors = [{ pointer: `?${name}`, reason: 'not an edge of this level, such as flow:loan~app:loan~call' }];
    throw new ProblemError('invalid-input', `"${id}" does not name an edge.`, { errors });
  }
}
