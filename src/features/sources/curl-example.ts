import { postEvents, type wireEvent } from '#contract';
import type { Catalogue } from '#model';
import type { z } from 'zod';

/**
 * A shell command that sends one event, accepted by the catalogue there is: pasted twice, the second is a duplicate.
 *
 * @param base absolute URL of the API's version
 * @param at ISO 8601
 */
export function curlExample(base: string, { journeys: [journey], touchpoints: [touchpoint] }: Pick<Catalogue, 'journeys' | 'touchpoints'>, at: string): string {
  const event: z.input<typeof wireEvent> = {
    id: 'my-system-0001',
    instance: 'my-case-42',
    journey: journey?.id ?? 'journey',
    step: journey?.steps[0]?.id ?? 'step',
    touchpoint: touchpoint?.id ?? 'touchpoint',
    outcome: 'entered',
    at,
  };
  const lines = Object.entries(event).map(([name, value]) => `    "${name}": ${JSON.stringify(value)}`);
  return [`curl ${base}${postEvents.path} \\`, `  -H 'content-type: application/json' \\`, `  --data-binary '[{`, lines.join(',\n'), `  }]'`].join('\n');
}
