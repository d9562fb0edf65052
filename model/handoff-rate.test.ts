import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countPanorama } from './count-panorama';
import { handoffRate, handoffSuccess } from './handoff-rate';
import { nodeId } from './node-key';
import { arbitraryWorld, derive } from './testing';

test('handoff rate and success are those of the interruptions themselves', () => {
  fc.assert(
    fc.property(arbitraryWorld({ maxEvents: 60 }), (world) => {
      const instances = derive(world);
      for (const node of countPanorama('overview', instances).nodes) {
        const here = instances
          .filter(({ journey }) => journey === node.journey)
          .flatMap(({ journey, detection }) => detection.interruptions.filter(({ touchpoint }) => nodeId(journey, touchpoint) === node.id));
        const due = here.filter(({ resolution, pending }) => resolution !== 'self' && !pending);
        const handed = here.filter(({ carrier }) => carrier?.kind === 'handoff');
        expect(handoffRate(node)?.value).toBe(due.length === 0 ? undefined : handed.length / due.length);
        const continued = handed.filter(({ resolution }) => resolution === 'handoff');
        expect(handoffSuccess(node)?.value).toBe(handed.length === 0 ? undefined : continued.length / handed.length);
      }
    }),
  );
});
