import type { JourneyProfile } from '../profile';
import { change } from './change';
import { claim } from './claim';
import { epolicy } from './epolicy';
import { identity } from './identity';
import { loan } from './loan';
import { recording } from './recording';
import { renewal } from './renewal';
import { surrender } from './surrender';

/** The eight journeys, in the order of the panorama's rows. */
export const JOURNEYS: readonly JourneyProfile[] = [loan, renewal, claim, change, identity, recording, epolicy, surrender];
