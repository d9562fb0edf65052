import type { VoiceComment } from '#contract';
import { stampOf } from '#model';
import type { StoredComment } from '../../ports';

/** A comment as the contract has it. */
export const commentTold = ({ day: _, at, corrected, ...comment }: StoredComment): VoiceComment => ({
  ...comment,
  at: stampOf(at),
  ...(corrected && { corrected: { by: corrected.by, at: stampOf(corrected.at) } }),
});
