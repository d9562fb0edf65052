import { z } from 'zod';

/**
 * Ids are opaque strings, branded so that a step's id cannot be passed where a touchpoint's is meant.
 * They are compared by Unicode code point (see `compareIds`).
 */
const id = <const Brand extends string>() =>
  z.string().min(1).max(200).refine(isWellFormed, 'half a surrogate pair is no character').brand<Brand>();

/** Half a surrogate pair has no UTF-8, so it can neither be stored nor stand in a URL. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

export const touchpointId = id<'TouchpointId'>();
export const journeyId = id<'JourneyId'>();
export const stageId = id<'StageId'>();
export const stepId = id<'StepId'>();
export const reasonId = id<'ReasonId'>();
export const segmentId = id<'SegmentId'>();
export const organisationId = id<'OrganisationId'>();
export const departmentId = id<'DepartmentId'>();
export const personId = id<'PersonId'>();
export const customerId = id<'CustomerId'>();
export const instanceId = id<'InstanceId'>();
export const eventId = id<'EventId'>();
export const interruptionId = z.string().min(1).max(700).brand<'InterruptionId'>();
export const ruleId = id<'RuleId'>();
export const taskId = id<'TaskId'>();
export const ticketId = id<'TicketId'>();
export const annotationId = id<'AnnotationId'>();
export const ratingId = id<'RatingId'>();
/** Longer than the ids it may be made of. */
export const invitationId = z.string().min(1).max(700).brand<'InvitationId'>();

export type TouchpointId = z.infer<typeof touchpointId>;
export type JourneyId = z.infer<typeof journeyId>;
export type StageId = z.infer<typeof stageId>;
export type StepId = z.infer<typeof stepId>;
export type ReasonId = z.infer<typeof reasonId>;
export type SegmentId = z.infer<typeof segmentId>;
export type OrganisationId = z.infer<typeof organisationId>;
export type DepartmentId = z.infer<typeof departmentId>;
export type PersonId = z.infer<typeof personId>;
export type CustomerId = z.infer<typeof customerId>;
export type InstanceId = z.infer<typeof instanceId>;
export type EventId = z.infer<typeof eventId>;
export type InterruptionId = z.infer<typeof interruptionId>;
export type RuleId = z.infer<typeof ruleId>;
export type TaskId = z.infer<typeof taskId>;
export type TicketId = z.infer<typeof ticketId>;
export type AnnotationId = z.infer<typeof annotationId>;
export type RatingId = z.infer<typeof ratingId>;
export type InvitationId = z.infer<typeof invitationId>;
