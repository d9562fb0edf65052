import { KINDS, RESOLUTIONS } from './interruption';
import type { NodeCounts } from './panorama-counts';
import { zeros } from './zeros';

/** A node nothing has been counted of yet. */
export const emptyNode = (place: Pick<NodeCounts, 'id' | 'journey' | 'touchpoint' | 'step'>): NodeCounts => ({
  ...place,
  instances: 0,
  visits: 0,
  events: 0,
  starts: 0,
  ends: 0,
  interrupted: 0,
  interruptedWithoutAbandonment: 0,
  byKind: zeros(KINDS),
  byResolution: zeros(RESOLUTIONS),
  byReason: [],
  unhanded: 0,
  pending: 0,
  withHandoff: 0,
  carriers: { received: 0, succeeded: 0 },
});
