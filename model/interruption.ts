import { z } from 'zod';
import type { ReasonId, StepId, TouchpointId } from './ids';
import type { Instant } from './time';

/** 中断信号, in the order that breaks ties at one event: limit, failure, repetition; then the timed ones. */
export const KINDS = ['limit', 'failure', 'repetition', 'overrun', 'abandonment'] as const;
export const kind = z.enum(KINDS);
export type Kind = z.infer<typeof kind>;

/** How an interruption ended: 自行恢复, 接续后继续, 自寻后继续, 流失, 中断中. */
export const RESOLUTIONS = ['self', 'handoff', 'detour', 'lost', 'open'] as const;
export const resolution = z.enum(RESOLUTIONS);
export type Resolution = z.infer<typeof resolution>;

/** Started by the company: 接续; by the customer: 客户自寻. */
export const CARRIERS = ['handoff', 'detour'] as const;
export const carrier = z.enum(CARRIERS);
export type Carrier = z.infer<typeof carrier>;

/** 服务中断: see section 4 of the model (docs/model.md). */
export interface Interruption {
  kind: Kind;
  reason?: ReasonId | undefined;
  step: StepId;
  touchpoint: TouchpointId;
  at: Instant;
  /**
   * Index, in the instance's ordered events, of the event the first signal hangs on: itself for limit, failure and repetition, the
   * stay's first event for overrun, the event before the silence for abandonment. With the kind it is the interruption's identity.
   */
  anchor: number;
  resolution: Resolution;
  /** 待接续: open, without a carrier event, and still inside the handoff window. */
  pending: boolean;
  /** The first qualifying event on an assisted touchpoint, if any. */
  carrier?: CarrierEvent | undefined;
  /** Contacts before the carrier event that would have qualified but failed or were limited. */
  attempts: number;
  /** Time of the continuation, if any. */
  continuedAt?: Instant | undefined;
}

export interface CarrierEvent {
  kind: Carrier;
  /** Online within five minutes; otherwise proactive. Meaningful for handoffs. */
  realtime: boolean;
  step: StepId;
  touchpoint: TouchpointId;
  at: Instant;
}

/** Unhanded (未接续): not self, not pending, without a handoff. The number the product exists to bring down. */
export const isUnhanded = (one: Pick<Interruption, 'resolution' | 'pending'> & { carrier?: Pick<CarrierEvent, 'kind'> | undefined }): boolean =>
  one.resolution !== 'self' && !one.pending && one.carrier?.kind !== 'handoff';
