import { wireInvitation, wireRating } from '#contract';
import { type Invitation, invitationId, maskComment, type Rating } from '#model';
import type { z } from 'zod';
import { bodyErrors } from '../../http/input-errors';
import type { JudgeRow } from '../read-rows';

/** The rating of a row, its comment masked: what came is kept nowhere. */
export const judgeRating: JudgeRow<Rating> = (value) => {
  const parsed = wireRating.safeParse(value);
  if (!parsed.success) return { wrong: firstWrong(parsed.error, 'not a rating') };
  const { at, comment, ...rest } = parsed.data;
  const written = comment?.trim();
  return { row: { ...rest, at: Date.parse(at), ...(written && { comment: maskComment(written) }) } };
};

/** The invitation of a row. One without an id is known by its day, journey and programme. */
export const judgeInvitation: JudgeRow<Invitation> = (value) => {
  const parsed = wireInvitation.safeParse(value);
  if (!parsed.success) return { wrong: firstWrong(parsed.error, 'not an invitation') };
  const { id, day, journey, programme, invited } = parsed.data;
  return { row: { id: id ?? invitationId.parse(`${day}~${journey}~${programme}`), day, journey, programme, invited } };
};

function firstWrong(error: z.ZodError, otherwise: string) {
  const [first = { pointer: '', reason: otherwise }] = bodyErrors(error);
  return first;
}
