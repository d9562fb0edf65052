import type { OrganisationId, ReasonId, SegmentId, ServiceEvent, StepId, TouchpointId } from '#model';
import { UnreadableFile } from './unreadable-file';

/** Which names a log uses: what a catalogue has to know before its events can be stored. */
export interface LogContents {
  steps: Set<StepId>;
  touchpoints: Set<TouchpointId>;
  reasons: Set<ReasonId>;
  organisations: Set<OrganisationId>;
  segments: Set<SegmentId>;
}

/** More different names than this are no names but something else, such as amounts or free text. */
const MAX_NAMES = 1_000;

export const emptyContents = (): LogContents => ({
  steps: new Set(),
  touchpoints: new Set(),
  reasons: new Set(),
  organisations: new Set(),
  segments: new Set(),
});

/** Throws `UnreadableFile` when a log has more names of a kind than a map could ever show. */
export function gatherContents(contents: LogContents, event: ServiceEvent): void {
  contents.steps.add(event.step);
  contents.touchpoints.add(event.touchpoint);
  if (event.reason !== undefined) contents.reasons.add(event.reason);
  if (event.organisation !== undefined) contents.organisations.add(event.organisation);
  if (event.segment !== undefined) contents.segments.add(event.segment);
  for (const [kind, names] of Object.entries(contents)) {
    if (names.size > MAX_NAMES) throw new UnreadableFile('too-many-names', { limit: MAX_NAMES, kind });
  }
}
