import { getQuality } from '#contract';
import { zoneOf } from '#model';
import type { Binder } from '../http/bind';
import { arrivalsQuality, arrivalsQuestion } from '../ingest/quality/arrivals-quality';
import type { Services } from '../services/services';

export function bindQuality(bind: Binder, { ports: { events, config }, requests }: Services): void {
  bind.question(getQuality, async ({ access, now }) => {
    const zone = zoneOf(config.zone);
    return {
      // Rejected rows are in no revision.
      about: [zone.dayOf(now), requests.rows],
      answer: async () => {
        const question = arrivalsQuestion(zone, now);
        const arrivals = await events.arrivals(access, question);
        const { since, findings, ...counts } = requests.told();
        return {
          since: new Date(question.starts[0] ?? now).toISOString(),
          events: arrivals.events,
          instances: arrivals.instances,
          findings: arrivalsQuality(arrivals, zone, now, findings),
          requests: { since: new Date(since).toISOString(), ...counts },
        };
      },
    };
  });
}
