import { type RejectedRow, tellReason } from '#contract';
import type { Invitation, Rating } from '#model';
import type { Access, RatingsResult, RatingStore } from '../../ports';
import { judgeInvitation, judgeRating } from './judge-rating';
import type { JudgeRow } from '../read-rows';

/** Rows of a file that were stored, were there already, and were not kept. */
export interface KeptRatings {
  rows: (Rating | Invitation)[];
  /** The line of `rows[i]`. */
  lines: number[];
  accepted: number;
  duplicates: number;
  rejected: RejectedRow[];
}

export type KeepRatings = (batch: readonly { value: unknown; line: number }[]) => Promise<KeptRatings>;

/** Judges rows and stores the good ones, as of an import where one is told; what is wrong with the others is told by line. */
export const keepRatings = (store: RatingStore, access: Access, kind: 'ratings' | 'invitations', source?: string): KeepRatings =>
  kind === 'invitations'
    ? keeper(judgeInvitation, (rows: readonly Invitation[]) => store.invite(access, rows, source))
    : keeper(judgeRating, (rows: readonly Rating[]) => store.append(access, rows, source));

const keeper =
  <Row extends Rating | Invitation>(judge: JudgeRow<Row>, keep: (rows: readonly Row[]) => Promise<RatingsResult>): KeepRatings =>
  async (batch) => {
    const rows: Row[] = [];
    const lines: number[] = [];
    const rejected: RejectedRow[] = [];
    for (const { value, line } of batch) {
      const judged = judge(value);
      if ('wrong' in judged) rejected.push({ line, ...judged.wrong });
      else {
        rows.push(judged.row);
        lines.push(line);
      }
    }
    const result = await keep(rows);
    const refused = new Set(result.rejected.map(({ index }) => index));
    for (const { index, field, reason } of result.rejected) {
      const row = rows[index];
      const value = row === undefined ? '' : field === 'journey' ? row.journey : 'touchpoint' in row ? (row.touchpoint ?? '') : '';
      rejected.push({ line: lines[index] ?? 0, pointer: `/${field}`, ...tellReason(reason, { value }) });
    }
    return {
      rows: rows.filter((_, index) => !refused.has(index)),
      lines: lines.filter((_, index) => !refused.has(index)),
      accepted: result.accepted,
      duplicates: result.duplicates,
      rejected,
    };
  };
