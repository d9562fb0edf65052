import { z } from 'zod';
import { instanceId, invitationId, journeyId, organisationId, ratingId, segmentId, touchpointId } from './ids';
import { day } from './selection';

/** 交易型: asked after one service; 关系型: asked about the company. Never mixed in one series. */
export const PROGRAMMES = ['transactional', 'relational'] as const;
export const programme = z.enum(PROGRAMMES);
export type Programme = z.infer<typeof programme>;

/** Longer comments are refused. */
export const MAX_COMMENT = 2_000;

/** 评价: what one customer answered to "would you recommend us?", from 0 to 10. */
export const rating = z.object({
  /** Unique for ever: the same id again is a duplicate, the first stored wins. */
  id: ratingId,
  at: z.number(),
  journey: journeyId,
  score: z.int().min(0).max(10),
  programme,
  /** The instance it is about, which may be stored later, or never. */
  instance: instanceId.optional(),
  touchpoint: touchpointId.optional(),
  organisation: organisationId.optional(),
  segment: segmentId.optional(),
  /** Masked before it is stored. */
  comment: z.string().min(1).max(MAX_COMMENT).optional(),
});
export type Rating = z.infer<typeof rating>;

/** 邀请: how many were asked on a day. The same id again is a duplicate. */
export const invitation = z.object({ id: invitationId, day, journey: journeyId, programme, invited: z.int().nonnegative() });
export type Invitation = z.infer<typeof invitation>;

/** 推荐者, 中立者, 贬损者. */
export const BANDS = ['promoter', 'passive', 'detractor'] as const;
export type Band = (typeof BANDS)[number];

/** 9 and 10 promote, 0 to 6 detract. */
export const bandOf = (score: number): Band => (score >= 9 ? 'promoter' : score <= 6 ? 'detractor' : 'passive');
