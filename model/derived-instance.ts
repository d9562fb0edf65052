import type { Detection } from './detection';
import type { InstanceId, JourneyId } from './ids';
import type { Day } from './time';

/** What a store keeps of one existing instance beside its events: all that maps, lists and numbers are counted from. */
export interface DerivedInstance {
  id: InstanceId;
  journey: JourneyId;
  /** The day it started, in the configured zone. */
  day: Day;
  detection: Detection;
}
