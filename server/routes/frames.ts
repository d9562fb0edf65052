import { getFrames } from '#contract';
import { clockHours, type Day, type FrameCuts, type Instant, isoIn, zoneOf } from '#model';
import type { Binder } from '../http/bind';
import { ProblemError } from '../http/problem-error';
import { dataDays } from '../services/data-days';
import { mapQuestion } from '../services/map-question';
import { filterTold } from '../services/resolve-filter';
import type { Services } from '../services/services';

/** More would be no playback, and no small answer. */
const MOST_DAYS = { day: 1_100, hour: 31 } as const;

interface Span {
  day: Day;
  from: Instant;
  to: Instant;
  clock?: string;
}

export function bindFrames(bind: Binder, services: Services): void {
  const { events, config } = services.ports;
  const zone = zoneOf(config.zone);

  bind.question(getFrames, async (asked) => {
    const { by = 'day', ...query } = asked.query;
    const question = await mapQuestion(services, { ...asked, query });
    const { access, level, filter, maturity, now } = question;
    const days = await dataDays(events, access, filter);
    if (days.length > MOST_DAYS[by]) {
      const errors = [{ pointer: '?by', reason: `by=${by} shows at most ${MOST_DAYS[by]} days, and these are ${days.length}` }];
      throw new ProblemError('invalid-input', 'The period is too long to be played back so finely.', { errors });
    }
    const spans: Span[] = by === 'day' ? days.map((day) => ({ day, from: zone.startOf(day), to: zone.endOf(day) })) : days.flatMap((day) => clockHours(zone, day).map((hour) => ({ day, ...hour })));
    // An hour that has not begun is no frame.
    const begun = spans.filter(({ from }) => from <= now);
    return {
      about: [by, question.about, begun.length],
      answer: async () => {
        const first = days[0];
        const last = days.at(-1);
        const cuts: FrameCuts = by === 'day' ? { by, days: begun.map(({ day }) => day) } : { by, starts: begun.map(({ from }) => from) };
        const { balances, places } = await events.frames(access, { level, filter: first !== undefined && last !== undefined ? { ...filter, from: first, to: last } : filter, cuts });
        return {
          level,
          filter: filterTold(filter),
          by,
          frames: begun.flatMap(({ day, from, to, clock }, index) => {
            const balance = balances[index];
            const mature = maturity.matureUntil !== undefined && day <= maturity.matureUntil;
            return balance ? { from: isoIn(zone, from), to: isoIn(zone, to), day, clock, mature, balance } : [];
          }),
          places,
        };
      },
    };
  });
}
