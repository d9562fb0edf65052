import { z } from 'zod';
import { journeyId, organisationId, reasonId, segmentId, stageId, stepId, touchpointId } from './ids';
import { localized } from './localized';
import { DAY, HOUR } from './time';

/** 触点: where a customer meets the company. */
export const touchpoint = z.object({
  id: touchpointId,
  name: localized,
  service: z.enum(['self', 'assisted']),
  place: z.enum(['online', 'offline']),
  /** Who normally starts a contact here: App and hotline = customer; outbound call and 空中客服 = company. */
  initiative: z.enum(['customer', 'company']),
  order: z.int(),
  /** Other names under which its events come: it was merged with what they named. */
  aliases: z.array(touchpointId).optional(),
});
export type Touchpoint = z.infer<typeof touchpoint>;
export type Initiative = Touchpoint['initiative'];

/** 阶段: a column of a journey. */
export const stage = z.object({ id: stageId, name: localized });
export type Stage = z.infer<typeof stage>;

/** 步骤. Its order is its index in `Journey.steps`. */
export const step = z.object({
  id: stepId,
  stage: stageId,
  name: localized,
  /** A `done` here completes the journey. */
  completes: z.boolean().optional(),
  /** 超时标准: a stay longer than this is an overrun. */
  standardMs: z.int().min(1).optional(),
  /** The stay on this step that counts as 反复尝试. */
  maxAttempts: z.int().min(1).optional(),
  /** Other names under which events of this step come: it was merged with what they named. */
  aliases: z.array(stepId).optional(),
});
export type Step = z.infer<typeof step>;

/** 旅程. */
export const journey = z.object({
  id: journeyId,
  name: localized,
  /** 重要服务. */
  important: z.boolean().optional(),
  stages: z.array(stage),
  steps: z.array(step).min(1),
  /** No event for longer than this = the customer is gone. */
  idleLostMs: z.int().min(1),
  /** 目标: the NPS it is to reach; drawn as a line, and nothing else follows from it. */
  npsTarget: z.number().min(-100).max(100).optional(),
});
export type Journey = z.infer<typeof journey>;

/** 机构: a node of the tree 总部 → 省 → 市 → 网点. */
export const organisation = z.object({ id: organisationId, name: localized, parent: organisationId.optional() });
export type Organisation = z.infer<typeof organisation>;

/** 原因: why an event failed or was limited. */
export const reason = z.object({ id: reasonId, name: localized });
export type Reason = z.infer<typeof reason>;

/** 客群. */
export const segment = z.object({ id: segmentId, name: localized });
export type Segment = z.infer<typeof segment>;

export const DEFAULT_HANDOFF_WINDOW_MS = 72 * HOUR;
export const DISCOVERED_IDLE_LOST_MS = 30 * DAY;

/** The configuration everything else is read against. Checked for unknown and repeated ids and for cycles of organisations. */
export const catalogue = z
  .object({
    touchpoints: z.array(touchpoint),
    journeys: z.array(journey),
    organisations: z.array(organisation).default([]),
    reasons: z.array(reason).default([]),
    segments: z.array(segment).default([]),
    /** A carrier event later than this after the break is not a handoff. */
    handoffWindowMs: z.int().min(1).default(DEFAULT_HANDOFF_WINDOW_MS),
  })
  .superRefine((value, context) => {
    const unique = (ids: readonly string[], path: PropertyKey[]) => {
      const seen = new Set<string>();
      ids.forEach((id, index) => {
        if (seen.has(id)) context.addIssue({ code: 'custom', path: [...path, index, 'id'], message: `the id "${id}" is used twice` });
        seen.add(id);
      });
    };
    const idsOf = (items: readonly { id: string }[]) => items.map((item) => item.id);
    const uniqueAliases = (items: readonly { id: string; aliases?: string[] | undefined }[], path: PropertyKey[]) => {
      const names = new Set(idsOf(items));
      items.forEach((item, index) =>
        item.aliases?.forEach((alias, a) => {
          if (names.has(alias)) context.addIssue({ code: 'custom', path: [...path, index, 'aliases', a], message: `the id "${alias}" is used twice` });
          names.add(alias);
        }),
      );
    };
    unique(idsOf(value.touchpoints), ['touchpoints']);
    uniqueAliases(value.touchpoints, ['touchpoints']);
    unique(idsOf(value.journeys), ['journeys']);
    unique(idsOf(value.organisations), ['organisations']);
    unique(idsOf(value.reasons), ['reasons']);
    unique(idsOf(value.segments), ['segments']);
    value.journeys.forEach((one, j) => {
      unique(idsOf(one.stages), ['journeys', j, 'stages']);
      unique(idsOf(one.steps), ['journeys', j, 'steps']);
      uniqueAliases(one.steps, ['journeys', j, 'steps']);
      const stages = new Set<string>(idsOf(one.stages));
      one.steps.forEach((item, s) => {
        if (!stages.has(item.stage))
          context.addIssue({ code: 'custom', path: ['journeys', j, 'steps', s, 'stage'], message: `the journey has no stage "${item.stage}"` });
      });
    });
    const parents = new Map<string, string | undefined>(value.organisations.map((one) => [one.id, one.parent]));
    value.organisations.forEach((one, o) => {
      const path = ['organisations', o, 'parent'];
      const walked = new Set<string>([one.id]);
      for (let above: string | undefined = one.parent; above !== undefined; above = parents.get(above)) {
        if (!parents.has(above)) {
          context.addIssue({ code: 'custom', path, message: `there is no organisation "${above}"` });
          break;
        }
        if (walked.has(above)) {
          context.addIssue({ code: 'custom', path, message: `"${one.id}" is above itself` });
          break;
        }
        walked.add(above);
      }
    });
  });
export type Catalogue = z.infer<typeof catalogue>;
